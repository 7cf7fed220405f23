import type { FacilitatedRound, RoundStanding, StandingCounts } from '../model/workshop.ts'
import { counted } from './figures.ts'

/** The standing of a person in a round, in a word or two. */
export const STANDING_WORDS: Readonly<Record<RoundStanding, string>> = {
  'not begun': 'not begun',
  'in the middle': 'in the middle',
  finished: 'finished',
  excused: 'not asked',
}

const are = (count: number, rest: string): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? 'is' : 'are'} ${rest}`]

const have = (count: number, rest: string): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? 'has' : 'have'} ${rest}`]

/** The standings of the people of a workshop in a round, in one sentence. */
export function standingsWords({
  finished,
  inTheMiddle,
  notBegun,
  excused,
}: StandingCounts): string {
  const asked = finished + inTheMiddle + notBegun
  if (asked + excused === 0) return 'Nobody is in this workshop yet.'
  const first =
    asked === 0
      ? []
      : finished === asked
        ? [asked === 1 ? 'The one person has finished' : `All ${asked} have finished`]
        : [`${finished} of ${asked} ${finished === 1 ? 'has' : 'have'} finished`]
  const parts = [
    ...first,
    ...are(inTheMiddle, 'in the middle'),
    ...have(notBegun, 'not begun'),
    ...are(excused, 'not asked'),
  ]
  return `${parts.join('; ')}.`
}

/** The effect of closing a round on people who have not finished it; nothing where all have. */
export function closingWords({ inTheMiddle, notBegun }: StandingCounts): string {
  const left = inTheMiddle + notBegun
  if (left === 0) return 'Everyone who was asked has finished.'
  return (
    `${counted(left, 'person has', 'people have')} not finished. They cannot go on until it is opened ` +
    'again; what they have answered is kept and counted.'
  )
}

/** The notes of who facilitated each round of a workshop, on one line; empty where there are none. */
export const facilitatedWords = (
  rounds: readonly FacilitatedRound[],
  roundName: (round: number) => string = round => `Round ${round}`,
): string =>
  rounds.map(({ round, facilitators }) => `${roundName(round)}: ${facilitators}`).join('; ')
