import type { Wording } from '../model/rating.ts'
import { CRITERION_QUESTIONS, type Level } from '../model/scale.ts'
import type { Criterion } from '../model/vocabulary.ts'

/** The words around an indicator that change with its wording. */
interface WordsAround {
  /** The question that each criterion asks. */
  readonly questions: Readonly<Record<Criterion, string>>
  /** The word for an indicator. */
  readonly thing: string
  /** Names the facts that can be opened. */
  readonly more: string
}

/** The words that a participant reads around an indicator in each wording. */
export const WORDS_AROUND: Readonly<Record<Wording, WordsAround>> = {
  title: {
    questions: CRITERION_QUESTIONS,
    thing: 'Indicator',
    more: 'More about this indicator',
  },
  plain: {
    questions: {
      usefulness: 'Would it help to know this?',
      usability: 'Would this be easy to find out?',
    },
    thing: 'Question',
    more: 'More about this',
  },
}

/** The levels of a criterion in a wording; their values and their order are always the same. */
export const levelsIn = (wording: Wording, levels: readonly Level[]): readonly Level[] =>
  wording === 'title'
    ? levels
    : levels.map(({ value, label }) => ({ value, label: label.replace(/ to use$/, '') }))
