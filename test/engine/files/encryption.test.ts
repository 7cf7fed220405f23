import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Encrypter } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import {
  isEncrypted,
  isPublicKey,
  newKeyPair,
  type Protection,
  privateKeysIn,
  unlock,
  writeEncrypted,
} from '../../../engine/files/encryption.ts'

const PASSPHRASE = 'amber kite river stone apple cloud'
const TEXT = Buffer.from('What a participant wrote, "so it is" – 😀 '.repeat(5000))

/** `TEXT`, encrypted as a package is. */
async function encrypted(protection: Protection): Promise<Buffer> {
  const out = new PassThrough()
  const [bytes] = await Promise.all([
    buffer(out),
    writeEncrypted(out, protection, async plain => {
      plain.end(TEXT)
    }),
  ])
  return bytes
}

const byPassphrase = await encrypted({ kind: 'passphrase', passphrase: PASSPHRASE })
const team = await newKeyPair()
const byKey = await encrypted({ kind: 'key', publicKey: team.publicKey })

describe('a file encrypted to a passphrase', () => {
  it('opens with it, and says nothing without', async () => {
    expect(isEncrypted(byPassphrase)).toBe(true)
    expect(byPassphrase.includes('participant')).toBe(false)
    const opened = await unlock(byPassphrase, { passphrase: PASSPHRASE })
    expect(opened.kind === 'open' && TEXT.equals(opened.bytes)).toBe(true)
  })

  it('tells no passphrase from a wrong one', async () => {
    const ask = { kind: 'locked', reason: 'needs-passphrase' }
    expect(await unlock(byPassphrase, {})).toEqual(ask)
    expect(await unlock(byPassphrase, { privateKeys: [team.privateKey] })).toEqual(ask)
    const wrong = await unlock(byPassphrase, { passphrase: `${PASSPHRASE}s` })
    expect(wrong).toEqual({ kind: 'locked', reason: 'wrong-passphrase' })
  })

  it('is not tried when it asks for more work than a reader may do', async () => {
    const header = byPassphrase.toString('latin1').replace(/(-> scrypt \S+) 17/, '$1 30')
    const answer = await unlock(Buffer.from(header, 'latin1'), { passphrase: PASSPHRASE })
    expect(answer).toEqual({ kind: 'locked', reason: 'too-much-work' })
  })
})

describe('a file encrypted to a key', () => {
  it('opens with the private key, among others', async () => {
    const other = await newKeyPair()
    const opened = await unlock(byKey, { privateKeys: [other.privateKey, team.privateKey] })
    expect(opened.kind === 'open' && TEXT.equals(opened.bytes)).toBe(true)
  })

  it('tells no key from one that it is not for', async () => {
    const other = await newKeyPair()
    const needs = { kind: 'locked', reason: 'needs-key' }
    expect(await unlock(byKey, {})).toEqual(needs)
    expect(await unlock(byKey, { passphrase: PASSPHRASE })).toEqual(needs)
    const answer = await unlock(byKey, { privateKeys: [other.privateKey] })
    expect(answer).toEqual({ kind: 'locked', reason: 'not-for-this-key' })
  })

  it('is damaged by one flipped bit in its content and by one byte less', async () => {
    const secrets = { privateKeys: [team.privateKey] }
    const damaged = { kind: 'locked', reason: 'damaged' }
    for (const place of [byKey.length - 1, Math.floor(byKey.length / 2), 400]) {
      const flipped = Buffer.from(byKey)
      flipped[place] = (flipped[place] ?? 0) ^ 1
      expect(await unlock(flipped, secrets)).toEqual(damaged)
    }
    expect(await unlock(byKey.subarray(0, -1), secrets)).toEqual(damaged)
    expect(await unlock(Buffer.from('age-encryption.org/v1\nnothing'), secrets)).toEqual(damaged)
  })
})

it('writes what every program of age can read, and reads what they write', async () => {
  const encrypter = new Encrypter()
  encrypter.addRecipient(team.publicKey)
  const foreign = await encrypter.encrypt(TEXT)
  const opened = await unlock(foreign, { privateKeys: [team.privateKey] })
  expect(opened.kind === 'open' && TEXT.equals(opened.bytes)).toBe(true)
  expect(byKey.toString('latin1', 0, 22)).toBe('age-encryption.org/v1\n')
})

it('passes on what goes wrong while the content is made', async () => {
  const out = new PassThrough()
  const failing = writeEncrypted(out, { kind: 'key', publicKey: team.publicKey }, async plain => {
    plain.write('the first half')
    throw new Error('the disk went away')
  })
  await expect(failing).rejects.toThrow('the disk went away')
})

it('knows a public key from anything else', async () => {
  expect(await isPublicKey(team.publicKey)).toBe(true)
  expect(await isPublicKey(team.privateKey)).toBe(false)
  const last = team.publicKey.endsWith('q') ? 'p' : 'q'
  expect(await isPublicKey(`${team.publicKey.slice(0, -1)}${last}`)).toBe(false)
  expect(await isPublicKey('age1')).toBe(false)
})

it('finds the private keys of an identity file among its comments', () => {
  const file = `# created: 2026-03-09\r\n# public key: ${team.publicKey}\r\n${team.privateKey}\r\n`
  expect(privateKeysIn(file)).toEqual([team.privateKey])
  expect(privateKeysIn('no key here')).toEqual([])
})
