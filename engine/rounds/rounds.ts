import { openedRounds, type WorkshopRound } from '../../shared/model/workshop.ts'
import { WorkbookError } from '../errors.ts'
import { getCurrentFacilitators } from '../store/records/facilitators.ts'
import {
  countAnswering,
  getAllOpenings,
  getClosedRounds,
  isRoundShut,
  type RoundKey,
  type RoundRecord,
} from '../store/records/rounds.ts'
import type { ReadableStore } from '../store/store.ts'
import { requireWorkshop } from '../workshops/workshops.ts'

/**
 * The rounds of a workshop, the first one first. Openings of one round add up, so that rounds that two laptops
 * opened merge without a conflict. Throws UNKNOWN_WORKSHOP.
 */
export function listRounds(store: ReadableStore, workshop: string): readonly WorkshopRound[] {
  requireWorkshop(store, workshop)
  const openings = getAllOpenings(store, workshop)
  const closed = new Set(getClosedRounds(store, workshop))
  const answering = new Map(
    countAnswering(store, workshop).map(({ round, count }) => [round, count]),
  )
  const opened = openings.map(({ round }) => round)
  const notes = getCurrentFacilitators(store, workshop).filter(({ text }) => text !== '')
  const numbers = [...new Set([1, ...opened, ...answering.keys()])].sort((a, b) => a - b)
  return numbers.map(round => {
    const records = openings.filter(opening => opening.round === round)
    return {
      round,
      workshop,
      indicators: openedIndicators(records),
      openedAt: records[0]?.recordedAt ?? null,
      openings: records.map(({ opening }) => opening),
      isClosed: closed.has(round),
      answered: answering.get(round) ?? 0,
      facilitators: noted(notes.filter(note => note.round === round)),
    }
  })
}

/** The notes of one round as one: laptops that noted the same say it once. */
const noted = (notes: readonly { readonly text: string }[]): string =>
  [...new Set(notes.map(({ text }) => text))].join('; ')

/** A round that was opened, or the first, as it stands now. */
export type OpenedRound = Pick<WorkshopRound, 'round' | 'indicators' | 'isClosed'>

/** The rounds of a workshop that were opened, the first one first. It counts nobody, so it is quick. */
export function listOpened(store: ReadableStore, workshop: string): readonly OpenedRound[] {
  const openings = getAllOpenings(store, workshop)
  const closed = new Set(getClosedRounds(store, workshop))
  return [...new Set([1, ...openings.map(({ round }) => round)])].map(round => ({
    round,
    indicators: openedIndicators(openings.filter(opening => opening.round === round)),
    isClosed: closed.has(round),
  }))
}

/** The latest round of a workshop that anyone opened. */
export function currentRound(store: ReadableStore, workshop: string): WorkshopRound {
  const latest = openedRounds(listRounds(store, workshop)).at(-1)
  if (!latest) throw new Error('The first round is there from the start.')
  return latest
}

/** The indicators that a round of a workshop asks for; null for all. Throws UNKNOWN_WORKSHOP. */
export function indicatorsOfRound(
  store: ReadableStore,
  { workshop, round }: RoundKey,
): readonly string[] | null {
  requireWorkshop(store, workshop)
  return openedIndicators(
    getAllOpenings(store, workshop).filter(opening => opening.round === round),
  )
}

/**
 * Refuses to have a closed round rated on screen, or any round of a workshop whose latest is closed. Throws
 * ROUND_CLOSED.
 */
export function refuseClosedRound(store: ReadableStore, { workshop, round }: RoundKey): void {
  if (isRoundShut(store, { workshop, round })) throw new WorkbookError('ROUND_CLOSED', { round })
}

function openedIndicators(records: readonly RoundRecord[]): string[] | null {
  const asked = new Set<string>()
  for (const { indicators } of records) {
    if (indicators === null) return null
    for (const indicator of indicators) asked.add(indicator)
  }
  return asked.size === 0 ? null : [...asked]
}
