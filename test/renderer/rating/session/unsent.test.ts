import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openUnsent } from '../../../../renderer/rating/session/unsent.ts'
import { memoryStorage } from './memory-storage.ts'

const newKey = () => randomBytes(32).toString('base64url')

const open = (storage: Storage, key: string) =>
  openUnsent<string>({
    storage,
    key,
    parse: json => (typeof json === 'string' ? json : undefined),
  })

const entries = (storage: Storage) =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').map(
    name => [name, storage.getItem(name) ?? ''] as const,
  )

describe('what was not sent', () => {
  it('is there after a reload, in the order in which it was said', async () => {
    const storage = memoryStorage()
    const key = newKey()
    const before = await open(storage, key)
    await before.keep('b', 'replaced')
    await before.keep('c', 'first 😀')
    await before.keep('b', 'then')
    await before.keep('a', 'last')
    expect(await (await open(storage, key)).read()).toEqual(['first 😀', 'then', 'last'])
  })

  it('cannot be read in the storage, nor opened by the key of another turn', async () => {
    const storage = memoryStorage()
    await (await open(storage, newKey())).keep('1', 'What only I should know')
    expect(JSON.stringify(entries(storage))).not.toContain('only I')
    expect(await (await open(storage, newKey())).read()).toEqual([])
  })

  it('is not taken for something else, moved within the storage', async () => {
    const storage = memoryStorage()
    const key = newKey()
    await (await open(storage, key)).keep('1', 'an answer')
    const [[name, sealed] = ['', '']] = entries(storage)
    storage.setItem(name.replace(/1$/, '9'), sealed)
    expect(await (await open(storage, key)).read()).toEqual(['an answer'])
  })

  it('is forgotten once it was acknowledged, even while it was being sealed', async () => {
    const storage = memoryStorage()
    const unsent = await open(storage, newKey())
    await unsent.keep('1', 'kept')
    unsent.drop('1')
    const keeping = unsent.keep('2', 'sealed too late')
    unsent.drop('2')
    await keeping
    expect(storage.length).toBe(0)
  })

  it('goes with its turn at the hand-over, and leaves other turns alone', async () => {
    const storage = memoryStorage()
    const [mine, theirs] = [await open(storage, newKey()), await open(storage, newKey())]
    await mine.keep('1', 'mine')
    await theirs.keep('1', 'theirs')
    const keeping = mine.keep('2', 'on the way')
    mine.clear()
    await keeping
    expect(await mine.read()).toEqual([])
    expect(await theirs.read()).toEqual(['theirs'])
  })

  it('holds up nobody where the storage is full', async () => {
    const storage = memoryStorage()
    storage.setItem = () => {
      throw new DOMException('It is full', 'QuotaExceededError')
    }
    const unsent = await open(storage, newKey())
    await expect(unsent.keep('1', 'too much')).resolves.toBeUndefined()
  })
})
