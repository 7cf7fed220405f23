import { assertNever } from '../../../shared/assert-never.ts'
import type { ConsensusRule } from '../../../shared/model/rules.ts'
import {
  DEFAULT_AT_LEAST_ANSWERS,
  fewestAnswers,
  type RuleDraft,
  type RuleTest,
  ruleDraft,
  type SharesOf,
  type SharesTest,
  type Stability,
  stability,
  stabilityFor,
  testFor,
} from '../../../shared/model/rules.ts'
import type { ScaleLength } from '../../../shared/model/scale.ts'

/** The contents of the form's fields, as typed. */
export interface RuleFields {
  readonly title: string
  readonly source: string
  readonly kind: 'shares' | 'median'
  readonly high: string
  readonly low: string
  readonly atLeastPercent: string
  readonly underPercent: string
  readonly each: SharesOf
  /** The condition for "out": the same mirrored, or no more than a share at the high levels. */
  readonly out: 'mirrored' | 'at most'
  readonly outAtMostPercent: string
  readonly dontKnow: 'beside' | 'among'
  readonly atLeastAnswers: string
  readonly inFrom: string
  readonly outUpTo: string
  readonly spread: 'iqr' | 'ipras'
  readonly atMost: string
  /** The condition for stability between rounds: none, by people, or by the median. */
  readonly stability: 'none' | Stability['kind']
  readonly stayPercent: string
  readonly within: string
  readonly medianAtMost: string
  /** Empty where the interquartile range does not matter. */
  readonly iqrAtMost: string
}

/** The fields of a new rule: the usual shares, to be changed. */
export function freshFields(levels: ScaleLength): RuleFields {
  const middle = Math.ceil(levels / 2)
  return {
    title: '',
    source: '',
    kind: 'shares',
    high: levels === 3 ? '1' : '2',
    low: levels === 3 ? '1' : '2',
    atLeastPercent: '75',
    underPercent: '15',
    each: 'everyone',
    out: 'mirrored',
    outAtMostPercent: '50',
    dontKnow: 'beside',
    atLeastAnswers: String(DEFAULT_AT_LEAST_ANSWERS),
    inFrom: String(middle + 1),
    outUpTo: String(middle - 1),
    spread: 'iqr',
    atMost: '1',
    stability: 'none',
    stayPercent: '85',
    within: levels > 5 ? '1' : '0',
    medianAtMost: levels > 7 ? '1' : '0.5',
    iqrAtMost: '',
  }
}

/** The fields of a rule that is to be changed. */
export function fieldsOf(rule: ConsensusRule, levels: ScaleLength): RuleFields {
  const fields = {
    ...freshFields(levels),
    title: rule.title,
    source: rule.source,
    atLeastAnswers: String(fewestAnswers(rule)),
    ...stabilityFields(stabilityFor(rule, levels)),
  }
  const test = testFor(rule, levels)
  if (test?.kind === 'shares') {
    return {
      ...fields,
      kind: 'shares',
      high: String(test.high),
      low: String(test.low),
      atLeastPercent: String(test.atLeastPercent),
      underPercent: String(test.underPercent),
      each: test.each,
      ...(test.outAtMostPercent !== undefined && {
        out: 'at most',
        outAtMostPercent: String(test.outAtMostPercent),
      }),
      ...(test.withDontKnow && { dontKnow: 'among' }),
    }
  }
  if (test?.kind !== 'median') return fields
  return {
    ...fields,
    kind: 'median',
    inFrom: String(test.inFrom),
    outUpTo: String(test.outUpTo),
    spread: test.spread.kind,
    ...(test.spread.kind === 'iqr' && { atMost: String(test.spread.atMost) }),
  }
}

function stabilityFields(condition: Stability | undefined): Partial<RuleFields> {
  switch (condition?.kind) {
    case 'people':
      return {
        stability: 'people',
        stayPercent: String(condition.atLeastPercent),
        within: String(condition.within),
      }
    case 'median':
      return {
        stability: 'median',
        medianAtMost: String(condition.medianAtMost),
        iqrAtMost: condition.iqrAtMost === undefined ? '' : String(condition.iqrAtMost),
      }
    default:
      return {}
  }
}

/** The name by which the command line and files know a rule: its title in plain letters. */
export function nameFrom(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/** A rule that can be kept, or the first thing that is wrong with the fields. */
export type ReadRule =
  | { readonly draft: RuleDraft; readonly problem: null }
  | { readonly draft: null; readonly problem: string }

/** Reads the fields as a rule for a scale. */
export function readFields(fields: RuleFields, levels: ScaleLength): ReadRule {
  const draft = {
    name: nameFrom(fields.title),
    title: fields.title,
    source: fields.source,
    ...(numberOf(fields.atLeastAnswers) !== 1 && {
      atLeastAnswers: numberOf(fields.atLeastAnswers),
    }),
    scales: [{ levels, test: testOf(fields), ...stabilityOf(fields) }],
  }
  const parsed = ruleDraft.safeParse(draft)
  if (parsed.success) return { draft: parsed.data, problem: null }
  return { draft: null, problem: problemOf(fields, levels) }
}

function sharesOf(fields: RuleFields): SharesTest {
  return {
    kind: 'shares',
    high: numberOf(fields.high),
    low: numberOf(fields.low),
    atLeastPercent: numberOf(fields.atLeastPercent),
    underPercent: numberOf(fields.underPercent),
    each: fields.each,
    ...(fields.out === 'at most' && { outAtMostPercent: numberOf(fields.outAtMostPercent) }),
    ...(fields.dontKnow === 'among' && { withDontKnow: true }),
  }
}

function testOf(fields: RuleFields): RuleTest {
  if (fields.kind === 'shares') return sharesOf(fields)
  return {
    kind: 'median',
    inFrom: numberOf(fields.inFrom),
    outUpTo: numberOf(fields.outUpTo),
    spread:
      fields.spread === 'iqr'
        ? { kind: 'iqr', atMost: numberOf(fields.atMost) }
        : { kind: 'ipras' },
  }
}

function stabilityOf(fields: RuleFields): { readonly stability?: Stability } {
  switch (fields.stability) {
    case 'none':
      return {}
    case 'people': {
      const [within, atLeastPercent] = [numberOf(fields.within), numberOf(fields.stayPercent)]
      return { stability: { kind: 'people', within, atLeastPercent } }
    }
    case 'median': {
      const iqrAtMost =
        fields.iqrAtMost.trim() === '' ? {} : { iqrAtMost: numberOf(fields.iqrAtMost) }
      const medianAtMost = numberOf(fields.medianAtMost)
      return { stability: { kind: 'median', medianAtMost, ...iqrAtMost } }
    }
    default:
      return assertNever(fields.stability)
  }
}

const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text))

function problemOf(fields: RuleFields, levels: ScaleLength): string {
  if (nameFrom(fields.title) === '') return 'Give the rule a title in letters.'
  const fewest = numberOf(fields.atLeastAnswers)
  if (!Number.isInteger(fewest) || fewest < 1 || fewest > 100) {
    return 'Give the fewest answers as a whole number from 1 to 100.'
  }
  const { stability: between } = stabilityOf(fields)
  if (between && !stability.safeParse(between).success) {
    return between.kind === 'people'
      ? `Give a whole percentage from 1 to 100 of people, and from 0 to ${levels - 2} levels to move.`
      : 'Give changes of median and range in levels, in steps of a quarter.'
  }
  if (between?.kind === 'people' && between.within > levels - 2) {
    return `Everybody moves ${levels - 1} levels or less: give fewer for “stable”.`
  }
  const test = testOf(fields)
  if (test.kind === 'shares') {
    if ((test.outAtMostPercent ?? 0) >= test.atLeastPercent) {
      return 'The share for “out” must lie below the one for “in”.'
    }
    if (test.underPercent > test.atLeastPercent) {
      return 'The lower share must not be above the higher one, or a verdict could be in and out.'
    }
    return `Give whole percentages from 1 to 100, and from 1 to ${levels - 1} levels at each end.`
  }
  if (test.outUpTo >= test.inFrom) return 'The median for “out” must lie below the one for “in”.'
  return `Give medians from 1 to ${levels} in steps of a half, and a range in steps of a quarter.`
}
