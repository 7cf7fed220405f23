import { PassThrough, Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type { Decrypter } from 'age-encryption'

/** Whom an encrypted file is for: whoever knows a passphrase, or the holder of a team's key. */
export type Protection =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'key'; readonly publicKey: string }

/** The secrets that a reader may try on an encrypted file. */
export interface Secrets {
  readonly passphrase?: string | undefined
  /** Private keys of age, `AGE-SECRET-KEY-1…`. */
  readonly privateKeys?: readonly string[] | undefined
  /** The key of one file itself, as its writer knows it: for reading it back at once. */
  readonly fileKey?: Uint8Array | undefined
}

/** The reasons why an encrypted file cannot be opened. */
export const LOCKED_REASONS = [
  'needs-passphrase',
  'wrong-passphrase',
  'needs-key',
  'not-for-this-key',
  'too-much-work',
  'too-large',
  'damaged',
] as const
export type LockedReason = (typeof LOCKED_REASONS)[number]

/** An encrypted file after the attempt to open it. */
export type Unlocking =
  | { readonly kind: 'open'; readonly bytes: Uint8Array }
  | { readonly kind: 'locked'; readonly reason: LockedReason }

/** The library, which takes longer to load than most of what a start loads, and is seldom needed. */
const loadAge = () => import('age-encryption')

/** The first line of every age file. */
const AGE_MAGIC = 'age-encryption.org/v1\n'
/** A header is a few lines; one longer than this was made to keep a reader busy. */
const HEADER_BYTES = 16 * 1024
/** 2^17 rounds take 128 MB and under a second here; files of other programs may ask for twice that. */
const WORK_FACTOR = 17
const MOST_WORK_FACTOR = 18
/** The library's message if no secret fits; every other failure is damage. */
const NO_SECRET_FITS = /no identity matched/

/** The size beyond which an encrypted file is not opened: all of its content is held in memory. */
export const MOST_ENCRYPTED_BYTES = 64 * 1024 * 1024

/** True if these first bytes of a file are those of an encrypted one. */
export function isEncrypted(start: Uint8Array): boolean {
  return Buffer.from(start.subarray(0, AGE_MAGIC.length)).toString('latin1') === AGE_MAGIC
}

/**
 * Encrypts what `produce` writes, and passes it on to `out`, which it ends. Gives what opens it again:
 * whoever writes to a team's key could not read it back otherwise.
 */
export async function writeEncrypted(
  out: Writable,
  protection: Protection,
  produce: (plain: Writable) => Promise<void>,
): Promise<Secrets> {
  const plain = new PassThrough()
  const { encrypter, secrets } = await encrypterFor(protection)
  const encrypted = await encrypter.encrypt(Readable.toWeb(plain))
  // The library names the stream of the DOM; Node's own is the same object under another type.
  const source = Readable.fromWeb(encrypted as unknown as WebStream<Uint8Array>)
  const produced = produce(plain).catch((error: Error) => {
    plain.destroy(error)
    throw error
  })
  const [first, second] = await Promise.allSettled([produced, pipeline(source, out)])
  if (first.status === 'rejected') throw first.reason
  if (second.status === 'rejected') throw second.reason
  return secrets()
}

/**
 * Opens an encrypted file of at most `MOST_ENCRYPTED_BYTES`. Never throws for what is in it: what
 * cannot be opened has a reason. Meant for the disposable reader, because the file is a stranger's.
 */
export async function unlock(encrypted: Uint8Array, secrets: Secrets): Promise<Unlocking> {
  if (encrypted.length > MOST_ENCRYPTED_BYTES) return { kind: 'locked', reason: 'too-large' }
  const lock = lockOf(encrypted)
  if (lock === undefined) return { kind: 'locked', reason: 'damaged' }
  const missing = missingSecret(lock, secrets)
  if (missing) return { kind: 'locked', reason: missing }
  try {
    return { kind: 'open', bytes: await (await decrypterFor(secrets)).decrypt(encrypted) }
  } catch (error) {
    const fits = !(error instanceof Error && NO_SECRET_FITS.test(error.message))
    if (fits) return { kind: 'locked', reason: 'damaged' }
    const reason = lock.kind === 'passphrase' ? 'wrong-passphrase' : 'not-for-this-key'
    return { kind: 'locked', reason }
  }
}

/** A new pair of keys for a team: the private one opens what is encrypted to the public one. */
export async function newKeyPair(): Promise<{
  readonly privateKey: string
  readonly publicKey: string
}> {
  const { generateX25519Identity, identityToRecipient } = await loadAge()
  const privateKey = await generateX25519Identity()
  return { privateKey, publicKey: await identityToRecipient(privateKey) }
}

/** Tests whether a text is a public key of age to which a file can be encrypted. */
export async function isPublicKey(text: string): Promise<boolean> {
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(text)) return false
  const { Encrypter } = await loadAge()
  try {
    new Encrypter().addRecipient(text)
    return true
  } catch {
    return false
  }
}

/** The private keys in the text of an identity file of age; comments and blank lines are passed over. */
export function privateKeysIn(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/.test(line))
}

type Lock = { readonly kind: 'passphrase'; readonly workFactor: number } | { readonly kind: 'key' }

/** The kind of secret that an encrypted file needs, by its header; undefined without an age header. */
function lockOf(encrypted: Uint8Array): Lock | undefined {
  if (!isEncrypted(encrypted)) return undefined
  const header = Buffer.from(encrypted.subarray(0, HEADER_BYTES)).toString('latin1')
  if (!header.includes('\n--- ')) return undefined
  const scrypt = /^-> scrypt \S+ ([1-9]\d?)$/m.exec(header.slice(0, header.indexOf('\n--- ')))
  return scrypt ? { kind: 'passphrase', workFactor: Number(scrypt[1]) } : { kind: 'key' }
}

function missingSecret(lock: Lock, secrets: Secrets): LockedReason | undefined {
  if (lock.kind === 'key') {
    return secrets.privateKeys?.length || secrets.fileKey ? undefined : 'needs-key'
  }
  if (lock.workFactor > MOST_WORK_FACTOR) return 'too-much-work'
  return secrets.passphrase ? undefined : 'needs-passphrase'
}

async function encrypterFor(protection: Protection) {
  const { Encrypter } = await loadAge()
  const encrypter = new Encrypter()
  let fileKey: Uint8Array | undefined
  if (protection.kind === 'key') {
    encrypter.addRecipient(protection.publicKey)
    // No recipient at all: it adds nothing to the file, and is told the key of it.
    encrypter.addRecipient({
      wrapFileKey: key => {
        fileKey = Uint8Array.from(key)
        return []
      },
    })
  } else {
    encrypter.setScryptWorkFactor(WORK_FACTOR)
    encrypter.setPassphrase(protection.passphrase)
  }
  const secrets = (): Secrets =>
    protection.kind === 'key' ? { fileKey } : { passphrase: protection.passphrase }
  return { encrypter, secrets }
}

async function decrypterFor(secrets: Secrets): Promise<Decrypter> {
  const { passphrase, privateKeys = [], fileKey } = secrets
  const age = await loadAge()
  const decrypter = new age.Decrypter()
  if (fileKey) decrypter.addIdentity({ unwrapFileKey: () => fileKey })
  if (passphrase) decrypter.addPassphrase(passphrase)
  for (const key of privateKeys) decrypter.addIdentity(key)
  return decrypter
}
