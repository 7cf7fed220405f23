import { createHash, randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { keptPrivateText, replacePrivateFile } from '../engine/files/write/private-files.ts'

/** The file of a library's token, beside its workbooks; it goes into no package and no backup. */
export const TOKEN_FILE = 'browser-token'

/** A token of 256 random bits, in base64url. */
export const randomToken = (): string => randomBytes(32).toString('base64url')
const TOKEN = /^[\w-]{43}$/

/**
 * The token of a library, made at its first use in a file that only its owner may read, so that the same
 * command gives the same address. A file that holds none is replaced: nothing hangs on it but an open
 * page. Throws FILE_IN_USE, FILE_NOT_ALLOWED, CANNOT_READ_FILE, CANNOT_WRITE_FILE, DISK_FULL.
 */
export function keptToken(libraryFolder: string): string {
  const kept = keptPrivateText(join(libraryFolder, TOKEN_FILE), () => `${randomToken()}\n`).trim()
  if (TOKEN.test(kept)) return kept
  const token = randomToken()
  keepToken(libraryFolder, token)
  return token
}

/** Keeps this token for a library from now on. Throws CANNOT_WRITE_FILE, DISK_FULL. */
export function keepToken(libraryFolder: string, token: string): void {
  replacePrivateFile(join(libraryFolder, TOKEN_FILE), `${token}\n`)
}

const FIRST_PORT = 20_000
const PORTS = 10_000

/**
 * The port of a library unless another is asked for: the same at each start, so that its address is too,
 * and below those that systems hand out by themselves (from 32768 on).
 */
export function libraryPort(libraryFolder: string): number {
  const digest = createHash('sha256').update(resolve(libraryFolder)).digest()
  return FIRST_PORT + (digest.readUInt32BE(0) % PORTS)
}
