import type { NotSavedCause } from '../../../shared/messages/line.ts'
import type { LineState } from '../../data/host/page-host.ts'
import type { Problem } from '../../data/loadable.ts'

/**
 * The cause for which answers are not saved: how the line stands says more than the last error, which a
 * call may have got before. `problem` is null while a call has no answer yet.
 */
export function notSavedCause(problem: Problem | null, line: LineState): NotSavedCause {
  if (line === 'lost') return 'gone'
  if (line === 'refused') return 'stranger'
  switch (problem?.code) {
    case undefined:
      return 'late'
    case 'UNEXPECTED':
      return 'fault'
    case 'LINE_LOST':
      return 'gone'
    case 'LINE_REFUSED':
      return 'stranger'
    case 'DISK_FULL':
      return 'full'
    case 'CANNOT_WRITE_FILE':
    case 'FILE_IN_USE':
    case 'FILE_NOT_ALLOWED':
    case 'DISK_GONE':
      return 'unwritable'
    default:
      return 'refused'
  }
}
