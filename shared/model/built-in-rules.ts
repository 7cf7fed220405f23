import { z } from 'zod'
import type { ConsensusRule, MedianTest, SharesTest } from './rules.ts'

/** The names of the rules that come with the program. */
export const RULE_NAMES = [
  'percent-75',
  'comet-70-15',
  'comet-70-15-per-group',
  'ram',
  'iqr',
] as const
export const ruleName = z.enum(RULE_NAMES)
export type RuleName = z.infer<typeof ruleName>

export const DEFAULT_RULE: RuleName = 'percent-75'

const PERCENT_75: SharesTest = {
  kind: 'shares',
  high: 2,
  low: 2,
  atLeastPercent: 75,
  underPercent: 15,
  each: 'everyone',
}
const COMET_70_15: SharesTest = { ...PERCENT_75, high: 3, low: 3, atLeastPercent: 70 }
const COMET_SOURCE =
  'Williamson and others, The COMET Handbook: version 1.0, Trials 18 (2017), supplement 3.'

/** The rules that come with the program. A threshold here never changes without a new version. */
export const RULES: Readonly<Record<RuleName, ConsensusRule>> = {
  'percent-75': {
    name: 'percent-75',
    version: 1,
    title: 'Three quarters agree',
    source:
      'Diamond and others, Defining consensus, Journal of Clinical Epidemiology 67 (2014): 75 % is ' +
      'the median threshold of the Delphi studies reviewed there.',
    scales: [
      { levels: 3, test: PERCENT_75 },
      { levels: 4, test: PERCENT_75 },
      { levels: 5, test: PERCENT_75 },
      { levels: 9, test: PERCENT_75 },
    ],
  },
  'comet-70-15': {
    name: 'comet-70-15',
    version: 1,
    title: 'COMET 70/15',
    source: COMET_SOURCE,
    scales: [{ levels: 9, test: COMET_70_15 }],
  },
  'comet-70-15-per-group': {
    name: 'comet-70-15-per-group',
    version: 1,
    title: 'COMET 70/15 in each group',
    source: COMET_SOURCE,
    scales: [{ levels: 9, test: { ...COMET_70_15, each: 'group' } }],
  },
  ram: {
    name: 'ram',
    version: 1,
    title: 'RAND/UCLA appropriateness',
    source: 'Fitch and others, The RAND/UCLA Appropriateness Method User’s Manual, RAND (2001).',
    scales: [
      { levels: 9, test: { kind: 'median', inFrom: 6.5, outUpTo: 3, spread: { kind: 'ipras' } } },
    ],
  },
  iqr: {
    name: 'iqr',
    version: 1,
    title: 'Close together',
    source:
      'von der Gracht, Consensus measurement in Delphi studies, Technological Forecasting and ' +
      'Social Change 79 (2012): an interquartile range of 1 on short scales, 2 on long ones.',
    scales: [
      { levels: 3, test: closeTogether(3, 1, 1) },
      { levels: 4, test: closeTogether(3, 2, 1) },
      { levels: 5, test: closeTogether(4, 2, 1) },
      { levels: 9, test: closeTogether(7, 3, 2) },
    ],
  },
}

function closeTogether(inFrom: number, outUpTo: number, atMost: number): MedianTest {
  return { kind: 'median', inFrom, outUpTo, spread: { kind: 'iqr', atMost } }
}
