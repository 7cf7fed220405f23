import type { RoundUnderWay } from '../../shared/model/workshop.ts'
import { WorkbookError } from '../errors.ts'
import { getRating } from '../store/records/ratings.ts'
import { getAllWorkshops, getParticipant } from '../store/records/workshops.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireWorkshop } from '../workshops/workshops.ts'
import { listOpened } from './rounds.ts'
import { listUnderWay, roundBeingRated } from './standings.ts'

/**
 * The workshops at whose answers a facilitator looks while they rate. Each look is at one round and is kept in memory
 * alone: it ends with the round, with the program, and when a room gets the laptop.
 */
export interface Looks {
  /** Looks at the answers so far of a workshop, or no longer. Throws UNKNOWN_WORKSHOP. */
  readonly look: (workbook: Workbook, wanted: Look) => { readonly workshop: string }
  /** The workshops that are rating now, with those that are looked at. */
  readonly underWay: (workbook: Workbook) => readonly RoundUnderWay[]
  /**
   * Refuses an operation whose input is about answers of a workshop that is rating and not looked at. Throws
   * ROUND_UNDER_WAY.
   */
  readonly refuseUnseen: (workbook: Workbook, asked: object) => void
  /** Ends every look. */
  readonly end: () => void
}

/** The wish to look at the answers so far of a workshop, or to do so no longer. */
export interface Look {
  readonly workshop: string
  readonly looks: boolean
}

/** Looks at nothing to begin with. */
export function createLooks(): Looks {
  let looks = new WeakMap<Workbook, Map<string, number>>()
  const isSeen = (workbook: Workbook, workshop: string, round: number): boolean =>
    looks.get(workbook)?.get(workshop) === round
  return {
    look: (workbook, { workshop, looks: wanted }) => {
      requireWorkshop(workbook.store, workshop)
      const rounds = looks.get(workbook) ?? new Map<string, number>()
      looks.set(workbook, rounds)
      const round = listOpened(workbook.store, workshop).at(-1)?.round
      if (wanted && round !== undefined) rounds.set(workshop, round)
      else rounds.delete(workshop)
      return { workshop }
    },
    underWay: workbook =>
      listUnderWay(workbook).map(one => ({
        ...one,
        isSeen: isSeen(workbook, one.workshop, one.round),
      })),
    refuseUnseen: (workbook, asked) => {
      for (const workshop of workshopsOf(workbook.store, asked)) {
        const round = roundBeingRated(workbook, workshop)
        if (round === null || isSeen(workbook, workshop, round)) continue
        throw new WorkbookError('ROUND_UNDER_WAY', { round })
      }
    },
    end: () => {
      looks = new WeakMap()
    },
  }
}

/** The workshops that an operation is about: those it names, that of the person or answer it names, or all. */
function workshopsOf(store: ReadableStore, asked: object): readonly string[] {
  if ('workshops' in asked && Array.isArray(asked.workshops)) return asked.workshops
  const person =
    'rating' in asked && typeof asked.rating === 'string'
      ? getRating(store, asked.rating)?.participant
      : 'participant' in asked && typeof asked.participant === 'string'
        ? asked.participant
        : undefined
  const own = person === undefined ? undefined : getParticipant(store, person)?.workshop
  return own === undefined ? getAllWorkshops(store).map(({ id }) => id) : [own]
}
