import {
  ANSWER_HEADINGS,
  ANSWERS_NOTES,
  answersTitle,
  groupAnswersTitle,
  HIDDEN,
  type NamedShare,
  otherAnswers,
} from '../../messages/charts.ts'
import { formatCount, formatShare } from '../../messages/figures.ts'
import { areFewAnswers } from '../../model/few-answers.ts'
import type { IndicatorResult } from '../../model/results.ts'
import type { Level } from '../../model/scale.ts'
import type { Criterion } from '../../model/vocabulary.ts'
import type { BarColumn, BarRow } from '../bars/bar-row.ts'
import { drawBars } from '../bars/draw-bars.ts'
import { basisWords } from '../basis.ts'
import type { Chart, ChartMaterial, ChartTable } from '../chart.ts'
import { EVERYONE, groupRows, indicatorRows, type LikertRow } from './rows.ts'

/** How many chose each level for each indicator, in the order given. */
export function answersByIndicator(
  material: ChartMaterial,
  criterion: Criterion,
  indicators: readonly IndicatorResult[] = material.results.indicators,
): Chart {
  const rows = indicatorRows(indicators, criterion, material)
  const title = answersTitle(criterion, bySupport(rows))
  return answersChart(rows, title, material, criterion)
}

/** How many of each group chose each level for one indicator, side by side. */
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

/** Those with enough answers to be named, the most favourable first. */
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
  { results, scale }: ChartMaterial,
  criterion: Criterion,
): Chart {
  const levels = scale.levels[criterion]
  const anyFew = rows.some(({ answers }) => answers && areFewAnswers(answers))
  return {
    title,
    basis: basisWords(results),
    notes: [ANSWERS_NOTES.bars, ...(anyFew ? [ANSWERS_NOTES.few] : [])],
    table: tableOf(rows, levels),
    draw: canvas => drawBars(answerBars(rows, levels), canvas),
  }
}

/** The columns beside the bars, with what each heading needs. */
const COLUMNS: readonly BarColumn[] = [
  { key: 'favourable', heading: ANSWER_HEADINGS.favourable, room: 78, onNarrow: true },
  { key: 'n', heading: ANSWER_HEADINGS.n, room: 38, onNarrow: true },
  { key: 'dontKnow', heading: ANSWER_HEADINGS.dontKnow, room: 54, onNarrow: false },
  { key: 'notApplicable', heading: ANSWER_HEADINGS.notApplicable, room: 62, onNarrow: false },
  { key: 'missing', heading: ANSWER_HEADINGS.missing, room: 60, onNarrow: false },
]

/** The rows as bars, with who chose no level shown apart. */
export const answerBars = (rows: readonly LikertRow[], levels: readonly Level[]) => ({
  rows: rows.map(barOf),
  columns: COLUMNS,
  levels: levels.map(({ value, label }) => `${value} ${label}`),
})

function barOf({ key, name, title, answers }: LikertRow): BarRow {
  const row = { key, name, title }
  if (!answers) return { ...row, counts: {}, figures: {}, ifEmpty: HIDDEN, below: '' }
  const { n, counts, favourable, dontKnow, notApplicable, missing } = answers
  return {
    ...{ ...row, counts, ifEmpty: 'No answers', below: otherAnswers(answers) },
    figures: {
      favourable: formatShare(favourable),
      n: `${formatCount(n)}${areFewAnswers(answers) ? '*' : ''}`,
      dontKnow: formatCount(dontKnow),
      notApplicable: formatCount(notApplicable),
      missing: formatCount(missing),
    },
  }
}

function tableOf(rows: readonly LikertRow[], levels: readonly Level[]): ChartTable {
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
      { heading: ANSWER_HEADINGS.dontKnow, format: 'count' },
      { heading: ANSWER_HEADINGS.notApplicable, format: 'count' },
      { heading: ANSWER_HEADINGS.missing, format: 'count' },
    ],
    rows: rows.map(({ key, name, title, answers }) => ({
      key,
      cells: [
        `${name} ${title}`.trim(),
        ...levels.map(({ value }) => answers && (answers.counts[value] ?? 0)),
        answers?.n ?? null,
        answers?.favourable ?? null,
        answers?.dontKnow ?? null,
        answers?.notApplicable ?? null,
        answers?.missing ?? null,
      ],
    })),
  }
}
