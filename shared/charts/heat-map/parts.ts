import { HEAT_WORDS, heatTitle } from '../../messages/charts.ts'
import type { Comparison, CriterionResult, IndicatorResult } from '../../model/results.ts'
import type { Criterion } from '../../model/vocabulary.ts'
import { basisWords } from '../basis.ts'
import type { Chart, ChartMaterial } from '../chart.ts'
import { type HeatChoice, heatCells, widestGap } from './cells.ts'
import { heatMap } from './heat-map.ts'

/** The parts of a comparison, in words for a heading and notes. */
const PART_WORDS = {
  workshop: { one: 'workshop', many: 'workshops' },
  wording: { one: 'wording', many: 'wordings' },
  round: { one: 'round', many: 'rounds' },
} as const satisfies Readonly<
  Record<Comparison['by'], { readonly one: string; readonly many: string }>
>

/** A chart of workshops, wordings or rounds side by side, by indicators: one figure a cell. */
export function heatMapOfParts(
  { results, scale }: ChartMaterial,
  comparison: Comparison,
  choice: HeatChoice,
  indicators: readonly IndicatorResult[],
): Chart {
  const names = namesOf(comparison)
  const groups = Object.fromEntries(
    comparison.parts.map(({ id, participants }) => [names.get(id) ?? id, participants]),
  )
  const byId = new Map(comparison.indicators.map(one => [one.id, one]))
  const criterionOf = (indicator: IndicatorResult, criterion: Criterion): CriterionResult => ({
    ...indicator.criteria[criterion],
    groups: Object.fromEntries(
      Object.entries(byId.get(indicator.id)?.criteria[criterion] ?? {}).map(([id, summary]) => [
        names.get(id) ?? id,
        summary,
      ]),
    ),
  })
  const rows = indicators.map(indicator => ({
    ...indicator,
    criteria: {
      usefulness: criterionOf(indicator, 'usefulness'),
      usability: criterionOf(indicator, 'usability'),
    },
  }))
  const material = { results: { ...results, groups }, scale }
  const cells = heatCells(rows, choice, material)
  const { criterion, figure } = choice
  const words = PART_WORDS[comparison.by]
  return {
    ...heatMap(material, choice, rows),
    title: heatTitle(criterion, figure, widestGap(cells), words),
    basis: basisWords({ results, scale }),
    notes: [
      HEAT_WORDS.note[figure](words.one),
      ...(cells.rows.some(row => row.cells.some(({ isFew }) => isFew))
        ? [HEAT_WORDS.few(words.many)]
        : []),
    ],
  }
}

/** The names of the parts; those that several have are numbered. */
function namesOf({ parts }: Comparison): ReadonlyMap<string, string> {
  const seen = new Map<string, number>()
  return new Map(
    parts.map(({ id, name }) => {
      const count = (seen.get(name) ?? 0) + 1
      seen.set(name, count)
      return [id, count === 1 ? name : `${name} (${count})`]
    }),
  )
}
