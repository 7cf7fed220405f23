import type { MarkedStanding, RoundStanding } from '../../shared/model/workshop.ts'
import type { OpenedRound } from './rounds.ts'

/** The facts about one person in one round by which their standing is decided. */
export interface PersonInRound {
  /** The number of indicators of the round that they have answered by both criteria. */
  readonly rated: number
  /** The number of indicators that the round asks for. */
  readonly indicators: number
  /** True once they have answered anything that the round asks for. */
  readonly hasBegun: boolean
  /** The standing that was recorded; null where it follows from the answers. */
  readonly mark: MarkedStanding | null
}

/** Decides how far a person is with a round. Whoever has answered everything is finished, said or not. */
export function standingOf({ rated, indicators, hasBegun, mark }: PersonInRound): RoundStanding {
  if (mark === 'finished') return 'finished'
  if (mark === null && rated === indicators) return 'finished'
  if (mark === 'excused') return 'excused'
  return hasBegun ? 'in the middle' : 'not begun'
}

/** The round that a person is asked for, or the reason why there is none. */
export type Asked<Round> = { readonly round: Round } | { readonly none: 'finished' | 'closed' }

/**
 * Decides what one person is asked for: the first of the opened rounds, in order, that is not closed and that
 * they have neither finished nor been excused from. Nobody is asked for anything once the latest is closed.
 */
export function decideAsked<Round extends Pick<OpenedRound, 'isClosed'>>(
  opened: readonly Round[],
  standingIn: (round: Round) => RoundStanding,
): Asked<Round> {
  if (opened.at(-1)?.isClosed) return { none: 'closed' }
  const theirs = opened.find(round => {
    if (round.isClosed) return false
    const standing = standingIn(round)
    return standing === 'not begun' || standing === 'in the middle'
  })
  return theirs ? { round: theirs } : { none: 'finished' }
}
