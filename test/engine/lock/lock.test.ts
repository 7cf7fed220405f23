import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WORDS } from '../../../engine/keys/phrases.ts'
import { type Lock, openLock } from '../../../engine/lock/lock.ts'
import { LOCK_FILE } from '../../../engine/lock/settings.ts'
import { type TempFolder, tempFolder } from '../../helpers/temp-folder.ts'
import { startEngineOver } from '../../helpers/test-engine.ts'

const PIN = '7391'
const START = Date.parse('2026-03-09T09:00:00.000Z')
const SECOND = 1000
const DAY = 24 * 60 * 60 * SECOND
const ROOM = {
  workbook: '01890000-0000-7000-8000-000000000001',
  workshop: '01890000-0000-7000-8000-000000000002',
}

let folder: TempFolder
let now: number
const clock = () => new Date(now).toISOString()
const open = (): Lock => openLock(folder.file('library'), clock)
const file = () => join(folder.file('library'), LOCK_FILE)

/** The code that a try ends in; `opened` where it opens the lock. */
function outcome(lock: Lock, pin: string): { readonly code: string; readonly wait: number } {
  try {
    lock.unlock({ pin })
    return { code: 'opened', wait: 0 }
  } catch (error) {
    const { code, data } = error as { code: string; data: { waitSeconds: number } }
    return { code, wait: data.waitSeconds }
  }
}

beforeEach(() => {
  folder = tempFolder()
  now = START
})
afterEach(() => folder[Symbol.dispose]())

describe('the PIN of a laptop', () => {
  it('is not found by a script that makes 10,000 tries within a day', () => {
    const lock = open()
    lock.setPin(PIN)
    lock.enter(ROOM)
    const tries = Array.from({ length: 10_000 }, (_, number) => String(number).padStart(4, '0'))
    const outcomes = new Map<string, number>()
    for (const pin of tries) {
      const { code } = outcome(lock, pin)
      outcomes.set(code, (outcomes.get(code) ?? 0) + 1)
      now += DAY / tries.length
    }
    expect(outcomes.has('opened')).toBe(false)
    expect(outcomes.get('WRONG_PIN')).toBeLessThan(40)
    expect(lock.room()).not.toBeNull()
  })

  it('has wrong tries wait from the fifth on, each twice as long, also over a restart', () => {
    open().setPin(PIN)
    const waits = Array.from({ length: 5 }, () => outcome(open(), '0000').wait)
    expect(waits).toEqual([0, 0, 0, 0, 30])
    expect(outcome(open(), PIN)).toEqual({ code: 'PIN_MUST_WAIT', wait: 30 })
    now += 30 * SECOND
    expect(outcome(open(), '0000')).toEqual({ code: 'WRONG_PIN', wait: 60 })
    now += 59 * SECOND
    expect(outcome(open(), PIN)).toEqual({ code: 'PIN_MUST_WAIT', wait: 1 })
    now += SECOND
    expect(outcome(open(), PIN).code).toBe('opened')
    expect(outcome(open(), '0000')).toEqual({ code: 'WRONG_PIN', wait: 0 })
  })

  it('has the wait begin again when the clock is set back, and gains nothing by it', () => {
    open().setPin(PIN)
    for (let count = 0; count < 5; count++) outcome(open(), '0000')
    now -= DAY
    expect(outcome(open(), PIN)).toEqual({ code: 'PIN_MUST_WAIT', wait: 30 })
    now += 29 * SECOND
    expect(outcome(open(), PIN)).toEqual({ code: 'PIN_MUST_WAIT', wait: 1 })
    now += SECOND
    expect(outcome(open(), PIN).code).toBe('opened')
  })

  it('can be left out for the words that were written down, at once and in any spelling', () => {
    const words = open().setPin(PIN)
    expect(words.split(' ').every(word => WORDS.includes(word))).toBe(true)
    open().enter(ROOM)
    for (let count = 0; count < 5; count++) outcome(open(), '0000')
    expect(() => open().unlock({ words: 'acorn actor adapt album alert alpine' })).toThrow(
      expect.objectContaining({ code: 'WRONG_WORDS' }),
    )
    open().unlock({ words: `  ${words.toUpperCase().replaceAll(' ', ', ')}.` })
    expect(open().room()).toBeNull()
    expect(outcome(open(), '0000').wait).toBe(0)
  })

  it('lies on disk as a hash that only its owner may read, and the words too', () => {
    const words = open().setPin('80417')
    const text = readFileSync(file(), 'utf8')
    expect(text).not.toContain('80417')
    for (const word of words.split(' ')) expect(text).not.toContain(`"${word}`)
    if (process.platform !== 'win32') expect(statSync(file()).mode & 0o777).toBe(0o600)
  })

  it('is set once, and changed only by whoever knows it', () => {
    const words = open().setPin(PIN)
    expect(() => open().setPin('2468')).toThrow(
      expect.objectContaining({ code: 'PIN_ALREADY_SET' }),
    )
    expect(() => open().changePin({ pin: '2468' }, '2468')).toThrow(
      expect.objectContaining({ code: 'WRONG_PIN' }),
    )
    expect(() => open().goWithout()).toThrow(expect.objectContaining({ code: 'WRONG_PIN' }))
    const others = open().changePin({ words }, '2469')
    expect(outcome(open(), PIN).code).toBe('WRONG_PIN')
    expect(outcome(open(), '2469').code).toBe('opened')
    expect(() => open().unlock({ words })).toThrow(expect.objectContaining({ code: 'WRONG_WORDS' }))
    open().unlock({ words: others })
  })

  it('can be gone without, which is said before the room begins', () => {
    expect(() => open().enter(ROOM)).toThrow(expect.objectContaining({ code: 'PIN_UNDECIDED' }))
    open().goWithout()
    open().enter(ROOM)
    expect(open().state()).toMatchObject({ pin: 'none', room: ROOM })
    open().unlock()
    expect(open().room()).toBeNull()
  })
})

describe('the lock of a laptop', () => {
  it('shuts a second program over the same library as soon as the first is locked', () => {
    const [one, other] = [open(), open()]
    one.setPin(PIN)
    expect(other.state()).toMatchObject({ pin: 'set', room: null })
    one.enter(ROOM)
    expect(other.room()).toMatchObject(ROOM)
  })

  it('lets five wrong words pass at a covered screen, then the facilitator alone', () => {
    const lock = open()
    lock.setPin(PIN)
    lock.enter({ ...ROOM, participant: '01890000-0000-7000-8000-000000000003' })
    lock.cover()
    for (let left = 4; left >= 0; left--) {
      expect(() => open().goOn(() => false)).toThrow(
        expect.objectContaining({ code: 'WORD_DIFFERS', data: { triesLeft: left } }),
      )
    }
    expect(() => open().goOn(() => true)).toThrow(expect.objectContaining({ code: 'WORD_DIFFERS' }))
    lock.unlock({ pin: PIN })
    expect(lock.room()).toBeNull()
  })

  it('is opened by its PIN also where the file of the person who was rating is gone', async () => {
    const lock = open()
    lock.setPin(PIN)
    lock.enter({ ...ROOM, participant: '01890000-0000-7000-8000-000000000003' })
    const engine = startEngineOver(folder.file('library'))
    const state = await createRouterClient(engine.router).lock.unlock({ pin: PIN })
    expect(state.room).toBeNull()
    engine.close()
  })

  it.skipIf(process.platform === 'win32')(
    'is closed to others again after a copy opened it',
    () => {
      open().setPin(PIN)
      chmodSync(file(), 0o644)
      expect(open().state().pin).toBe('set')
      expect(statSync(file()).mode & 0o777).toBe(0o600)
    },
  )

  it('shuts everything where its file was damaged, and says so', async () => {
    open().setPin(PIN)
    writeFileSync(file(), '{"version": 1, "room": null}')
    const engine = startEngineOver(folder.file('library'))
    try {
      const client = createRouterClient(engine.router)
      await expect(client.library.list()).rejects.toMatchObject({ code: 'CANNOT_READ_FILE' })
      await expect(client.lock.state()).rejects.toThrow(/facilitator’s PIN/)
    } finally {
      engine.close()
    }
  })
})
