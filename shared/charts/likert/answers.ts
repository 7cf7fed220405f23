import {
  ANSWER_HEADINGS,
  ANSWERS_NOTES,
  answersTitle,
  groupAnswersTitle,
  type NamedShare,
} from '../../messages/charts.ts'
import { areFewAnswers } from '../../model/few-answers.ts'
import type { IndicatorResult } from '../../model/results.ts'
import type { Level } from '../../model/scale.ts'
import type { Criterion } from '../../model/vocabulary.ts'
import { basisWords } from '../basis.ts'
import type { Chart, ChartMaterial, ChartTable } from '../chart.ts'
import { drawLikert } from './draw-likert.ts'
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
    draw: canvas => drawLikert(rows, levels, canvas),
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
