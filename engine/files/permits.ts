import { randomBytes } from 'node:crypto'
import { WorkbookError } from '../errors.ts'

/** A file that a person chose in a dialog or uploaded. `name` is what they know it by. */
export interface PermittedFile {
  readonly path: string
  readonly name: string
}

/**
 * Tokens that stand for files a person chose, so that no path crosses the contract and the renderer
 * can reach no other file. A front grants them; the engine redeems them. They live as long as the
 * engine process.
 */
export interface FilePermits {
  /** A token that stands for this file. */
  readonly grant: (file: PermittedFile) => string
  /** The file a token stands for. Throws FILE_PERMIT_EXPIRED for one this engine never gave. */
  readonly redeem: (token: string) => PermittedFile
  /** Forgets a token, as when a temporary upload is deleted. */
  readonly revoke: (token: string) => void
}

/** An empty set of permits. */
export function createFilePermits(): FilePermits {
  const files = new Map<string, PermittedFile>()
  return {
    grant: file => {
      const token = randomBytes(24).toString('base64url')
      files.set(token, file)
      return token
    },
    redeem: token => {
      const file = files.get(token)
      if (!file) throw new WorkbookError('FILE_PERMIT_EXPIRED', {})
      return file
    },
    revoke: token => {
      files.delete(token)
    },
  }
}
