import type { ChartWords } from '../../languages/chart-words.ts'
import {
  ANSWER_HEADINGS,
  CHART_WORDS,
  groupAnswersTitle,
  type NamedShare,
} from '../../messages/charts.ts'
import { formatCount, formatShare } from '../../messages/figures.ts'
import { areFewAnswers, type CriterionSummary, type IndicatorResult } from '../../model/results.ts'
import type { Level } from '../../model/scale.ts'
import type { Criterion } from '../../model/vocabulary.ts'
import { basisWords } from '../basis.ts'
import type { Chart, ChartMaterial, ChartTable } from '../chart.ts'
import { AREA_TEXT } from '../frame/level-area.ts'
import type { RowName } from '../frame/row-name.ts'
import { textWidth } from '../text/measure.ts'
import { drawBars } from './draw-bars.ts'
import type { BarColumn, BarRow } from './layout.ts'

/** A chart of the number of people at each level, a bar for each indicator in the order given. */
export function answersByIndicator(
  material: ChartMaterial,
  criterion: Criterion,
  indicators: readonly IndicatorResult[] = material.results.indicators,
): Chart {
  const rows = indicatorRows(indicators, criterion, material)
  const { words = CHART_WORDS } = material
  const title = words.answers.title(criterion, bySupport(rows))
  return answersChart(rows, title, material, criterion)
}

/** A chart of the number of people at each level for one indicator, a bar for each group. */
export function answersByGroup(
  material: ChartMaterial,
  criterion: Criterion,
  indicator: IndicatorResult,
): Chart {
  const rows = groupRows(indicator, criterion, material)
  const [everyone, ...groups] = rows
  const overall = everyone?.answers?.favourable ?? null
  const title = groupAnswersTitle(criterion, indicator.code, overall, bySupport(groups))
  return answersChart(rows, title, material, criterion)
}

/** The rows with enough answers to be named, the most favourable first. */
const bySupport = (rows: readonly LikertRow[]): readonly NamedShare[] =>
  rows
    .flatMap(({ name, answers }) =>
      answers && answers.favourable !== null && !areFewAnswers(answers)
        ? [{ name, favourable: answers.favourable }]
        : [],
    )
    .toSorted((one, other) => other.favourable - one.favourable)

function answersChart(
  rows: readonly LikertRow[],
  title: string,
  material: ChartMaterial,
  criterion: Criterion,
): Chart {
  const { scale, levelsOnly = false, words = CHART_WORDS } = material
  const levels = scale.levels[criterion]
  const { notes } = words.answers
  const anyFew = rows.some(({ answers }) => answers && areFewAnswers(answers))
  return {
    title,
    basis: basisWords(material),
    notes: [notes.bars, ...(anyFew ? [notes.few] : [])],
    table: answersTable(rows, levels, levelsOnly),
    draw: canvas => drawBars(answerBars(rows, levels, { levelsOnly, words }), canvas),
  }
}

/** The columns beside the bars, with the width that each heading needs. */
const columnsIn = ({ headings }: ChartWords['answers']): readonly BarColumn[] =>
  [
    { key: 'favourable', heading: headings.favourable, room: 78, onNarrow: true },
    { key: 'n', heading: headings.n, room: 38, onNarrow: true },
    { key: 'dontKnow', heading: headings.dontKnow, room: 54, onNarrow: false },
    { key: 'notApplicable', heading: headings.notApplicable, room: 62, onNarrow: false },
    { key: 'missing', heading: headings.missing, room: 60, onNarrow: false },
  ].map(column => ({ ...column, room: Math.max(column.room, roomOf(column.heading)) }))

/** The room that the longest word of a heading takes with the gap before it, as a heading breaks between words alone. */
const roomOf = (heading: string): number =>
  Math.max(...heading.split(' ').map(word => textWidth(word, { size: AREA_TEXT }))) + 8

/** The rows as bars, with the people who chose no level in columns of their own. */
export function answerBars(
  rows: readonly LikertRow[],
  levels: readonly Level[],
  { levelsOnly = false, words = CHART_WORDS }: Pick<ChartMaterial, 'levelsOnly' | 'words'> = {},
) {
  const columns = columnsIn(words.answers)
  const bars = rows.map(row => answersBar(row, words.answers))
  return {
    rows: levelsOnly ? bars.map(bar => ({ ...bar, below: '' })) : bars,
    columns: levelsOnly
      ? columns.filter(({ key }) => key === 'favourable' || key === 'n')
      : columns,
    levels: levels.map(({ value, label }) => `${value} ${label}`),
  }
}

function answersBar(
  { key, name, title, answers }: LikertRow,
  { hidden, none, others }: ChartWords['answers'],
): BarRow {
  const row = { key, name, title }
  if (!answers) return { ...row, counts: {}, figures: {}, ifEmpty: hidden, below: '' }
  const { n, counts, favourable, dontKnow, notApplicable, missing } = answers
  return {
    ...row,
    counts,
    ifEmpty: none,
    below: others(answers),
    figures: {
      favourable: formatShare(favourable),
      n: `${formatCount(n)}${areFewAnswers(answers) ? '*' : ''}`,
      dontKnow: formatCount(dontKnow),
      notApplicable: formatCount(notApplicable),
      missing: formatCount(missing),
    },
  }
}

/** The headings of the columns of who chose no level, and of how many were asked. */
const OTHERS = [
  { heading: ANSWER_HEADINGS.dontKnow, format: 'count' },
  { heading: ANSWER_HEADINGS.notApplicable, format: 'count' },
  { heading: ANSWER_HEADINGS.missing, format: 'count' },
  { heading: ANSWER_HEADINGS.asked, format: 'count' },
] as const

function answersTable(
  rows: readonly LikertRow[],
  levels: readonly Level[],
  levelsOnly = false,
): ChartTable {
  const isOfGroups = rows.some(({ name }) => name === EVERYONE)
  return {
    columns: [
      { heading: isOfGroups ? 'Group' : 'Indicator', format: 'text' },
      ...levels.map(({ value, label }) => ({
        heading: `${value} ${label}`,
        format: 'count' as const,
      })),
      { heading: 'n', format: 'count' },
      { heading: 'Favourable', format: 'share' },
      ...(levelsOnly ? [] : OTHERS),
    ],
    rows: rows.map(({ key, name, title, answers }) => ({
      key,
      cells: [
        `${name} ${title}`.trim(),
        ...levels.map(({ value }) => answers && (answers.counts[value] ?? 0)),
        answers?.n ?? null,
        answers?.favourable ?? null,
        ...(levelsOnly
          ? []
          : [
              answers?.dontKnow ?? null,
              answers?.notApplicable ?? null,
              answers?.missing ?? null,
              answers?.asked ?? null,
            ]),
      ],
    })),
  }
}

/** A row of answers: the number of people at each level, and of those who chose none. */
interface LikertRow extends RowName {
  readonly key: string
  /** Null where the figures are of so few people that they are not shown. */
  readonly answers: Answers | null
}

type Answers = Pick<
  CriterionSummary,
  'n' | 'counts' | 'dontKnow' | 'notApplicable' | 'missing' | 'asked' | 'favourable'
>

/** The name of the row over all groups. */
const EVERYONE = CHART_WORDS.everyone

/** A bar for each indicator, in the order given. */
export const indicatorRows = (
  indicators: readonly IndicatorResult[],
  criterion: Criterion,
  { hidden }: Pick<ChartMaterial, 'hidden'>,
): readonly LikertRow[] =>
  indicators.map(({ id, code, title, criteria }) => ({
    key: id,
    name: code,
    title,
    answers: hidden?.has(id, criterion, null) ? null : criteria[criterion],
  }))

/** A bar for everyone and one for each group that has people in scope. */
function groupRows(
  { id, criteria }: IndicatorResult,
  criterion: Criterion,
  { hidden, results }: ChartMaterial,
): readonly LikertRow[] {
  const { groups, ...everyone } = criteria[criterion]
  const row = (name: string, group: string | null, answers: Answers): LikertRow => ({
    key: group ?? '',
    name,
    title: '',
    answers: hidden?.has(id, criterion, group) ? null : answers,
  })
  return [
    row(EVERYONE, null, everyone),
    ...Object.entries(groups)
      .filter(([group]) => (results.groups[group] ?? 0) > 0)
      .map(([group, answers]) => row(group, group, answers)),
  ]
}
