import { assertNever } from '../assert-never.ts'
import type {
  DisagreementKind,
  JudgedSummary,
  Priority,
  Results,
  StabilityFound,
} from '../model/results.ts'
import {
  type ConsensusRule,
  fewestAnswers,
  type MedianTest,
  type RuleTest,
  type SharesOf,
  type SharesTest,
  type Spread,
  type Stability,
  stabilityFor,
  testFor,
  type Verdict,
} from '../model/rules.ts'
import type { ScaleLength } from '../model/scale.ts'
import { CRITERIA, type Criterion } from '../model/vocabulary.ts'
import { formatTwo } from './figures.ts'

/** Each priority as it stands on screen. */
export const PRIORITY_NAMES: Readonly<Record<Priority, string>> = {
  keep: 'Keep',
  'make usable': 'Make usable',
  'make useful': 'Make useful',
  rethink: 'Rethink',
}

/** Each kind of disagreement as it stands on screen. */
export const KIND_NAMES: Readonly<Record<DisagreementKind, string>> = {
  agreed: 'Agreed',
  vague: 'Vague',
  split: 'Split',
  'groups differ': 'Groups differ',
  'lone dissenter': 'Lone dissenter',
}

/** Explanations of the priorities of an indicator. */
export const PRIORITY_WORDS: Readonly<Record<Priority, string>> = {
  keep: 'Consensus that it is both useful and easy to use.',
  'make usable': 'Consensus that it is useful, but none that it is easy to use.',
  'make useful': 'Consensus that it is easy to use, but none that it is useful.',
  rethink: 'No consensus that it is useful, nor that it is easy to use.',
}

/** Explanations of the kinds of disagreement. */
export const DISAGREEMENT_WORDS: Readonly<Record<DisagreementKind, string>> = {
  agreed: 'Most answers lie close together.',
  vague: 'Answers are spread, without camps.',
  split: 'There are two camps.',
  'groups differ': 'Stakeholder groups see it differently.',
  'lone dissenter': 'Everyone agrees but one person.',
}

/** A kind beside a verdict: people who agree on the middle of the scale agree on neither in nor out. */
export function kindWords(kind: DisagreementKind | null, verdict: Verdict, none: string): string {
  if (kind === null) return none
  return kind === 'agreed' && verdict === 'none'
    ? `${KIND_NAMES.agreed}, on neither in nor out`
    : KIND_NAMES[kind]
}

const JUDGED: Readonly<Record<Criterion, string>> = {
  usefulness: 'useful',
  usability: 'easy to use',
}

const THOUGH: Readonly<Record<DisagreementKind, string>> = {
  agreed: '',
  vague: ', though answers are spread',
  split: ', though there are two camps',
  'groups differ': ', though groups see it differently',
  'lone dissenter': ', all but one person',
}

const NO_CONSENSUS: Readonly<Record<Exclude<DisagreementKind, 'agreed'>, string>> = {
  vague: 'answers are spread',
  split: 'there are two camps',
  'groups differ': 'groups see it differently',
  'lone dissenter': 'all are close together but one, and too few are sure either way',
}

/** A verdict for a whole room, in one sentence that says too how far apart the answers are. */
export function roomVerdict(
  criterion: Criterion,
  verdict: Verdict,
  kind: DisagreementKind | null,
): string {
  const judged = JUDGED[criterion]
  if (verdict !== 'none') {
    const not = verdict === 'out' ? 'not ' : ''
    return `People agree that it is ${not}${judged}${kind === null ? '' : THOUGH[kind]}.`
  }
  if (kind === 'agreed') {
    return `Answers are close together, yet too few are sure that it is ${judged}, or that it is not.`
  }
  const open = `It is open whether it is ${judged}`
  return kind === null ? `${open}.` : `${open}: ${NO_CONSENSUS[kind]}.`
}

const SMALL_NUMBERS = ['Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'] as const

/** The solidity of a verdict, for anyone. `changes` is null where no answers could change it. */
export function solidityWords(changes: number | null): string {
  if (changes === null) return 'No change of answers would change this.'
  if (changes === 1) return 'One person changing their mind would change this.'
  const people = SMALL_NUMBERS[changes - 2] ?? String(changes)
  return `${people} people changing their mind would change this.`
}

/** The solidity of a verdict on a criterion, or why there is no verdict. */
export const solidityOf = (
  { tooFew, changesToFlip }: { readonly tooFew: boolean; readonly changesToFlip: number | null },
  rule: Pick<ConsensusRule, 'atLeastAnswers'>,
): string => (tooFew ? tooFewWords(rule) : solidityWords(changesToFlip))

/** That a rule says nothing as too few have answered. */
export const tooFewWords = (rule: Pick<ConsensusRule, 'atLeastAnswers'>): string =>
  `Too few answers for a verdict: the rule asks for at least ${fewestAnswers(rule)}.`

/** The groups that did not decide as too few of them answered; empty where there are none. */
export function smallGroupWords(
  groups: Readonly<Record<string, { readonly n: number }>>,
  rule: ConsensusRule,
  levels: ScaleLength,
): string {
  const test = testFor(rule, levels)
  if (test?.kind !== 'shares' || test.each === 'everyone') return ''
  const small = Object.entries(groups).filter(([, { n }]) => n > 0 && n < fewestAnswers(rule))
  if (small.length === 0) return ''
  const named = small.map(([group, { n }]) => `${group} (${n})`).join(', ')
  return `Too few answered to decide: ${named}.`
}

/** A rule in words, as it applies to a scale: when it says "in" and when "out". */
export function ruleWords(rule: ConsensusRule, levels: ScaleLength): string {
  const test = testFor(rule, levels)
  if (!test) return `This rule is not for a scale of ${levels} levels.`
  return `${testWords(test, levels)}${fewestWords(rule, test)}${stabilityRuleWords(rule, levels)}`
}

function testWords(test: RuleTest, levels: ScaleLength): string {
  switch (test.kind) {
    case 'shares':
      return sharesWords(test, levels)
    case 'median':
      return medianWords(test)
    default:
      return assertNever(test)
  }
}

const levelsMoved = (levels: number): string =>
  levels === 0 ? 'did not move' : `moved ${levels} level${levels === 1 ? '' : 's'} or less`

function stabilityRuleWords(rule: ConsensusRule, levels: ScaleLength): string {
  const condition = stabilityFor(rule, levels)
  return condition ? ` Stable since the round before: ${conditionWords(condition)}.` : ''
}

function conditionWords(condition: Stability): string {
  switch (condition.kind) {
    case 'people':
      return (
        `at least ${condition.atLeastPercent} % of those who chose a level in both ` +
        levelsMoved(condition.within)
      )
    case 'median': {
      const { medianAtMost, iqrAtMost } = condition
      const spread =
        iqrAtMost === undefined
          ? ''
          : `, and the interquartile range changed by ${iqrAtMost} or less`
      return `the median changed by ${medianAtMost} or less${spread}`
    }
    default:
      return assertNever(condition)
  }
}

/** The stability of the answers to a question since an earlier round, in one sentence; empty where nothing is known. */
export function stabilityWords(
  { stability: found }: Pick<JudgedSummary, 'stability'>,
  rule: Pick<ConsensusRule, 'scales'>,
  levels: ScaleLength,
): string {
  const condition = stabilityFor(rule, levels)
  if (!found || !condition) return ''
  const { since, stable } = found
  if (stable === null)
    return `Too few answered in round ${since} and again to say how stable this is.`
  return `${stable ? 'Stable' : 'Not stable'} since round ${since}: ${foundWords(found, condition)}.`
}

const signed = (figure: number | null): string => {
  const shown = formatTwo(figure)
  return figure !== null && figure > 0 ? `+${shown}` : shown
}

const foundWords = (found: StabilityFound, condition: Stability): string =>
  condition.kind === 'people'
    ? `${found.near} of ${found.paired} people ${levelsMoved(condition.within)}`
    : `the median changed by ${signed(found.medianChange)}, the interquartile range by ${signed(found.iqrChange)}`

/** The number of questions that are stable since an earlier round, as a sentence; empty where none was compared. */
export function stabilityTally({ indicators }: Pick<Results, 'indicators'>): string {
  const told = indicators.flatMap(({ criteria }) =>
    CRITERIA.flatMap(criterion => criteria[criterion].stability ?? []),
  )
  if (told.length === 0) return ''
  const times = (is: boolean | null) => told.filter(({ stable }) => stable === is).length
  const open = times(null)
  return (
    `Of ${told.length} questions that were answered in an earlier round too, ${times(true)} are stable and ${times(false)} are not` +
    `${open === 0 ? '' : `; of ${open} too few answered in both`}.`
  )
}

function fewestWords(rule: ConsensusRule, test: RuleTest): string {
  const fewest = fewestAnswers(rule)
  if (fewest < 2) return ''
  return test.kind === 'shares' && test.each !== 'everyone'
    ? ` A group of fewer than ${fewest} answers does not decide; it is named.`
    : ` Fewer than ${fewest} answers are too few for a verdict.`
}

const EACH_WORDS: Readonly<Record<SharesOf, string>> = {
  everyone: '',
  group: ' Each stakeholder group that answered has to meet this.',
  both: ' Everyone together and each stakeholder group that answered have to meet this.',
}

function sharesWords(test: SharesTest, levels: ScaleLength): string {
  const high = levelWords(levels - test.high + 1, levels)
  const low = levelWords(1, test.low)
  const share = (most: string, least: string): string =>
    `at least ${test.atLeastPercent} % of the answers at ${most} and under ` +
    `${test.underPercent} % at ${least}`
  const out =
    test.outAtMostPercent === undefined
      ? share(low, high)
      : `no more than ${test.outAtMostPercent} % of the answers at ${high}`
  const counted = test.withDontKnow ? ' “I don’t know” counts among the answers.' : ''
  return `In: ${share(high, low)}. Out: ${out}. Otherwise: no consensus.${counted}${EACH_WORDS[test.each]}`
}

function medianWords({ inFrom, outUpTo, spread }: MedianTest): string {
  const close = spreadWords(spread)
  return (
    `In: a median of ${inFrom} or more, and ${close}. Out: a median of ${outUpTo} or less, and ` +
    `${close}. Otherwise: no consensus.`
  )
}

function spreadWords(spread: Spread): string {
  switch (spread.kind) {
    case 'ipras':
      return 'a range from the 30th to the 70th percentile no wider than the IPRAS'
    case 'iqr':
      return `an interquartile range of ${spread.atMost} or less`
    default:
      return assertNever(spread)
  }
}

const levelWords = (lowest: number, highest: number): string =>
  lowest === highest ? `level ${lowest}` : `levels ${lowest} to ${highest}`
