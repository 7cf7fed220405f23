import type { SetAgreement } from '../model/results.ts'
import { COUNT, FIGURE, RATING_WORDS, words } from './exports.ts'

/** Names of the coefficients of agreement over all indicators. */
export const AGREEMENT_NAMES = {
  alphaNominal: 'Krippendorff’s alpha, levels as names',
  alphaOrdinal: 'Krippendorff’s alpha, levels as an order',
  alphaInterval: 'Krippendorff’s alpha, levels as equal steps',
  kendallW: 'Kendall’s W, corrected for ties',
} as const satisfies Partial<Record<keyof SetAgreement, string>>

/** One of the coefficients of agreement over all indicators. */
export type AgreementName = keyof typeof AGREEMENT_NAMES

/** All of them, in the order in which they are listed. */
export const AGREEMENT_FIGURES = [
  'alphaNominal',
  'alphaOrdinal',
  'alphaInterval',
  'kendallW',
] as const satisfies readonly AgreementName[]

/** An introduction to the coefficients, for somebody who meets them for the first time. */
export const AGREEMENT_HINT =
  'Of 1, people agree wholly; of 0, no more than chance would have it. Alpha looks at the levels themselves, W only at the order in which each person puts the indicators.'

/** The reason why there is no alpha or no W; empty where there is one. */
export function whyUndefined(agreement: SetAgreement, name: AgreementName): string {
  if (agreement[name] !== null) return ''
  return name === 'kendallW' ? whyNoW(agreement) : whyNoAlpha(agreement)
}

const whyNoAlpha = ({ indicators }: SetAgreement): string =>
  indicators === 0
    ? 'Not defined: no indicator has answers of two people.'
    : 'Not defined: every answer is the same level, so there is nothing to tell agreement from.'

function whyNoW({ kendallN, indicators }: SetAgreement): string {
  if (kendallN < 2) {
    const people = kendallN === 0 ? 'nobody' : 'only one person'
    return `Not defined: ${people} chose a level for every indicator, and W needs two who did.`
  }
  return indicators < 2
    ? 'Not defined: an order takes two indicators or more.'
    : 'Not defined: nobody put any indicator before another.'
}

/** The reasons for missing figures, each once; empty where there are all figures. */
export function undefinedReasons(
  agreement: SetAgreement,
  figures: readonly AgreementName[] = AGREEMENT_FIGURES,
): readonly string[] {
  const alphas = AGREEMENT_FIGURES.filter(name => name !== 'kendallW')
  // The three alphas are undefined together, for one reason.
  const [alpha = ''] = alphas.map(name => whyUndefined(agreement, name))
  const w = figures.includes('kendallW') ? whyUndefined(agreement, 'kendallW') : ''
  return [
    ...(alpha === '' ? [] : [`Krippendorff’s alpha. ${alpha}`]),
    ...(w === '' ? [] : [`Kendall’s W. ${w}`]),
  ]
}

/** The columns of the agreement over all indicators. */
export const AGREEMENT_WORDS = {
  criterion: RATING_WORDS.criterion,
  answers: words('Answers to indicators that two people or more answered.', COUNT, 'answers'),
  indicators: words('Indicators that those answers are about.', COUNT, 'indicators'),
  alpha_nominal: words('Krippendorff’s alpha, levels taken as names.', FIGURE, 'up to 1'),
  alpha_ordinal: words('Krippendorff’s alpha, levels taken as an order.', FIGURE, 'up to 1'),
  alpha_interval: words('Krippendorff’s alpha, levels taken as equal steps.', FIGURE, 'up to 1'),
  kendall_w: words('Kendall’s concordance W, corrected for ties.', FIGURE, '0 to 1'),
  kendall_n: words(
    'Participants who chose a level for every indicator that anybody did: what W rests on.',
    COUNT,
    'people',
  ),
  note: words('Why a figure does not exist; empty where all of them do.'),
} as const
