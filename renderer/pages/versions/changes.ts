import { CHANGE_KINDS, kindsOf } from '../../../shared/messages/versions.ts'
import type { ChangeCounts, VersionChange } from '../../../shared/model/versions.ts'

/** The changes of one kind. */
export interface ChangeGroup {
  readonly kind: keyof ChangeCounts
  readonly changes: readonly VersionChange[]
}

/** Changes by kind, those that happened; one indicator stands under each kind that it is of. */
export function groupChanges(changes: readonly VersionChange[]): readonly ChangeGroup[] {
  return CHANGE_KINDS.map(kind => ({
    kind,
    changes: changes.filter(change => kindsOf(change).includes(kind)),
  })).filter(group => group.changes.length > 0)
}
