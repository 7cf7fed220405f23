import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createRatingSaver } from '../../../../renderer/rating/session/rating-saver.ts'
import { openUnsent } from '../../../../renderer/rating/session/unsent.ts'
import { memoryStorage } from './memory-storage.ts'

interface Said {
  readonly field: string
  readonly text: string
}

/** A person's page over a browser's storage; the program behind it answers when it is told to. */
function pageOver(storage: Storage, key: string) {
  const arrived: string[] = []
  const answers: (() => void)[] = []
  const onScreen = new Map<string, string>()
  const open = async () => {
    const unsent = await openUnsent<Said>({ storage, key, parse: json => json as Said })
    const saver = createRatingSaver<string, Said>({
      keyName: field => field,
      recordName: ({ field }) => field,
      makeRecord: field => ({ field, text: onScreen.get(field) ?? '' }),
      record: ({ field, text }) => {
        arrived.push(`${field}: ${text}`)
        return new Promise<void>(resolve => answers.push(resolve))
      },
      onChange: () => {},
      unsent,
    })
    return { saver, unsent }
  }
  const settle = () => new Promise(resolve => setImmediate(resolve))
  return {
    open,
    arrived,
    say: (field: string, text: string) => onScreen.set(field, text),
    acknowledge: async () => {
      for (const answer of answers.splice(0)) answer()
      await settle()
    },
    isKept: (count: number) => expect.poll(() => storage.length).toBe(count),
  }
}

const newKey = () => randomBytes(32).toString('base64url')

describe('a page that is loaded again before the program answered', () => {
  it('sends what was not acknowledged, in its order, and then nothing more', async () => {
    const page = pageOver(memoryStorage(), newKey())
    const { saver } = await page.open()
    for (const [field, text] of [
      ['b', 'first'],
      ['a', 'second'],
    ] as const) {
      page.say(field, text)
      saver.saveNow(field)
      await page.isKept(field === 'b' ? 1 : 2)
    }

    page.arrived.length = 0
    const again = await page.open()
    again.saver.resend(await again.unsent.read())
    expect(page.arrived).toEqual(['b: first', 'a: second'])
    await page.acknowledge()
    await page.isKept(0)
    expect(await (await page.open()).unsent.read()).toEqual([])
  })

  it('has what was typed up to the last key', async () => {
    const page = pageOver(memoryStorage(), newKey())
    const { saver } = await page.open()
    for (const text of ['W', 'We', 'We r']) {
      page.say('comment', text)
      saver.saveSoon('comment')
    }
    await page.isKept(1)
    const { unsent } = await page.open()
    await expect.poll(() => unsent.read()).toEqual([{ field: 'comment', text: 'We r' }])
  })
})

describe('what a page keeps', () => {
  it('is forgotten when it was acknowledged', async () => {
    const page = pageOver(memoryStorage(), newKey())
    const { saver } = await page.open()
    page.say('a', 'an answer')
    saver.saveNow('a')
    await page.isKept(1)
    await page.acknowledge()
    await page.isKept(0)
  })

  it('stays while more was typed than was acknowledged', async () => {
    const page = pageOver(memoryStorage(), newKey())
    const { saver, unsent } = await page.open()
    page.say('comment', 'We')
    saver.saveNow('comment')
    page.say('comment', 'We report')
    saver.saveSoon('comment')
    await page.acknowledge()
    await expect.poll(() => unsent.read()).toEqual([{ field: 'comment', text: 'We report' }])
    saver.flush()
    await page.acknowledge()
    await page.isKept(0)
  })
})
