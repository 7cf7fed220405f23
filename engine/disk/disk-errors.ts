import { assertNever } from '../../shared/assert-never.ts'
import { isDeviceName } from '../../shared/file-names.ts'
import { WorkbookError } from '../errors.ts'
import { type DiskFault, diskFaultOf } from './disk-faults.ts'
import { systemCodeOf } from './patience.ts'

/** Translates what the disk says of reading a file into an error of the contract; others stay as they are. */
export function toReadError(error: unknown, file: string): unknown {
  const fault = diskFaultOf(error)
  if (fault !== undefined) return ofFault(fault, file)
  if (!(error instanceof Error && 'syscall' in error)) return error
  return new WorkbookError('CANNOT_READ_FILE', { file, detail: error.message })
}

/** Reasons for which a file is not written that come of its name and place. */
const OF_ITS_PLACE: Readonly<Record<string, string>> = {
  EFBIG: 'the disk takes no file of this size',
  EISDIR: 'there is a folder of that name',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'its folder is not there',
  ENOTDIR: 'its folder is not there',
}

/** Translates what the disk says of writing a file into an error of the contract; others stay as they are. */
export function toWriteError(error: unknown, file: string): unknown {
  const fault = diskFaultOf(error)
  if (fault !== undefined && fault !== 'missing') return ofFault(fault, file)
  if (!(error instanceof Error && 'syscall' in error)) return error
  const detail = OF_ITS_PLACE[systemCodeOf(error)] ?? error.message
  return new WorkbookError('CANNOT_WRITE_FILE', { file, detail })
}

function ofFault(fault: DiskFault, file: string): WorkbookError {
  switch (fault) {
    case 'in-use':
      return new WorkbookError('FILE_IN_USE', { file })
    case 'missing':
      return new WorkbookError('NO_SUCH_FILE', { file })
    case 'not-allowed':
      return new WorkbookError('FILE_NOT_ALLOWED', { file })
    case 'gone':
      return new WorkbookError('DISK_GONE', { file })
    case 'full':
      return new WorkbookError('DISK_FULL', { file })
    default:
      return assertNever(fault)
  }
}

/**
 * Refuses on every system to write what Windows keeps for a device: files are handed on, and there nobody could
 * open it. Throws CANNOT_WRITE_FILE.
 */
export function refuseDevice({ path, name }: { readonly path: string; readonly name: string }) {
  if (!isDeviceName(path)) return
  const detail = 'Windows keeps this name for a device'
  throw new WorkbookError('CANNOT_WRITE_FILE', { file: name, detail })
}
