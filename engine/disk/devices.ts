import { isDeviceName } from '../../shared/file-names.ts'
import { WorkbookError } from '../errors.ts'

/** Tests whether a path is no file here but a device of Windows, of which some never answer. */
export const isDevice = (path: string): boolean =>
  process.platform === 'win32' && isDeviceName(path)

/**
 * Refuses on every system to write what Windows keeps for a device: files are handed on, and there nobody could
 * open it. Throws CANNOT_WRITE_FILE.
 */
export function refuseDevice({ path, name }: { readonly path: string; readonly name: string }) {
  if (!isDeviceName(path)) return
  const detail = 'Windows keeps this name for a device'
  throw new WorkbookError('CANNOT_WRITE_FILE', { file: name, detail })
}
