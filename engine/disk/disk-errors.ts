import { existsSync } from 'node:fs'
import { parse } from 'node:path'
import { assertNever } from '../../shared/assert-never.ts'
import { WorkbookError } from '../errors.ts'
import { systemCodeOf } from './patience.ts'

/** The reasons for which a disk refuses, each with a sentence of its own. Whether content is damaged is not among them. */
export type DiskFault = 'in-use' | 'missing' | 'not-allowed' | 'gone' | 'full'

const FAULTS: Readonly<Record<string, DiskFault>> = {
  EBUSY: 'in-use',
  ETXTBSY: 'in-use',
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EACCES: 'not-allowed',
  EPERM: 'not-allowed',
  EROFS: 'not-allowed',
  EIO: 'gone',
  ENODEV: 'gone',
  ENXIO: 'gone',
  ESTALE: 'gone',
  ENOTCONN: 'gone',
  EHOSTDOWN: 'gone',
  ECONNRESET: 'gone',
  // Windows has no other name for a stick that was pulled or a folder whose cloud does not answer.
  UNKNOWN: 'gone',
  ENOSPC: 'full',
  EDQUOT: 'full',
}

/** Calls that Windows refuses as not allowed where another program holds the file. */
const MOVING = ['rename', 'unlink', 'rm', 'rmdir', 'copyfile']

/** The reason for which a disk refused; undefined for an error that is not of a disk, or of another reason. */
export function diskFaultOf(error: unknown): DiskFault | undefined {
  if (!(error instanceof Error && 'syscall' in error)) return undefined
  const code = systemCodeOf(error)
  if (process.platform === 'win32' && code === 'EPERM' && MOVING.includes(String(error.syscall))) {
    return 'in-use'
  }
  const fault = FAULTS[code]
  return fault === 'missing' && isDiskGone(error) ? 'gone' : fault
}

/** A drive that is not there any more says of each of its files that there is none. */
function isDiskGone(error: Error): boolean {
  const root = 'path' in error ? parse(String(error.path)).root : ''
  return root !== '' && !existsSync(root)
}

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
