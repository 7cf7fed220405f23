import { UPLOAD_LIMIT_BYTES } from '../../browser-front.ts'
import { isPackageName } from '../../host.ts'
import { SPREADSHEET_BYTES } from '../../model/check.ts'
import { refusalMessage } from '../check.ts'
import { overLimitWords } from './limits.ts'

/**
 * The sentence for a file of `bytes` that is too large to be uploaded: of a spreadsheet the one that is said wherever it is
 * chosen, with the most that is read of any; packages may have more where they need no upload.
 */
export function uploadRefusalMessage(file: string, bytes: number): string {
  if (!isPackageName(file)) {
    const over = { limit: 'bytes', most: SPREADSHEET_BYTES, found: bytes } as const
    return refusalMessage(file, { code: 'too-large', over })
  }
  const words = overLimitWords({ limit: 'bytes', most: UPLOAD_LIMIT_BYTES, found: bytes })
  return (
    `${file} is too large to be brought in by a browser: ${words}. Bring it in with the desktop program, or have it ` +
    'exported in parts, some workshops at a time.'
  )
}
