import { chosenChart } from '../../../shared/charts/chosen-chart.ts'
import { notDrawnWords } from '../../../shared/messages/figures.ts'
import type { ChartChoice } from '../../../shared/model/exports.ts'
import type { IndicatorResult } from '../../../shared/model/results.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { evenParts } from '../../even-parts.ts'
import { lettersNotDrawn } from '../../files/pictures/svg-to-png.ts'
import type { PicturesSheet } from '../../files/write/sheets.ts'
import { drawnFrom, type ExportMaterial, hasGroups } from '../material/material.ts'
import { chartPng, chartSvg } from './chart-files.ts'

/** As many bars as stay readable on an A4 page. */
const INDICATORS_A_PICTURE = 36
/** A picture takes about 0.4 s of one core to draw; beyond so many indicators only the map is drawn. */
const MOST_DRAWN = 6 * INDICATORS_A_PICTURE
/** As wide as an A4 page at the size of its text. */
const WIDTH = 1000
/** The least widths: of a chart of bars, of a map of groups, and of its parts. */
const LEAST_WIDTH = { bars: 900, map: 700, rowName: 300, column: 52 }

interface NamedChart {
  readonly name: string
  readonly choice: ChartChoice
}

/**
 * The charts as pictures; null where nobody has answered anything to draw. Where pictures fill pages, those that would
 * leave one half empty are laid out for its shape, given as height over width: they are narrower, and their letters larger.
 */
export function chartSheet(material: ExportMaterial, page?: number): PicturesSheet | null {
  const words = material.language.files.readMe.charts
  const { indicators } = material.results
  const drawn = indicators.filter(({ criteria }) => CRITERIA.some(each => criteria[each].n > 0))
  if (drawn.length === 0) return null
  const isLarge = drawn.length > MOST_DRAWN
  const charts: readonly NamedChart[] = [
    { name: words.map, choice: { kind: 'priority-map' } },
    ...(isLarge ? [] : byCriterion(drawn, answers(material), words.part)),
    ...(isLarge || !hasGroups(material) ? [] : byCriterion(drawn, groups(material), words.part)),
  ]
  return {
    kind: 'pictures',
    name: 'Charts',
    title: words.title,
    lead: isLarge ? words.mapOnly : words.lead,
    pictures: charts.map(chart => () => pictureOf(material, chart, page)),
  }
}

type Draw = (
  criterion: (typeof CRITERIA)[number],
  part: string,
  indicators: readonly string[],
) => NamedChart

const criterionName = (
  { language }: ExportMaterial,
  criterion: (typeof CRITERIA)[number],
): string => language.files.documents.charts.criteria[criterion]

const answers =
  (material: ExportMaterial): Draw =>
  (criterion, part, indicators) => ({
    name: material.language.files.readMe.charts.answers(criterionName(material, criterion), part),
    choice: { kind: 'answers', criterion, indicators: [...indicators] },
  })

const groups =
  (material: ExportMaterial): Draw =>
  (criterion, part, indicators) => ({
    name: material.language.files.readMe.charts.groups(criterionName(material, criterion), part),
    choice: { kind: 'groups', criterion, figure: 'favourable', indicators: [...indicators] },
  })

/** A picture a page for each criterion, in the order of the framework. */
const byCriterion = (
  indicators: readonly IndicatorResult[],
  draw: Draw,
  partOf: (from: string, to: string) => string,
): readonly NamedChart[] =>
  CRITERIA.flatMap(criterion =>
    // Pages of one size look better than a last one of a few bars.
    evenParts(indicators, INDICATORS_A_PICTURE).map(page => {
      const [first, last] = [page[0], page.at(-1)]
      const isAll = page.length === indicators.length
      const part = isAll || !first || !last ? '' : partOf(first.code, last.code)
      return draw(
        criterion,
        part,
        page.map(({ id }) => id),
      )
    }),
  )

async function pictureOf(
  material: ExportMaterial,
  { name, choice }: NamedChart,
  page: number | undefined,
) {
  const chart = chosenChart(choice, drawnFrom(material))
  const wide = laidOut(material, choice, WIDTH)
  const width = page === undefined ? WIDTH : widthFor(wide.height / page, material, choice)
  const { svg, height } = width === WIDTH ? wide : laidOut(material, choice, width)
  const missing = lettersNotDrawn(svg)
  return {
    name: missing.length === 0 ? name : `${name}. ${notDrawnWords(missing)}`,
    words: chart ? `${chart.title}. ${chart.basis}` : name,
    png: await chartPng(svg, { small: true }),
    width,
    height,
  }
}

function laidOut(material: ExportMaterial, choice: ChartChoice, width: number) {
  const svg = chartSvg(choice, drawnFrom(material), { theme: 'light', width })
  return { svg, height: Number(/ height="(\d+)"/.exec(svg)?.[1] ?? 0) }
}

/** The width at which a chart fills a page; a narrower one is somewhat higher, as its words take more lines. */
function widthFor(filling: number, { results }: ExportMaterial, choice: ChartChoice): number {
  const { bars, map, rowName, column } = LEAST_WIDTH
  const columns = Object.keys(results.groups).length + 1
  const least = choice.kind === 'groups' ? Math.max(map, rowName + column * columns) : bars
  return Math.min(WIDTH, Math.max(least, Math.ceil(filling * 1.1)))
}
