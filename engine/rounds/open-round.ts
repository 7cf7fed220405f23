import { v7 as uuidv7 } from 'uuid'
import type { UnfinishedChoice, WorkshopRound } from '../../shared/model/workshop.ts'
import { WorkbookError } from '../errors.ts'
import { currentVersion } from '../frameworks/versions/current-version.ts'
import { hasIndicator } from '../store/records/frameworks.ts'
import { appendSupersession } from '../store/records/ratings.ts'
import { appendRoundRecord, getAllOpenings } from '../store/records/rounds.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { recordFacilitators } from '../workshops/facilitators.ts'
import { requireWorkshop } from '../workshops/workshops.ts'
import { setClosed } from './close-round.ts'
import { listCollected, takeOff } from './collected.ts'
import { currentRound, listOpened, listRounds } from './rounds.ts'

/** The request to open a round. */
export interface RatingAgain {
  readonly workshop: string
  /** The indicators to rate again; null for all. */
  readonly indicators: readonly string[] | null
  /** The way for people who have not finished the rounds before, or come later; left out, they finish first. */
  readonly unfinished?: UnfinishedChoice | undefined
  /** The note of who facilitates it; left out or empty, nothing is noted. */
  readonly facilitators?: string | undefined
}

/**
 * Has a workshop rate again: opens the next round, or has indicators join the latest where nobody has rated in
 * it yet. Whoever has not finished the round before, or comes later, ends that one first, for which it is
 * opened again; or is moved on, for which every earlier round is closed. Collected indicators that the round
 * leaves out are no longer collected. Throws UNKNOWN_WORKSHOP, UNKNOWN_INDICATOR. Returns the round.
 */
export function openRound(workbook: Workbook, wanted: RatingAgain): WorkshopRound {
  const { store } = workbook
  const { workshop } = wanted
  return store.transaction(() => {
    const latest = currentRound(store, workshop)
    refuseUnknownIndicators(workbook, wanted.indicators ?? [])
    const joins = latest.round > 1 && latest.answered === 0
    const collected = listCollected(store, workshop)
    const round = joins
      ? latest.round
      : Math.max(...listRounds(store, workshop).map(one => one.round)) + 1
    const indicators = joins ? notAsked(latest, wanted.indicators) : wanted.indicators
    if (indicators?.length !== 0) recordOpening(workbook, { workshop, round, indicators })
    setClosed(workbook, { workshop, round }, false)
    letThrough(workbook, wanted, round)
    const text = wanted.facilitators ?? ''
    if (text !== '') recordFacilitators(workbook, { workshop, round, text })
    const chosen = wanted.indicators
    if (chosen) {
      takeOff(
        workbook,
        workshop,
        collected.filter(one => !chosen.includes(one)),
      )
    }
    return currentRound(store, workshop)
  })
}

/**
 * Takes back that a round was opened, and with it who was to facilitate it; ratings that were given in it stay. Throws UNKNOWN_WORKSHOP. Returns the
 * latest round that is left.
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
    const isThere = listRounds(store, workshop).some(one => one.round === round)
    if (!isThere) recordFacilitators(workbook, { workshop, round, text: '' })
    return currentRound(store, workshop)
  })
}

/** Opens or closes the rounds before, by what becomes of people who have not finished them. */
function letThrough(
  workbook: Workbook,
  { workshop, unfinished = 'finish first' }: RatingAgain,
  round: number,
): void {
  const before = listOpened(workbook.store, workshop).filter(one => one.round < round)
  const last = before.at(-1)
  if (unfinished === 'move on') {
    for (const one of before) setClosed(workbook, { workshop, round: one.round }, true)
  } else if (last) {
    setClosed(workbook, { workshop, round: last.round }, false)
  }
}

/** The wanted indicators that a round does not ask for yet; null where all are wanted and it asks for some. */
function notAsked(
  { indicators: asked }: WorkshopRound,
  wanted: readonly string[] | null,
): readonly string[] | null {
  if (asked === null) return []
  return wanted === null ? null : wanted.filter(indicator => !asked.includes(indicator))
}

function recordOpening(
  { store, device, clock }: Workbook,
  opening: Pick<WorkshopRound, 'workshop' | 'round'> & {
    readonly indicators: readonly string[] | null
  },
): void {
  const id = uuidv7()
  const recordedAt = clock()
  appendRoundRecord(store, { ...opening, id, opening: id, takenBack: false, recordedAt, device })
}

function refuseUnknownIndicators({ store }: Workbook, indicators: readonly string[]): void {
  const { hash } = currentVersion(store)
  const unknown = indicators.find(indicator => !hasIndicator(store, hash, indicator))
  if (unknown !== undefined) throw new WorkbookError('UNKNOWN_INDICATOR', { indicator: unknown })
}
