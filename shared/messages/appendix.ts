import { COUNT, FIGURE_WORDS, JUDGEMENT_WORDS, RATING_WORDS, words } from './exports.ts'

/** The words of the appendix table. */
export const APPENDIX_WORDS = {
  everyone: 'Everyone',
  columns: {
    code: RATING_WORDS.indicator,
    item: words('Title of the indicator in the words that the round saw.'),
    criterion: RATING_WORDS.criterion,
    round: RATING_WORDS.round,
    group: words('Stakeholder group of the people counted, or Everyone.'),
    n: words(
      'Participants who chose a level; the figures of the row rest on them.',
      COUNT,
      'people',
    ),
    median_iqr: words(
      'Median and, in brackets, first and third quartile of the levels chosen; Read me names the definition.',
      'such as 4 [3, 5]',
      'level',
    ),
    share: FIGURE_WORDS.favourable,
    verdict: words(
      'What the consensus rule says; empty where too few answered for it to say anything.',
      JUDGEMENT_WORDS.verdict.values,
    ),
    few_answers: JUDGEMENT_WORDS.few_answers,
  },
} as const
