import { type Guide, type GuidePart, points, steps, text } from './guide.ts'

/** The part of the card that helps while one comes in and rates. */
export const HOW_TO_RATE = {
  title: 'How to rate',
  comeIn:
    'Choose your group. You get a code and four words. Write the words down. Nobody asks for your name.',
  answer: 'Read the question. Choose the answer that fits best.',
  others: '*I don’t know* and *Doesn’t apply* are answers too.',
  change: 'Say why, if you like. You can change an answer until you finish.',
  saved: 'Wait for the word *Saved*. Then your answer is safe.',
} as const

/** The steps of rating, as a guide tells them, in any language. */
export const howToRate = (
  words: Readonly<Record<Exclude<keyof typeof HOW_TO_RATE, 'title'>, string>>,
): readonly GuidePart[] => [
  steps(words.comeIn, words.answer, words.others, words.change),
  text(words.saved),
]

/** The card for whoever rates. */
export const PARTICIPANT_CARD = {
  id: 'participant',
  title: 'Participant’s card',
  lead: 'For whoever rates. You cannot break anything, and there are no wrong answers.',
  sections: [
    {
      id: 'answer',
      title: HOW_TO_RATE.title,
      parts: howToRate(HOW_TO_RATE),
    },
    {
      id: 'end',
      title: 'Stop, or finish',
      parts: [
        points(
          'To stop for a while, press *Pause*. You come back with your four words.',
          'When you are done, press *Finish*, then *Finish and hand over*. The next person sees nothing of yours.',
          'If you need help, ask the person who gave you the laptop.',
        ),
      ],
    },
    {
      id: 'keys',
      title: 'With the keyboard',
      parts: [
        points(
          'A number, such as 4, answers the question.',
          'D is “I don’t know”, X is “Doesn’t apply”.',
          'J goes on, K goes back. U takes the last answer back.',
          'C writes a comment. R reads the question aloud. F1 shows all keys.',
        ),
      ],
    },
  ],
} as const satisfies Guide
