import { existsSync } from 'node:fs'
import { parse } from 'node:path'
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
