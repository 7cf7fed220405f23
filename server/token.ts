import { join } from 'node:path'
import { keptPrivateText, replacePrivateFile } from '../engine/files/write/private-files.ts'
import { isToken, randomToken, TOKEN_FILE } from './address.ts'

/**
 * The token of a library, made at its first use in a file that only its owner may read, so that the same
 * command gives the same address. A file that holds none is replaced: nothing hangs on it but an open
 * page. Throws FILE_IN_USE, FILE_NOT_ALLOWED, CANNOT_READ_FILE, CANNOT_WRITE_FILE, DISK_FULL.
 */
export function keptToken(libraryFolder: string): string {
  const kept = keptPrivateText(join(libraryFolder, TOKEN_FILE), () => `${randomToken()}\n`).trim()
  if (isToken(kept)) return kept
  const token = randomToken()
  keepToken(libraryFolder, token)
  return token
}

/** Keeps this token for a library from now on. Throws CANNOT_WRITE_FILE, DISK_FULL. */
export function keepToken(libraryFolder: string, token: string): void {
  replacePrivateFile(join(libraryFolder, TOKEN_FILE), `${token}\n`)
}
