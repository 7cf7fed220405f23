import type { ConflictsCounted, ResultsScope } from '../../shared/model/results.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import { type StandingLine, standingLines } from '../hands/standing-hands.ts'
import type { HandsRecord } from '../store/records/hands.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Distribution } from './figures/summary.ts'

/** The hands that one group of one workshop showed for one question, as results count them. */
export interface ShownHands {
  readonly workshop: string
  readonly group: string
  readonly indicator: string
  readonly criterion: Criterion
  /** The framework version that was put to the room. */
  readonly framework: string
  readonly distribution: Distribution
}

/** The shows of hands that results of a scope count. */
export interface HandsInScope {
  readonly shown: readonly ShownHands[]
  /** The lines that laptops counted differently. */
  readonly conflicts: number
}

/** No show of hands, as where answers of persons alone are counted. */
export const NO_HANDS: HandsInScope = { shown: [], conflicts: 0 }

/**
 * Reads the shows of hands of some workshops as results count them: those who were in the room were asked, and each hand
 * is an answer. Of a line in conflict nothing counts, or for the time being the later count.
 */
export function handsInScope(
  store: ReadableStore,
  workshops: readonly string[],
  { round, groups, wording, conflicts = 'left out' }: ResultsScope,
): HandsInScope {
  const lines = standingLines(store, { workshops, round }).filter(
    ({ sides, group }) => sides.length > 0 && (groups?.includes(group) ?? true),
  )
  return {
    shown: lines.flatMap(line => {
      const latest = line.sides.at(-1)
      if (!latest) return []
      const counted = countedSide(line, conflicts)
      const seen = wording === undefined || counted?.wording === wording ? counted : undefined
      const { workshop, group, indicator, criterion } = line
      const distribution = toDistribution(latest, seen, line)
      return [{ workshop, group, indicator, criterion, framework: latest.framework, distribution }]
    }),
    conflicts: lines.filter(({ sides }) => sides.length > 1).length,
  }
}

function countedSide(
  { sides }: StandingLine,
  conflicts: ConflictsCounted,
): HandsRecord | undefined {
  return sides.length === 1 || conflicts === 'provisional' ? sides.at(-1) : undefined
}

function toDistribution(
  latest: HandsRecord,
  counted: HandsRecord | undefined,
  { sides }: StandingLine,
): Distribution {
  const counts = counted?.counts ?? latest.counts.map(() => 0)
  return {
    counts,
    dontKnow: counted?.dontKnow ?? 0,
    notApplicable: counted?.notApplicable ?? 0,
    asked: counted?.present ?? Math.max(...sides.map(({ present }) => present)),
    hands: counts.reduce((sum, count) => sum + count, 0),
  }
}

/**
 * The people of each group who were in a room in which hands were shown: of each workshop the most that any line names,
 * as nobody can tell who they were.
 */
export function peopleInRooms({ shown }: HandsInScope): ReadonlyMap<string, number> {
  const rooms = new Map<string, { readonly group: string; readonly people: number }>()
  for (const { workshop, group, distribution } of shown) {
    const room = JSON.stringify([workshop, group])
    const people = Math.max(rooms.get(room)?.people ?? 0, distribution.asked)
    rooms.set(room, { group, people })
  }
  const groups = new Map<string, number>()
  for (const { group, people } of rooms.values()) {
    groups.set(group, (groups.get(group) ?? 0) + people)
  }
  return groups
}
