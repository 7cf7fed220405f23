import { Option } from 'commander'
import { DEFAULT_RULE, RULE_NAMES, type RuleName } from '../shared/model/built-in-rules.ts'
import {
  DEFAULT_QUANTILE,
  QUANTILE_DEFINITIONS,
  type QuantileDefinition,
} from '../shared/model/results.ts'

/** How results are judged, as it is said on the command line. */
export interface JudgingOptions {
  readonly rule: RuleName
  readonly quantile: QuantileDefinition
}

/** `--rule`: one of the program's rules. */
export const ruleOption = (): Option =>
  new Option('--rule <name>', 'the consensus rule that gives the verdicts')
    .choices(RULE_NAMES)
    .default(DEFAULT_RULE)

/** `--quantile`: one of the definitions of percentiles. */
export const quantileOption = (): Option =>
  new Option('--quantile <definition>', 'how medians and percentiles are computed')
    .choices(QUANTILE_DEFINITIONS)
    .default(DEFAULT_QUANTILE)
