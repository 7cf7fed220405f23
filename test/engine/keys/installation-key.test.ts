import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  fingerprintOf,
  INSTALLATION_KEY_FILE,
  installationKey,
  isSignedBy,
} from '../../../engine/keys/installation-key.ts'
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
