/** The words of the pages that participants get for the next round; anybody is to understand them. */
export const FEEDBACK = {
  title: (study: string): string => `${study}: what you said, and what the others said`,
  yours: 'This page is for',
  round: (round: number, people: number): string =>
    `Round ${round}. ${people} people answered. Nobody is named, and this page is for you alone.`,
  how: 'The bars show how many people chose each answer, from the lowest on the left to the highest on the right. Beside them are your own words, and your own bar has a frame. You need not change your mind: there is no right answer.',
  ends: (lowest: string, highest: string): string => `left: ${lowest}; right: ${highest}`,
  noAnswer: 'no answer',
  tooFew: 'too few answers to show',
  of: (count: number): string => `${count} answered`,
} as const
