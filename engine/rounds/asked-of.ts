import type { MarkedStanding, RoundStanding } from '../../shared/model/workshop.ts'

/** A round that was opened, as far as it matters for who is asked. */
export interface OpenedRound {
  readonly round: number
  readonly isClosed: boolean
}

/** What is known of one person in one round. */
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

/** How far a person is with a round. Who has answered everything is finished, even if they did not say so. */
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
export function decideAsked<Round extends OpenedRound>(
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
