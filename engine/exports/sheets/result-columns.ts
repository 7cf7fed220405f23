import {
  FIGURE_WORDS,
  JUDGEMENT_WORDS,
  levelWords,
  RESULT_PLACE_WORDS,
  type RetiredWord,
  retiredWord,
} from '../../../shared/messages/exports.ts'
import { STABILITY_WORDS } from '../../../shared/messages/round-changes.ts'
import type { Release } from '../../../shared/model/exports.ts'
import {
  areFewAnswers,
  type CriterionSummary,
  type EqualGroups,
  type IndicatorResult,
  type JudgedSummary,
  type Results,
  type StabilityFound,
} from '../../../shared/model/results.ts'
import { stabilityFor } from '../../../shared/model/rules.ts'
import type { Level, Scale } from '../../../shared/model/scale.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import type { NumberDisplay, NumberFormat } from '../../files/write/sheets.ts'
import { IPRAS_LEVELS } from '../../results/figures/descriptive-statistics.ts'
import type { WordsOf } from '../material/framework-parts.ts'
import type { ShownResults } from '../material/material.ts'
import type { Column } from './columns.ts'
import { sectionText } from './indicator-columns.ts'

/** Flags for a row with few people behind its figures, and for figures left out for that reason. */
export type FewAnswers = 'no' | 'yes' | 'left out'

/** One row of results: an indicator and a criterion, over everyone (`group` is then null) or a group. */
export interface ResultRow {
  /** The indicator's identity. */
  readonly id: string
  /** The framework version in whose words it stands. */
  readonly framework: string
  readonly code: string
  readonly section: string
  readonly outcome: string
  readonly title: string
  readonly retired: RetiredWord
  readonly criterion: Criterion
  readonly round: number
  readonly group: string | null
  readonly participants: number
  readonly fewAnswers: FewAnswers
  /** Null where the figures are left out. */
  readonly summary: JudgedSummary | null
  /** Null for a group, and where figures of a group are left out. */
  readonly equalGroups: EqualGroups | null
  /** The answers that are no level; null where they are left out. */
  readonly dontKnow: number | null
  readonly notApplicable: number | null
}

/** A row for each indicator and criterion, in the order of the framework. */
export function resultRows(shown: ShownResults, wordsOf: WordsOf): readonly ResultRow[] {
  return eachCriterion(shown, wordsOf, (result, place) => {
    const { groups, equalGroups, ...summary } = result.criteria[place.criterion]
    const isHidden = (group: string | null) => shown.hidden.has(result.id, place.criterion, group)
    const someHidden = [null, ...Object.keys(groups)].some(isHidden)
    return [
      {
        ...place,
        group: null,
        participants: shown.results.participants,
        ...told(summary, isHidden(null)),
        ...othersOf(shown, { ...place, group: null, summary, isHidden: isHidden(null) }),
        equalGroups: someHidden || shown.equalGroups === false ? null : equalGroups,
      },
    ]
  })
}

/** A row for each indicator, criterion and group, in the order of the framework and of the groups. */
export function groupResultRows(shown: ShownResults, wordsOf: WordsOf): readonly ResultRow[] {
  return eachCriterion(shown, wordsOf, (result, place) =>
    Object.entries(result.criteria[place.criterion].groups).map(([group, summary]) => ({
      ...place,
      group,
      participants: shown.results.groups[group] ?? 0,
      ...told(summary, shown.hidden.has(result.id, place.criterion, group)),
      ...othersOf(shown, {
        ...{ ...place, group, summary },
        isHidden: shown.hidden.has(result.id, place.criterion, group),
      }),
      equalGroups: null,
    })),
  )
}

/** The answers that are no level, each of which may be told or left out for itself. */
function othersOf(
  { others }: ShownResults,
  {
    summary,
    isHidden,
    ...of
  }: Pick<ResultRow, 'id' | 'criterion' | 'group'> & {
    readonly summary: CriterionSummary
    readonly isHidden: boolean
  },
): Pick<ResultRow, 'dontKnow' | 'notApplicable'> {
  const count = (kind: 'dontKnow' | 'notApplicable') => {
    if (others) return others({ ...of, indicator: of.id }, kind)
    return isHidden ? null : summary[kind]
  }
  return { dontKnow: count('dontKnow'), notApplicable: count('notApplicable') }
}

function told(
  summary: JudgedSummary,
  isHidden: boolean,
): Pick<ResultRow, 'summary' | 'fewAnswers'> {
  if (isHidden) return { summary: null, fewAnswers: 'left out' }
  return { summary, fewAnswers: areFewAnswers(summary) ? 'yes' : 'no' }
}

type Place = Pick<
  ResultRow,
  'id' | 'framework' | 'code' | 'section' | 'outcome' | 'title' | 'retired' | 'criterion' | 'round'
>

function eachCriterion(
  { results }: ShownResults,
  wordsOf: WordsOf,
  rows: (result: IndicatorResult, place: Place) => readonly ResultRow[],
): readonly ResultRow[] {
  return results.indicators.flatMap(result =>
    CRITERIA.flatMap(criterion =>
      rows(result, {
        id: result.id,
        framework: result.framework,
        code: result.code,
        section: sectionText(result.section),
        outcome: wordsOf(result).outcome,
        title: result.title,
        retired: retiredWord(result),
        criterion,
        round: results.round,
      }),
    ),
  )
}

type Value = Column<ResultRow>['value']

const place = (
  name: keyof typeof RESULT_PLACE_WORDS,
  width: number,
  value: Value,
): Column<ResultRow> => ({ name, width, wraps: width > 20, words: RESULT_PLACE_WORDS[name], value })

const figure = (
  name: keyof typeof FIGURE_WORDS,
  format: NumberFormat,
  value: Value,
): Column<ResultRow> => ({
  name,
  width: Math.max(12, name.length + 3),
  format,
  words: FIGURE_WORDS[name],
  value,
})

const number =
  (name: keyof Omit<CriterionSummary, 'counts'>): Value =>
  ({ summary }) =>
    summary?.[name] ?? null

const byHands: Value = ({ summary }) => summary && (summary.hands ?? 0)

const equally =
  (name: keyof Omit<EqualGroups, 'shares'>): Value =>
  ({ equalGroups }) =>
    equalGroups?.[name] ?? null

const judgement = (
  name: 'verdict' | 'too_few' | 'disagreement' | 'kind_of_disagreement',
  of: (summary: JudgedSummary) => string | null,
): Column<ResultRow> => ({
  name,
  width: name.length + 3,
  words: JUDGEMENT_WORDS[name],
  value: ({ summary }) => summary && of(summary),
})

const yesOrNo = (is: boolean | null): string | null => {
  if (is === null) return null
  return is ? 'yes' : 'no'
}

const SHARE: NumberDisplay = { kind: 'bar', from: 0, to: 1 }
const AGREEMENT: NumberDisplay = { kind: 'colours', from: -1, to: 1 }
const overLevels = ({ length }: Scale): NumberDisplay => ({ kind: 'colours', from: 1, to: length })

const GROUP_COLUMN = place('group', 24, ({ group }) => group)
const ROUND_COLUMN: Column<ResultRow> = {
  ...place('round', 9, ({ round }) => round),
  format: 'whole',
}

/** The columns of which tables and rows have none: beside n they would tell of those who left a question out. */
const UNTOLD: readonly string[] = ['participants', 'asked', 'missing']

/** The facts that the columns of results depend on. */
export interface ResultBook {
  readonly scale: Scale
  readonly release: Release
  readonly results: Pick<Results, 'ruleUsed'>
  /** The shows of hands that are counted; n says how many of it they are where there are any. */
  readonly hands: readonly unknown[]
}

/** The columns of results, over everyone counted. */
export function resultColumns(book: ResultBook): readonly Column<ResultRow>[] {
  return [
    ...columnsOfBoth(book),
    figure('changes_to_flip', 'whole', ({ summary }) => summary?.changesToFlip ?? null),
    figure('equal_groups', 'whole', equally('groups')),
    figure('equal_mean', 'figure', equally('mean')),
    figure('equal_sd', 'figure', equally('sd')),
    figure('equal_median', 'figure', equally('median')),
    figure('equal_q1', 'figure', equally('q1')),
    figure('equal_q3', 'figure', equally('q3')),
    figure('equal_iqr', 'figure', equally('iqr')),
    figure('equal_mean_absolute_deviation', 'figure', equally('meanAbsoluteDeviation')),
    figure('equal_favourable', 'share', equally('favourable')),
    figure('equal_unfavourable', 'share', equally('unfavourable')),
    figure('equal_agreement_a', 'figure', equally('agreementA')),
  ]
}

/** The columns of results for one group a row. */
export function groupResultColumns(book: ResultBook): readonly Column<ResultRow>[] {
  return withColumn(GROUP_COLUMN, book)
}

/** The columns of results for one round a row. */
export function roundResultColumns(book: ResultBook): readonly Column<ResultRow>[] {
  return withColumn(ROUND_COLUMN, book)
}

function withColumn(added: Column<ResultRow>, book: ResultBook): readonly Column<ResultRow>[] {
  return columnsOfBoth(book).flatMap(column =>
    column.name === 'criterion' ? [column, added] : [column],
  )
}

function columnsOfBoth({
  scale,
  release,
  results,
  hands,
}: ResultBook): readonly Column<ResultRow>[] {
  const columns = allColumns(scale, hands.length > 0)
  if (release !== 'research') return columns.filter(({ name }) => !UNTOLD.includes(name))
  return stabilityFor(results.ruleUsed, scale.length) ? [...columns, ...STABILITY] : columns
}

const ofStability = (
  name: keyof typeof STABILITY_WORDS,
  of: (found: StabilityFound) => number | string | null,
  format?: NumberFormat,
): Column<ResultRow> => ({
  name,
  width: Math.max(12, name.length + 3),
  ...(format && { format }),
  words: STABILITY_WORDS[name],
  value: ({ summary }) => (summary?.stability ? of(summary.stability) : null),
})

/** The columns that a rule on stability adds; tables and rows tell nothing of one person in two rounds. */
const STABILITY: readonly Column<ResultRow>[] = [
  ofStability('since_round', ({ since }) => since, 'whole'),
  ofStability('paired', ({ paired }) => paired, 'whole'),
  ofStability('moved_within', ({ near }) => near, 'whole'),
  ofStability('median_change', ({ medianChange }) => medianChange, 'figure'),
  ofStability('iqr_change', ({ iqrChange }) => iqrChange, 'figure'),
  ofStability('stable', ({ stable }) => yesOrNo(stable)),
]

function allColumns(scale: Scale, withHands: boolean): readonly Column<ResultRow>[] {
  return [
    place('code', 12, ({ code }) => code),
    place('section', 28, ({ section }) => section),
    place('outcome', 40, ({ outcome }) => outcome),
    place('indicator', 44, ({ title }) => title),
    place('retired', 11, ({ retired }) => retired),
    place('criterion', 12, ({ criterion }) => criterion),
    figure('participants', 'whole', ({ participants }) => participants),
    figure('asked', 'whole', number('asked')),
    figure('n', 'whole', number('n')),
    ...(withHands ? [figure('by_hands', 'whole', byHands)] : []),
    ...scale.levels.usefulness.map(level => levelColumn(level, scale)),
    figure('dont_know', 'whole', ({ dontKnow }) => dontKnow),
    figure('not_applicable', 'whole', ({ notApplicable }) => notApplicable),
    figure('missing', 'whole', number('missing')),
    { ...figure('mean', 'figure', number('mean')), look: overLevels(scale) },
    figure('sd', 'figure', number('sd')),
    { ...figure('median', 'figure', number('median')), look: overLevels(scale) },
    figure('q1', 'figure', number('q1')),
    figure('q3', 'figure', number('q3')),
    figure('iqr', 'figure', number('iqr')),
    figure('p30', 'figure', number('p30')),
    figure('p70', 'figure', number('p70')),
    ...(scale.length === IPRAS_LEVELS ? [figure('ipras', 'figure', number('ipras'))] : []),
    figure('mean_absolute_deviation', 'figure', number('meanAbsoluteDeviation')),
    { ...figure('favourable', 'share', number('favourable')), look: SHARE },
    { ...figure('unfavourable', 'share', number('unfavourable')), look: SHARE },
    { ...figure('agreement_a', 'figure', number('agreementA')), look: AGREEMENT },
    judgement('verdict', ({ verdict }) => verdict),
    judgement('too_few', ({ tooFew }) => yesOrNo(tooFew)),
    ...(scale.length === IPRAS_LEVELS
      ? [judgement('disagreement', ({ disagreement: is }) => yesOrNo(is))]
      : []),
    judgement('kind_of_disagreement', ({ kind }) => kind),
    {
      name: 'few_answers',
      width: 14,
      words: JUDGEMENT_WORDS.few_answers,
      value: ({ fewAnswers }) => fewAnswers,
    },
  ]
}

/** A level is called differently for each criterion, so its heading says both. */
function levelColumn({ value }: Level, scale: Scale): Column<ResultRow> {
  const labels = CRITERIA.map(
    criterion => scale.levels[criterion].find(level => level.value === value)?.label ?? '',
  )
  return {
    name: `level_${value}: ${[...new Set(labels)].join(' / ')}`,
    width: 16,
    format: 'whole',
    words: levelWords(value),
    value: ({ summary }) => summary && (summary.counts[String(value)] ?? 0),
  }
}
