import { type Guide, points, steps, text } from './guide.ts'

/** The card for whoever rates. */
export const PARTICIPANT_CARD = {
  id: 'participant',
  title: 'Participant’s card',
  lead: 'For whoever rates. You cannot break anything, and there are no wrong answers.',
  sections: [
    {
      id: 'answer',
      title: 'How to rate',
      parts: [
        steps(
          'Choose your group. You get a code and four words. Write the words down. Nobody asks for your name.',
          'Read the question. Choose the answer that fits best.',
          '*I don’t know* and *Doesn’t apply* are answers too.',
          'Say why, if you like. You can change an answer until you finish.',
        ),
        text('Wait for the word *Saved*. Then your answer is safe.'),
      ],
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
