/** The words of the pages that participants get for the next round. */
export interface FeedbackWords {
  readonly title: (study: string) => string
  readonly yours: string
  readonly round: (round: number, people: number) => string
  readonly how: string
  readonly ends: (lowest: string, highest: string) => string
  readonly noAnswer: string
  readonly tooFew: string
  readonly of: (count: number) => string
}

/** The same in English; anybody is to understand them. */
export const FEEDBACK: FeedbackWords = {
  title: study => `${study}: what you said, and what the others said`,
  yours: 'This page is for',
  round: (round, people) =>
    `Round ${round}. ${people} people answered. Nobody is named, and this page is for you alone.`,
  how: 'The bars show how many people chose each answer, from the lowest on the left to the highest on the right. Beside them are your own words, and your own bar has a frame. You need not change your mind: there is no right answer.',
  ends: (lowest, highest) => `left: ${lowest}; right: ${highest}`,
  noAnswer: 'no answer',
  tooFew: 'too few answers to show',
  of: count => `${count} answered`,
}
