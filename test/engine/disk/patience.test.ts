import { describe, expect, it } from 'vitest'
import { isHeld, patiently, patientlyLater } from '../../../engine/disk/patience.ts'

const refused = (code: string) => Object.assign(new Error(code), { code, syscall: 'rename' })

/** Work that is refused so often, and then done. */
function refusedTimes(times: number, code: string) {
  let tries = 0
  const work = (): number => {
    tries += 1
    if (tries <= times) throw refused(code)
    return tries
  }
  return work
}

describe('patience', () => {
  it.each(['EBUSY', 'EPERM', 'EACCES'])('outlasts a holder that lets go (%s)', async code => {
    expect(patiently(refusedTimes(3, code))).toBe(4)
    const work = refusedTimes(3, code)
    expect(await patientlyLater(async () => work())).toBe(4)
  })

  it('ends with the error of the last of several tries', () => {
    let tries = 0
    const work = () => {
      tries += 1
      throw refused('EBUSY')
    }
    expect(() => patiently(work)).toThrow('EBUSY')
    expect(tries).toBeGreaterThan(3)
  })

  it('waits for nothing that does not pass', () => {
    const work = refusedTimes(1, 'ENOENT')
    expect(() => patiently(work)).toThrow('ENOENT')
    expect(work()).toBe(2)
  })

  it('takes no error of ours for that of a disk', () => {
    expect(isHeld(new Error('EBUSY'))).toBe(false)
  })
})
