import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { join } from 'node:path'
import { WorkbookError } from '../errors.ts'
import { keptPrivateText } from '../files/write/private-files.ts'

/** The key with which one installation of the program signs the packages that it writes. */
export interface InstallationKey {
  /** The public half: 32 bytes in base64url. */
  readonly publicKey: string
  /** The signature over these bytes, in base64url. */
  readonly sign: (bytes: Uint8Array) => string
}

/** The file of the private key; it stays in the folder of the person's data and goes into no package. */
export const INSTALLATION_KEY_FILE = 'installation-key.pem'

/**
 * The installation's key, made at its first use in a file that only its owner may read. Throws CANNOT_READ_FILE for
 * a file that holds none, and what `keptPrivateText` throws.
 */
export function installationKey(folder: string): InstallationKey {
  const file = join(folder, INSTALLATION_KEY_FILE)
  const privateKey = asKey(keptPrivateText(file, newKey), file)
  return {
    publicKey: rawPublicKey(createPublicKey(privateKey)),
    sign: bytes => sign(null, bytes, privateKey).toString('base64url'),
  }
}

/** Tests whether a signature over these bytes was made with the private half of this key. */
export function isSignedBy(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  try {
    const key = createPublicKey({
      format: 'jwk',
      key: { kty: 'OKP', crv: 'Ed25519', x: publicKey },
    })
    return verify(null, bytes, key, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}

/** The fingerprint that two people read to each other to compare a key: the first 80 bits of its SHA-256. */
export function fingerprintOf(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex')
  return (digest.slice(0, 20).match(/.{4}/g) ?? []).join(' ')
}

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return String(privateKey.export({ format: 'pem', type: 'pkcs8' }))
}

function asKey(pem: string, file: string): KeyObject {
  try {
    return createPrivateKey(pem)
  } catch {
    throw new WorkbookError('CANNOT_READ_FILE', { file, detail: 'it should hold a private key' })
  }
}

function rawPublicKey(key: KeyObject): string {
  const { x } = key.export({ format: 'jwk' })
  if (x === undefined) throw new Error('An Ed25519 key has no public half.')
  return x
}
