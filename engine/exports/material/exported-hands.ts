import type { ExportScope } from '../../../shared/model/exports.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { standingLines } from '../../hands/standing-hands.ts'
import type { HandsRecord } from '../../store/records/hands.ts'
import type { ReadableStore } from '../../store/store.ts'

/** A show of hands as an export tells of it. */
export interface ExportedHands {
  readonly said: HandsRecord
  readonly workshop: Workshop
  /** Null where an export hides groups of few people. */
  readonly group: string | null
  /** The way it counts: `conflict` where another laptop counted differently and this is not counted. */
  readonly counts: 'yes' | 'conflict' | 'other_wording'
}

/** The shows of hands in scope, by workshop, round and line. Files with pseudonyms do not say who keyed them in. */
export function exportedHands(
  store: ReadableStore,
  workshops: readonly Workshop[],
  scope: ExportScope,
): readonly ExportedHands[] {
  return workshops.flatMap(workshop =>
    standingLines(store, { workshops: [workshop.id] })
      .filter(
        ({ group, round }) =>
          (scope.groups?.includes(group) ?? true) && (scope.rounds?.includes(round) ?? true),
      )
      .flatMap(({ sides }) =>
        sides.map((side, at) => ({
          said: told(side, scope),
          workshop,
          group: scope.hideUnder === undefined ? side.group : null,
          counts: countsAs(side, at === sides.length - 1, sides.length > 1, scope),
        })),
      ),
  )
}

function countsAs(
  { wording }: HandsRecord,
  isLatest: boolean,
  isConflict: boolean,
  scope: ExportScope,
): ExportedHands['counts'] {
  if (isConflict && !(scope.conflicts === 'provisional' && isLatest)) return 'conflict'
  return scope.wording === undefined || scope.wording === wording ? 'yes' : 'other_wording'
}

/** Without what is also in other files about the same record, where people are not to be known by it. */
const told = (side: HandsRecord, { people }: ExportScope): HandsRecord =>
  people === 'pseudonyms' ? { ...side, by: '', recordedAt: '', device: '' } : side
