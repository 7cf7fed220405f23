import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { libraryPort, randomToken, TOKEN_FILE } from '../../server/address.ts'
import { keepToken, keptToken } from '../../server/token.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

describe('the token of a library', () => {
  it('is made once, in a file that only its owner may read', () => {
    using folder = tempFolder()
    const library = folder.file('library')
    const token = keptToken(library)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(keptToken(library)).toBe(token)
    expect(readdirSync(library)).toEqual([TOKEN_FILE])
    const { mode } = statSync(`${library}/${TOKEN_FILE}`)
    if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o600)
  })

  it('is another for each library', () => {
    using folder = tempFolder()
    expect(keptToken(folder.file('one'))).not.toBe(keptToken(folder.file('other')))
  })

  it('is the new one from the moment that one is kept', () => {
    using folder = tempFolder()
    const before = keptToken(folder.path)
    const token = randomToken()
    keepToken(folder.path, token)
    expect(token).not.toBe(before)
    expect(keptToken(folder.path)).toBe(token)
  })

  it.each(['', 'guessed', 'x'.repeat(42)])('is made anew where its file holds %j', text => {
    using folder = tempFolder()
    writeFileSync(folder.file(TOKEN_FILE), text)
    const token = keptToken(folder.path)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(readFileSync(folder.file(TOKEN_FILE), 'utf8').trim()).toBe(token)
  })

  it.skipIf(process.platform === 'win32')(
    'is closed to others again after a copy opened it',
    () => {
      using folder = tempFolder()
      const token = keptToken(folder.path)
      chmodSync(folder.file(TOKEN_FILE), 0o644)
      expect(keptToken(folder.path)).toBe(token)
      expect(statSync(folder.file(TOKEN_FILE)).mode & 0o777).toBe(0o600)
    },
  )

  it('says in a sentence that it cannot be kept', () => {
    using folder = tempFolder()
    writeFileSync(folder.file('a-file'), '')
    expect(() => keptToken(folder.file('a-file/library'))).toThrow(/could not be (read|written)/)
  })
})

describe('the port of a library', () => {
  it('is the same each time, and none that systems hand out by themselves', () => {
    using folder = tempFolder()
    const port = libraryPort(folder.file('library'))
    expect(libraryPort(`${folder.path}/./library`)).toBe(port)
    expect(port).toBeGreaterThanOrEqual(20_000)
    expect(port).toBeLessThan(30_000)
  })
})
