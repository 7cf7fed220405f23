import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createUnderWay } from '../../engine/operation.ts'
import { contract } from '../../shared/contract/contract.ts'

describe('the lists of operations', () => {
  it('implement every operation of the contract once, so that none takes the place of another', () => {
    const declared = Object.entries(contract).flatMap(([subject, operations]) =>
      Object.keys(operations).map(name => `${subject}.${name}`),
    )
    const implemented = globSync('engine/*/operations.ts').flatMap(file =>
      [...readFileSync(file, 'utf8').matchAll(/\bos\.(\w+\.\w+)/g)].map(([, name]) => name),
    )
    expect(implemented.toSorted()).toEqual(declared.toSorted())
  })
})

describe('what is under way', () => {
  it('is settled once all of it has ended, what failed and what began meanwhile too', async () => {
    const underWay = createUnderWay()
    await underWay.settled()
    const ended: string[] = []
    const failing = underWay.track(Promise.reject(new Error('full')))
    await expect(failing).rejects.toThrow('full')
    let endSecond = () => {}
    const first = Promise.resolve()
    const second = new Promise<void>(resolve => {
      endSecond = resolve
    })
    void underWay.track(first).then(() => underWay.track(second))
    const settled = underWay.settled().then(() => ended.push('settled'))
    await new Promise(resolve => setImmediate(resolve))
    expect(ended).toEqual([])
    endSecond()
    await settled
    expect(ended).toEqual(['settled'])
  })
})
