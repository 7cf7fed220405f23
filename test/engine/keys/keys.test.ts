import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { isPublicKey } from '../../../engine/files/encryption.ts'
import {
  fingerprintOf,
  INSTALLATION_KEY_FILE,
  installationKey,
  isSignedBy,
} from '../../../engine/keys/installation-key.ts'
import {
  BITS_PER_WORD,
  isRecallPhrase,
  newPassphrase,
  plainPhrase,
  recallPhrase,
  WORDS,
} from '../../../engine/keys/phrases.ts'
import { makeTeamKeyFile, readTeamKeyFile } from '../../../engine/keys/team-key.ts'
import { systemClock } from '../../../engine/program.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const MANIFEST = Buffer.from('{"format":1}')

it('is made once for an installation, in a file that only its owner may read', () => {
  using folder = tempFolder()
  const home = folder.file('data')
  const first = installationKey(home)
  const again = installationKey(home)
  expect(again.publicKey).toBe(first.publicKey)
  expect(readdirSync(home)).toEqual([INSTALLATION_KEY_FILE])
  const file = `${home}/${INSTALLATION_KEY_FILE}`
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).toContain('PRIVATE KEY')
})

it('signs so that one changed byte, another key and a mangled signature are told', () => {
  using folder = tempFolder()
  const mine = installationKey(folder.file('mine'))
  const theirs = installationKey(folder.file('theirs'))
  const signature = mine.sign(MANIFEST)
  expect(isSignedBy(mine.publicKey, MANIFEST, signature)).toBe(true)
  expect(isSignedBy(mine.publicKey, Buffer.from('{"format":2}'), signature)).toBe(false)
  expect(isSignedBy(theirs.publicKey, MANIFEST, signature)).toBe(false)
  expect(isSignedBy(mine.publicKey, MANIFEST, `${signature.slice(1)}A`)).toBe(false)
  expect(isSignedBy('not a key', MANIFEST, signature)).toBe(false)
})

it('has a fingerprint short enough to read out, another for each key', () => {
  using folder = tempFolder()
  const mine = fingerprintOf(installationKey(folder.file('mine')).publicKey)
  expect(mine).toMatch(/^([0-9a-f]{4} ){4}[0-9a-f]{4}$/)
  expect(fingerprintOf(installationKey(folder.file('theirs')).publicKey)).not.toBe(mine)
})

it('refuses a file in its place that is no key, and leaves it as it is', () => {
  using folder = tempFolder()
  const file = folder.file(INSTALLATION_KEY_FILE)
  writeFileSync(file, 'not a key')
  expect(() => installationKey(folder.path)).toThrow(/should hold a private key/)
  expect(existsSync(file) && readFileSync(file, 'utf8')).toBe('not a key')
})

it('keeps the private key in a file for its owner alone, and gives the public one', async () => {
  using folder = tempFolder()
  const file = { path: folder.file('team.key'), name: 'team.key' }
  const publicKey = await makeTeamKeyFile(file, systemClock)
  expect(await isPublicKey(publicKey)).toBe(true)
  expect(readTeamKeyFile(file)).toHaveLength(1)
  if (process.platform !== 'win32') expect(statSync(file.path).mode & 0o777).toBe(0o600)
})

it('never writes over a key, because what was encrypted to it would be lost', async () => {
  using folder = tempFolder()
  const file = { path: folder.file('team.key'), name: 'team.key' }
  await makeTeamKeyFile(file, systemClock)
  const before = readTeamKeyFile(file)
  await expect(makeTeamKeyFile(file, systemClock)).rejects.toMatchObject({
    code: 'WORKBOOK_EXISTS',
  })
  expect(readTeamKeyFile(file)).toEqual(before)
})

it('says what is wrong with a file that holds no key', () => {
  using folder = tempFolder()
  writeFileSync(folder.file('notes.txt'), 'nothing but notes')
  const read = (name: string) => () => readTeamKeyFile({ path: folder.file(name), name })
  expect(read('notes.txt')).toThrow(/notes\.txt holds no private key/)
  expect(read('none.key')).toThrow(/There is no file none\.key/)
})

describe('the list of words', () => {
  it('has as many as it says, each once, in lower case', () => {
    expect(WORDS).toHaveLength(2 ** BITS_PER_WORD)
    expect(new Set(WORDS).size).toBe(WORDS.length)
    for (const word of WORDS) expect(word).toMatch(/^[a-z]{3,10}$/)
  })
})

describe('a passphrase', () => {
  it('is six words of the list, another one each time', () => {
    const made = Array.from({ length: 200 }, newPassphrase)
    for (const phrase of made) {
      expect(phrase.split(' ')).toHaveLength(6)
      expect(phrase.split(' ').every(word => WORDS.includes(word))).toBe(true)
    }
    expect(new Set(made).size).toBe(200)
  })
})

describe('a recall phrase', () => {
  it('is the same for the same person on every laptop, in every version', () => {
    expect(recallPhrase('01994d2e-5a3b-7c1d-8e9f-0a1b2c3d4e5f')).toBe('crisp noodle rainbow nickel')
  })

  it('tells two thousand people apart who joined within the same second', () => {
    const people = Array.from({ length: 2000 }, () => uuidv7())
    expect(new Set(people.map(recallPhrase)).size).toBe(2000)
  })

  it('is known however it was written down', () => {
    const phrase = recallPhrase(uuidv7())
    const [one = '', ...rest] = phrase.split(' ')
    const written = ` ${one.toUpperCase()}, ${rest.join(' - ')}.`
    expect(plainPhrase(written)).toBe(phrase)
    expect(isRecallPhrase(written)).toBe(true)
  })

  it('is told from a participant’s code', () => {
    for (const code of ['P07', 'D1', 'amber kite river', 'not words of list']) {
      expect(isRecallPhrase(code)).toBe(false)
    }
  })
})
