import type { Wording } from '../model/rating.ts'
import type { ConflictsCounted, OtherWords, QuantileDefinition } from '../model/results.ts'
import type { Verdict } from '../model/rules.ts'
import type { Criterion } from '../model/vocabulary.ts'
import { counted, formatCount } from './figures.ts'

/** Each criterion as it stands on screen. */
export const CRITERION_NAMES: Readonly<Record<Criterion, string>> = {
  usefulness: 'Usefulness',
  usability: 'Usability',
}

/** Each verdict in a word or two. */
export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  in: 'In',
  out: 'Out',
  none: 'No consensus',
}

/** Explanations of the verdicts on a criterion. */
export const VERDICT_WORDS: Readonly<Record<Criterion, Readonly<Record<Verdict, string>>>> = {
  usefulness: {
    in: 'In: consensus that it is useful',
    out: 'Out: consensus that it is not useful',
    none: 'No consensus on whether it is useful',
  },
  usability: {
    in: 'In: consensus that it is easy to use',
    out: 'Out: consensus that it is not easy to use',
    none: 'No consensus on whether it is easy to use',
  },
}

/** The computation of medians, quartiles and percentiles, by each definition of Hyndman and Fan. */
export const QUANTILE_WORDS: Readonly<Record<QuantileDefinition, string>> = {
  'R-7': 'Quantiles by definition R-7 (Hyndman and Fan, 1996), as in R and as in PERCENTILE.INC.',
  'R-6':
    'Quantiles by definition R-6 (Hyndman and Fan, 1996), as in SPSS and as in PERCENTILE.EXC.',
  'R-2': 'Quantiles by definition R-2 (Hyndman and Fan, 1996), as in SAS.',
}

/** Names of the wordings of an indicator that were large on screen while it was rated. */
export const WORDING_WORDS: Readonly<Record<Wording, string>> = {
  title: 'Its own title',
  plain: 'Plain words',
  easy: 'Easy read',
}

/** The treatment in results of keys with two current ratings; empty where there are none. */
export function conflictWords(conflicts: {
  readonly counted: ConflictsCounted
  readonly keys: number
}): string {
  if (conflicts.keys === 0) return ''
  const [what, them] =
    conflicts.keys === 1
      ? ['For one question a person has', 'neither is']
      : [`For ${conflicts.keys} questions a person has`, 'neither of each is']
  return conflicts.counted === 'left out'
    ? `${what} two current answers; ${them} counted until somebody settles it.`
    : `${what} two current answers; the later one is counted until somebody settles it.`
}

/** The mark behind the code of an indicator whose answers saw other words. */
export const OTHER_WORDS_MARK = '†'

/** The answers to an indicator that saw other words, with how many; empty where there are none. */
export const otherWordsOf = ({ answers, of }: OtherWords): string =>
  answers === 0
    ? ''
    : `${formatCount(answers)} of ${counted(of, 'answer', 'answers')} saw other words`

/** The number of indicators of which answers saw other words, in a sentence. */
export const otherWordsAmong = (indicators: number): string =>
  `For ${counted(indicators, 'indicator', 'indicators')}, some answers were given to other words than those shown here.`
