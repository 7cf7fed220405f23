import { Option } from 'commander'
import { DEFAULT_RULE, RULE_NAMES } from '../shared/model/built-in-rules.ts'
import {
  DEFAULT_QUANTILE,
  QUANTILE_DEFINITIONS,
  type QuantileDefinition,
} from '../shared/model/results.ts'

/** How results are judged, as it is said on the command line. */
export interface JudgingOptions {
  /** A rule of the program, or one of the study's own. */
  readonly rule: string
  readonly quantile: QuantileDefinition
}

/** `--rule`: one of the program's rules, or of the workbook's own. */
export const ruleOption = (): Option =>
  new Option(
    '--rule <name>',
    `the consensus rule that gives the verdicts: ${RULE_NAMES.join(', ')}, or one of the workbook’s own`,
  ).default(DEFAULT_RULE)

/** `--quantile`: one of the definitions of percentiles. */
export const quantileOption = (): Option =>
  new Option('--quantile <definition>', 'how medians and percentiles are computed')
    .choices(QUANTILE_DEFINITIONS)
    .default(DEFAULT_QUANTILE)
