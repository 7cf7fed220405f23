import { v7 as uuidv7 } from 'uuid'
import type { ParticipantProgress, WorkshopRound } from '../../shared/model/workshop.ts'
import { WorkbookError } from '../errors.ts'
import { currentVersion } from '../frameworks/versions/current-version.ts'
import { hasIndicator } from '../store/records/frameworks.ts'
import { appendSupersession } from '../store/records/ratings.ts'
import {
  appendRoundRecord,
  countAnswering,
  getAllOpenings,
  hasRatings,
  type RoundRecord,
} from '../store/records/rounds.ts'
import { getAllProgress } from '../store/records/workshops.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireWorkshop } from '../workshops/workshops.ts'

/** The request to rate indicators of one workshop again; null means every indicator. */
export interface RatingAgain {
  readonly workshop: string
  readonly indicators: readonly string[] | null
}

/**
 * The rounds of a workshop, the first one first. Openings of one round add up, so that an indicator
 * can join a round that is already open. Throws UNKNOWN_WORKSHOP.
 */
export function listRounds(store: ReadableStore, workshop: string): readonly WorkshopRound[] {
  requireWorkshop(store, workshop)
  const openings = getAllOpenings(store, workshop)
  const answering = new Map(
    countAnswering(store, workshop).map(({ round, count }) => [round, count]),
  )
  const opened = openings.map(({ round }) => round)
  const numbers = [...new Set([1, ...opened, ...answering.keys()])].sort((a, b) => a - b)
  return numbers.map(round => {
    const records = openings.filter(opening => opening.round === round)
    return {
      round,
      workshop,
      indicators: openedIndicators(records),
      openedAt: records[0]?.recordedAt ?? null,
      openings: records.map(({ opening }) => opening),
      answered: answering.get(round) ?? 0,
    }
  })
}

/** The round that a workshop is rating now: the latest that anyone opened. */
export function currentRound(store: ReadableStore, workshop: string): WorkshopRound {
  const opened = listRounds(store, workshop).filter(
    ({ round, openedAt }) => round === 1 || openedAt !== null,
  )
  const latest = opened.at(-1)
  if (!latest) throw new Error('The first round is always open.')
  return latest
}

/** The indicators that a round of a workshop asks for; null for all. Throws UNKNOWN_WORKSHOP. */
export function indicatorsOfRound(
  store: ReadableStore,
  { workshop, round }: { readonly workshop: string; readonly round: number },
): readonly string[] | null {
  requireWorkshop(store, workshop)
  return openedIndicators(
    getAllOpenings(store, workshop).filter(opening => opening.round === round),
  )
}

/**
 * The participants of a workshop with their progress in a round; left out, in the one that is being
 * rated. Throws UNKNOWN_WORKSHOP.
 */
export function listProgress(
  store: ReadableStore,
  { workshop, round: wanted }: { readonly workshop: string; readonly round?: number | undefined },
): readonly ParticipantProgress[] {
  const round = wanted ?? currentRound(store, workshop).round
  const asked = indicatorsOfRound(store, { workshop, round })
  return getAllProgress(store, { workshop, round, asked, framework: currentVersion(store).hash })
}

/**
 * Has a workshop rate again. Indicators that the latest round does not ask for join it; those that it
 * does ask for, and that someone has answered there, begin the next one. Throws UNKNOWN_WORKSHOP,
 * UNKNOWN_INDICATOR.
 */
export function openRound(workbook: Workbook, wanted: RatingAgain): WorkshopRound {
  const { store, device, clock } = workbook
  return store.transaction(() => {
    const latest = currentRound(store, wanted.workshop)
    refuseUnknownIndicators(store, wanted.indicators ?? [])
    const missing = indicatorsToJoin(store, latest, wanted)
    if (missing?.length === 0) return latest
    const id = uuidv7()
    appendRoundRecord(store, {
      id,
      opening: id,
      workshop: wanted.workshop,
      round: missing ? latest.round : highestRound(store, wanted.workshop) + 1,
      indicators: missing ?? wanted.indicators,
      takenBack: false,
      recordedAt: clock(),
      device,
    })
    return currentRound(store, wanted.workshop)
  })
}

/**
 * Takes back that a round was opened; ratings that were given in it stay. Throws UNKNOWN_WORKSHOP.
 * Returns the round that the workshop is rating now.
 */
export function takeBackRound(
  workbook: Workbook,
  { workshop, round }: { readonly workshop: string; readonly round: number },
): WorkshopRound {
  const { store, device, clock } = workbook
  return store.transaction(() => {
    requireWorkshop(store, workshop)
    for (const opening of getAllOpenings(store, workshop)) {
      if (opening.round !== round) continue
      const id = uuidv7()
      appendRoundRecord(store, { ...opening, id, takenBack: true, recordedAt: clock(), device })
      appendSupersession(store, { record: id, superseded: opening.id })
    }
    return currentRound(store, workshop)
  })
}

/** The wanted indicators that can join the latest round; null when a new round has to begin. */
function indicatorsToJoin(
  store: ReadableStore,
  { round, indicators: asked }: WorkshopRound,
  { workshop, indicators }: RatingAgain,
): readonly string[] | null {
  if (round === 1 || asked === null || indicators === null) return null
  const again = indicators.filter(indicator => asked.includes(indicator))
  if (hasRatings(store, { workshop, round, indicators: again })) return null
  return indicators.filter(indicator => !asked.includes(indicator))
}

function openedIndicators(records: readonly RoundRecord[]): string[] | null {
  const asked = new Set<string>()
  for (const { indicators } of records) {
    if (indicators === null) return null
    for (const indicator of indicators) asked.add(indicator)
  }
  return asked.size === 0 ? null : [...asked]
}

function highestRound(store: ReadableStore, workshop: string): number {
  return Math.max(...listRounds(store, workshop).map(({ round }) => round))
}

function refuseUnknownIndicators(store: ReadableStore, indicators: readonly string[]): void {
  const { hash } = currentVersion(store)
  const unknown = indicators.find(indicator => !hasIndicator(store, hash, indicator))
  if (unknown !== undefined) throw new WorkbookError('UNKNOWN_INDICATOR', { indicator: unknown })
}
