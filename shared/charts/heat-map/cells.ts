import { CHART_WORDS } from '../../messages/charts.ts'
import type { HeatFigure } from '../../model/exports.ts'
import type { CriterionSummary, IndicatorResult } from '../../model/results.ts'
import { areFewAnswers } from '../../model/results.ts'
import type { Criterion } from '../../model/vocabulary.ts'
import type { ChartMaterial } from '../chart.ts'
import type { RowName } from '../frame/row-name.ts'

/** A figure of one group for one indicator. */
interface HeatCell {
  /** Null for no answers, and where it is hidden. */
  readonly value: number | null
  readonly n: number | null
  readonly isFew: boolean
  /** True for a figure of so few people that it is not shown. */
  readonly isHidden: boolean
}

/** An indicator with a cell for each column. */
export interface HeatRow extends RowName {
  readonly key: string
  readonly cells: readonly HeatCell[]
}

/** The cells of a heat map: a row for each indicator, a column for everyone and for each group. */
export interface HeatCells {
  readonly columns: readonly string[]
  readonly rows: readonly HeatRow[]
}

/** The criterion and the figure of the cells. */
export interface HeatChoice {
  readonly criterion: Criterion
  readonly figure: HeatFigure
}

/** The cells for everyone and for each group that has people in scope, for each of the indicators. */
export function heatCells(
  indicators: readonly IndicatorResult[],
  { criterion, figure }: HeatChoice,
  { results, hidden, words = CHART_WORDS }: ChartMaterial,
): HeatCells {
  const groups = Object.keys(results.groups).filter(group => (results.groups[group] ?? 0) > 0)
  const heatCell = (summary: CriterionSummary | undefined, isHidden: boolean): HeatCell => ({
    value: isHidden ? null : (summary?.[figure] ?? null),
    n: isHidden ? null : (summary?.n ?? 0),
    isFew: summary !== undefined && areFewAnswers(summary),
    isHidden,
  })
  return {
    columns: [words.everyone, ...groups],
    rows: indicators.map(({ id, code, title, criteria }) => ({
      key: id,
      name: code,
      title,
      cells: [
        heatCell(criteria[criterion], hidden?.has(id, criterion, null) ?? false),
        ...groups.map(group =>
          heatCell(criteria[criterion].groups[group], hidden?.has(id, criterion, group) ?? false),
        ),
      ],
    })),
  }
}

/** The indicator over which groups with enough answers differ most, with the two groups at its ends. */
export interface WidestGap {
  readonly name: string
  readonly lowest: { readonly group: string; readonly value: number }
  readonly highest: { readonly group: string; readonly value: number }
}

/** The indicator over which groups differ most; null where no two of them have enough answers. */
export function widestGap({ columns, rows }: HeatCells): WidestGap | null {
  const gaps = rows.flatMap(({ name, cells }) => {
    const known = cells.flatMap(({ value, isFew }, index) =>
      index === 0 || value === null || isFew ? [] : [{ group: columns[index] ?? '', value }],
    )
    const sorted = known.toSorted((one, other) => one.value - other.value)
    const [lowest, highest] = [sorted.at(0), sorted.at(-1)]
    return lowest && highest && sorted.length > 1 ? [{ name, lowest, highest }] : []
  })
  const gapWidth = ({ lowest, highest }: WidestGap) => highest.value - lowest.value
  return gaps.reduce<WidestGap | null>(
    (widest, gap) => (widest === null || gapWidth(gap) > gapWidth(widest) ? gap : widest),
    null,
  )
}
