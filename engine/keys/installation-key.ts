import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diskFaultOf, toReadError } from '../disk/disk-errors.ts'
import { isHeldOpen, patiently, systemCodeOf } from '../disk/patience.ts'
import { WorkbookError } from '../errors.ts'
import { placePrivateFile } from '../files/write/private-files.ts'

/** The key with which one installation of the program signs the packages that it writes. */
export interface InstallationKey {
  /** The public half: 32 bytes in base64url. */
  readonly publicKey: string
  /** The signature over these bytes, in base64url. */
  readonly sign: (bytes: Uint8Array) => string
}

/** The file of the private key; it stays in the folder of the person's data and goes into no package. */
export const INSTALLATION_KEY_FILE = 'installation-key.pem'

/** The installation's key, made at its first use in a file that only its owner may read. */
export function installationKey(folder: string): InstallationKey {
  const file = join(folder, INSTALLATION_KEY_FILE)
  const privateKey = readKey(file) ?? makeKey(file)
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

function readKey(file: string): KeyObject | undefined {
  try {
    return createPrivateKey(patiently(() => readFileSync(file), isHeldOpen))
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return undefined
    if (diskFaultOf(error) !== undefined) throw toReadError(error, file)
    throw new WorkbookError('CANNOT_READ_FILE', { file, detail: 'it should hold a private key' })
  }
}

/** Two programs that start at once must end with one key, so that of the other may be the one to use. */
function makeKey(file: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = String(privateKey.export({ format: 'pem', type: 'pkcs8' }))
  if (placePrivateFile(file, pem)) return privateKey
  const theirs = readKey(file)
  if (theirs) return theirs
  throw new WorkbookError('CANNOT_READ_FILE', { file, detail: 'it went away' })
}

function rawPublicKey(key: KeyObject): string {
  const { x } = key.export({ format: 'jwk' })
  if (x === undefined) throw new Error('An Ed25519 key has no public half.')
  return x
}
