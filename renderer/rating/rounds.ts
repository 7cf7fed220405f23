import type { WorkshopRound } from '../../shared/model/rounds.ts'

/** The rounds that can be rated on screen: the first, and those that somebody opened. */
export const openRounds = (rounds: readonly WorkshopRound[]): readonly WorkshopRound[] =>
  rounds.filter(({ round, openedAt }) => round === 1 || openedAt !== null)

/** The round that was asked for, or else the latest that is open. */
export function roundToRate(
  rounds: readonly WorkshopRound[],
  wanted: number | null,
): Pick<WorkshopRound, 'round' | 'indicators'> {
  const open = openRounds(rounds)
  const found = open.find(({ round }) => round === wanted) ?? open.at(-1)
  return found ?? { round: 1, indicators: null }
}
