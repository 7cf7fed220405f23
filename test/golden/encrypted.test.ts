import { readFileSync } from 'node:fs'
import { Decrypter } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromBefore, PASSPHRASE_FILE, TEAM_KEY } from './places.ts'
import { openStudy, PATIENCE, type Study } from './study.ts'

const BOOK = 'book.sqlite'
const TEAM_KEY_LINES = readFileSync(fromBefore(TEAM_KEY), 'utf8').split('\n')
const PUBLIC_KEY = TEAM_KEY_LINES[1]?.replace('# public key: ', '') ?? ''
const PRIVATE_KEY = TEAM_KEY_LINES[2] ?? ''

/**
 * Encryption begins with random bytes, so that two encrypted packages of the same records differ. What is
 * within them is compared instead: it is a package as anybody can read it, byte for byte.
 */
describe('a package that is encrypted', PATIENCE, () => {
  let study: Study
  let said: readonly string[]

  beforeAll(async () => {
    study = await openStudy()
    study.copy(BOOK)
    const write = (name: string, ...how: string[]) => [
      ...['export', BOOK, name, '--setup', ...how, '--json'],
    ]
    const runs = await study.run([
      write('open.workbook'),
      write('team.workbook', '--encrypt-to', PUBLIC_KEY),
      write('phrase.workbook', '--passphrase-file', PASSPHRASE_FILE),
      write('new.workbook', '--new-passphrase'),
      ['key', 'new.key', '--json'],
    ])
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0])
    said = runs.map(({ stdout }) => stdout)
  }, PATIENCE.timeout)
  afterAll(() => study[Symbol.dispose]())

  const bytesOf = (name: string) => new Uint8Array(readFileSync(study.folder.file(name)))
  const headOf = (name: string) => Buffer.from(bytesOf(name).subarray(0, 40)).toString('latin1')

  it('holds for a team what it holds for anybody', async () => {
    const written = JSON.parse(said[1] ?? '')
    expect(Object.keys(written)).toEqual(['file', 'format', 'bytes', 'sha256', 'encrypted'])
    const { length: bytes } = bytesOf('team.workbook')
    expect(written).toMatchObject({ format: 'package', bytes, encrypted: 'key' })
    const key = new Decrypter()
    key.addIdentity(PRIVATE_KEY)
    expect(await key.decrypt(bytesOf('team.workbook'))).toEqual(bytesOf('open.workbook'))
  })

  it('holds for those who know the passphrase what it holds for anybody', async () => {
    expect(JSON.parse(said[2] ?? '')).toMatchObject({ format: 'package', encrypted: 'passphrase' })
    const key = new Decrypter()
    key.addPassphrase(readFileSync(fromBefore(PASSPHRASE_FILE), 'utf8').trim())
    expect(await key.decrypt(bytesOf('phrase.workbook'))).toEqual(bytesOf('open.workbook'))
  })

  it('is for a new passphrase that is printed', () => {
    expect(said[3]).toMatch(/^[a-z]+( [a-z]+){5}\n\{/)
    expect(headOf('new.workbook')).toMatch(/^age-encryption\.org\/v1\n-> scrypt /)
  })

  it('is for the keys that `key` makes, in the format of before', () => {
    const stdout = said[4] ?? ''
    expect(JSON.parse(stdout)).toEqual({
      ...{ file: 'new.key', publicKey: expect.stringMatching(/^age1[0-9a-z]{58}$/) },
    })
    const { publicKey }: { readonly publicKey: string } = JSON.parse(stdout)
    const form = (text: string) =>
      text.replace(/\d{4}-\S+Z/, '<now>').replace(/AGE-SECRET-KEY-1\w+/, '<private key>')
    expect(form(readFileSync(study.folder.file('new.key'), 'utf8'))).toBe(
      form(readFileSync(fromBefore(TEAM_KEY), 'utf8')).replace(PUBLIC_KEY, publicKey),
    )
  })
})
