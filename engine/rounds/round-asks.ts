import { getCurrentStateIds, type RoundKey } from '../store/records/rounds.ts'
import { hasRatings } from '../store/records/workshops.ts'
import { hasAnswersInRound } from '../store/reports/asked.ts'
import type { ReadableStore } from '../store/store.ts'
import { type Indicators, narrowed, readAskedByGroup } from './asked-by-group.ts'
import { readMarks } from './marks.ts'
import { listOpened } from './rounds.ts'

/** The questions that a round puts to the people of one workshop. */
export interface RoundAsks {
  /** Finds the indicators that a group is to rate; null for all of the framework. */
  readonly indicatorsOf: (group: string) => Indicators
  /** Tests whether a group is asked for less than the others. */
  readonly isNarrowed: (group: string) => boolean
  /** Tests whether a participant who answered nothing in the round was asked to. */
  readonly isFor: (participant: string) => boolean
}

/**
 * The questions of a round in a workshop; null if the workshop had no such round: nobody opened it there, and
 * nobody answered in it. It is not for people who were excused, nor for those who joined once it was closed.
 */
export function roundAsks(store: ReadableStore, key: RoundKey): RoundAsks | null {
  const { workshop, round } = key
  const opened = listOpened(store, workshop)
  const here = opened.find(one => one.round === round)
  if (!wasHeld(store, key, opened.length, here !== undefined)) return null
  const markOf = readMarks(store, workshop)
  const closedBy = here?.isClosed ? getCurrentStateIds(store, key).at(-1) : undefined
  const byGroup = readAskedByGroup(store, workshop)
  const ofRound = here?.indicators ?? null
  const ofOthers = narrowed(ofRound, null)
  const ofGroups = new Map(
    byGroup.groups.map(group => [group, narrowed(ofRound, byGroup.of(group))]),
  )
  return {
    indicatorsOf: group => ofGroups.get(group) ?? ofOthers,
    isNarrowed: group => ofGroups.has(group),
    // Ids are in the order of their making, so the closing of a round tells who came before it.
    isFor: participant =>
      markOf(participant, round) !== 'excused' &&
      (closedBy === undefined || participant < closedBy),
  }
}

/**
 * Tests whether a workshop had a round. Paper of a round that was never opened on a laptop is keyed in all the
 * same; and the first round, which nobody opens, was not held where only later ones were answered or opened.
 */
function wasHeld(store: ReadableStore, key: RoundKey, opened: number, isOpened: boolean): boolean {
  if (key.round > 1 && isOpened) return true
  if (hasAnswersInRound(store, key)) return true
  return isOpened && opened === 1 && !hasRatings(store, key.workshop)
}
