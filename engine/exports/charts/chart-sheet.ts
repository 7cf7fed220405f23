import { chosenChart } from '../../../shared/charts/chosen-chart.ts'
import { CHART_SHEET } from '../../../shared/messages/report.ts'
import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import type { ChartChoice } from '../../../shared/model/exports.ts'
import type { IndicatorResult } from '../../../shared/model/results.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import type { PicturesSheet } from '../../files/write/sheets.ts'
import { drawnFrom, type ExportMaterial, hasGroups } from '../material/material.ts'
import { chartPng, chartSvg } from './chart-files.ts'

/** As many bars as stay readable on an A4 page. */
const INDICATORS_A_PICTURE = 36
/** A picture takes about 0.4 s of one core to draw; beyond so many indicators only the map is drawn. */
const MOST_DRAWN = 6 * INDICATORS_A_PICTURE
/** As wide as an A4 page at the size of its text. */
const LOOK = { theme: 'light', width: 1000 } as const

interface NamedChart {
  readonly name: string
  readonly choice: ChartChoice
}

/** The charts as pictures; null where nobody has answered anything to draw. */
export function chartSheet(material: ExportMaterial): PicturesSheet | null {
  const { indicators } = material.results
  const drawn = indicators.filter(({ criteria }) => CRITERIA.some(each => criteria[each].n > 0))
  if (drawn.length === 0) return null
  const isLarge = drawn.length > MOST_DRAWN
  const charts: readonly NamedChart[] = [
    { name: CHART_SHEET.map, choice: { kind: 'priority-map' } },
    ...(isLarge ? [] : byCriterion(drawn, answers)),
    ...(isLarge || !hasGroups(material) ? [] : byCriterion(drawn, groups)),
  ]
  return {
    kind: 'pictures',
    name: 'Charts',
    title: CHART_SHEET.title,
    lead: isLarge ? CHART_SHEET.mapOnly : CHART_SHEET.lead,
    pictures: charts.map(chart => () => pictureOf(material, chart)),
  }
}

type Draw = (
  criterion: (typeof CRITERIA)[number],
  part: string,
  indicators: readonly string[],
) => NamedChart

const answers: Draw = (criterion, part, indicators) => ({
  name: CHART_SHEET.answers(CRITERION_NAMES[criterion], part),
  choice: { kind: 'answers', criterion, indicators: [...indicators] },
})

const groups: Draw = (criterion, part, indicators) => ({
  name: CHART_SHEET.groups(CRITERION_NAMES[criterion], part),
  choice: { kind: 'groups', criterion, figure: 'favourable', indicators: [...indicators] },
})

/** A picture a page for each criterion, in the order of the framework. */
const byCriterion = (indicators: readonly IndicatorResult[], draw: Draw): readonly NamedChart[] =>
  CRITERIA.flatMap(criterion =>
    pagesOf(indicators).map(page => {
      const [first, last] = [page[0], page.at(-1)]
      const isAll = page.length === indicators.length
      const part = isAll || !first || !last ? '' : `, ${first.code} to ${last.code}`
      return draw(
        criterion,
        part,
        page.map(({ id }) => id),
      )
    }),
  )

function pagesOf(indicators: readonly IndicatorResult[]): readonly (readonly IndicatorResult[])[] {
  const pages = Math.ceil(indicators.length / INDICATORS_A_PICTURE)
  // Pages of one size look better than a last one of a few bars.
  const size = Math.ceil(indicators.length / pages)
  return Array.from({ length: pages }, (_, page) =>
    indicators.slice(page * size, (page + 1) * size),
  )
}

async function pictureOf(material: ExportMaterial, { name, choice }: NamedChart) {
  const chart = chosenChart(choice, drawnFrom(material))
  const svg = chartSvg(choice, drawnFrom(material), LOOK)
  const height = Number(/ height="(\d+)"/.exec(svg)?.[1] ?? 0)
  const words = chart ? `${chart.title}. ${chart.basis}` : name
  return { name, words, png: await chartPng(svg, { small: true }), width: LOOK.width, height }
}
