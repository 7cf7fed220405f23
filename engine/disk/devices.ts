import { isDeviceName } from '../../shared/file-names.ts'

/** Tests whether a path is no file here but a device of Windows, of which some never answer. */
export const isDevice = (path: string): boolean =>
  process.platform === 'win32' && isDeviceName(path)
