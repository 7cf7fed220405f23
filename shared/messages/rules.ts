import { assertNever } from '../assert-never.ts'
import type { DisagreementKind, Priority } from '../model/results.ts'
import {
  type ConsensusRule,
  type MedianTest,
  type SharesTest,
  type Spread,
  testFor,
} from '../model/rules.ts'
import type { ScaleLength } from '../model/scale.ts'

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

const SMALL_NUMBERS = ['Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'] as const

/** The solidity of a verdict, for anyone. `changes` is null where no answers could change it. */
export function solidityWords(changes: number | null): string {
  if (changes === null) return 'No change of answers would change this.'
  if (changes === 1) return 'One person changing their mind would change this.'
  const people = SMALL_NUMBERS[changes - 2] ?? String(changes)
  return `${people} people changing their mind would change this.`
}

/** A rule in words, as it applies to a scale: when it says "in" and when "out". */
export function ruleWords(rule: ConsensusRule, levels: ScaleLength): string {
  const test = testFor(rule, levels)
  if (!test) return `This rule is not for a scale of ${levels} levels.`
  switch (test.kind) {
    case 'shares':
      return sharesWords(test, levels)
    case 'median':
      return medianWords(test)
    default:
      return assertNever(test)
  }
}

function sharesWords(test: SharesTest, levels: ScaleLength): string {
  const high = levelWords(levels - test.high + 1, levels)
  const low = levelWords(1, test.low)
  const share = (most: string, least: string): string =>
    `at least ${test.atLeastPercent} % of the answers at ${most} and under ` +
    `${test.underPercent} % at ${least}`
  const each =
    test.each === 'group'
      ? ' Each stakeholder group that answered has to meet this, whatever its size.'
      : ''
  return `In: ${share(high, low)}. Out: ${share(low, high)}. Otherwise: no consensus.${each}`
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
