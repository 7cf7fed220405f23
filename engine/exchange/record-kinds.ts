import {
  commentTagKind,
  discussedKind,
  roundKind,
  ruleKind,
  suggestionRecordKind,
} from './kinds/discussion-kinds.ts'
import { frameworkKind, indicatorKind, splitKind } from './kinds/framework-kinds.ts'
import { linkKind, settlementKind, teamKeyKind } from './kinds/people-kinds.ts'
import { ratingKind, supersessionKind, withdrawalKind } from './kinds/rating-kinds.ts'
import { deviceKind, participantKind, workshopKind } from './kinds/workshop-kinds.ts'
import type { Part, RecordKind } from './record-kind.ts'

/**
 * Every kind of record that travels, in the order in which they are stored: what a record refers to comes
 * before it. Supersessions are last, as they may join any two records.
 */
export const RECORD_KINDS: readonly RecordKind[] = [
  deviceKind,
  frameworkKind,
  indicatorKind,
  splitKind,
  workshopKind,
  participantKind,
  ratingKind,
  suggestionRecordKind,
  commentTagKind,
  ruleKind,
  roundKind,
  discussedKind,
  settlementKind,
  linkKind,
  teamKeyKind,
  withdrawalKind,
  supersessionKind,
]

const BY_NAME: ReadonlyMap<string, RecordKind> = new Map(
  RECORD_KINDS.map(kind => [kind.name, kind]),
)

/** The kind of this name, if this program knows it. */
export function recordKind(name: string): RecordKind | undefined {
  return BY_NAME.get(name)
}

/** The kinds of one part of a package, in order. */
export function kindsOf(part: Part): readonly RecordKind[] {
  return RECORD_KINDS.filter(kind => kind.part === part)
}
