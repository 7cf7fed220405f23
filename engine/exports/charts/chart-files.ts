import { renderToStaticMarkup } from 'react-dom/server'
import { assertNever } from '../../../shared/assert-never.ts'
import type { ChartMaterial } from '../../../shared/charts/chart.ts'
import { chosenChart } from '../../../shared/charts/chosen-chart.ts'
import { chartPicture } from '../../../shared/charts/frame/chart-picture.ts'
import { fileTheme } from '../../../shared/charts/theme.ts'
import type { ChartChoice, PictureFormat, PictureOptions } from '../../../shared/model/exports.ts'
import type { ResultsScope } from '../../../shared/model/results.ts'
import { WorkbookError } from '../../errors.ts'
import type { PermittedFile } from '../../files/permits.ts'
import { createPngDrawer, lettersNotDrawn } from '../../files/pictures/svg-to-png.ts'
import { writeWholeFile } from '../../files/write/whole-files.ts'
import { compareResults, whoMoved } from '../../results/compare.ts'
import { consolidate } from '../../results/consolidate.ts'
import { asRecorded } from '../../results/rating-basis.ts'
import type { Workbook } from '../../workbooks/workbook.ts'

/** A chart as a picture of its own: which, of whose ratings, and how it looks. */
export interface PictureChoices {
  readonly chart: ChartChoice
  readonly scope: ResultsScope
  readonly options: PictureOptions
  readonly format: PictureFormat
}

/**
 * A chart as an SVG that stands alone: the components that a page draws, with their title, n and
 * notes. `ids` keeps several in one document apart. Throws UNKNOWN_INDICATOR.
 */
export function chartSvg(
  choice: ChartChoice,
  material: ChartMaterial,
  { theme, width }: PictureOptions,
  ids = 'chart',
): string {
  const chart = chosenChart(choice, material)
  if (!chart) throw new WorkbookError('UNKNOWN_INDICATOR', { indicator: indicatorOf(choice) })
  return renderToStaticMarkup(chartPicture(chart, { width, theme: fileTheme(theme), ids }))
}

const indicatorOf = (choice: ChartChoice) => ('indicator' in choice ? choice.indicator : '')

/** An SVG of ours as a PNG, drawn without a browser and with the bundled typeface. */
export const chartPng = createPngDrawer()

/** A picture, with the letters that are boxes in it; a drawing has none, as whoever shows it draws its letters. */
interface DrawnChart {
  readonly picture: Buffer
  readonly notDrawn: readonly string[]
}

/** A chart of the current results as a picture. Throws UNKNOWN_WORKSHOP, RULE_OFF_SCALE. */
export async function drawChart(
  workbook: Workbook,
  { chart, scope, options, format }: PictureChoices,
): Promise<DrawnChart> {
  const svg = chartSvg(chart, materialFor(workbook, chart, scope), options)
  switch (format) {
    case 'svg':
      return { picture: Buffer.from(svg, 'utf8'), notDrawn: [] }
    case 'png':
      return { picture: await chartPng(svg), notDrawn: lettersNotDrawn(svg) }
    default:
      return assertNever(format)
  }
}

function materialFor(open: Workbook, chart: ChartChoice, scope: ResultsScope): ChartMaterial {
  const { scale } = open
  const workbook = asRecorded(open)
  if (chart.kind !== 'rounds') return { results: consolidate(workbook, scope), scale }
  const { from, to } = chart
  const { round: _, ...others } = scope
  const rounds = {
    moved: whoMoved(workbook, { ...others, from, to }),
    compared: compareResults(workbook, { ...scope, by: 'round' }),
  }
  return { results: consolidate(workbook, { ...scope, round: to }), scale, rounds }
}

/**
 * Writes a chart to a file that a person chose, and replaces what is there. Throws UNKNOWN_WORKSHOP,
 * RULE_OFF_SCALE, DISK_FULL, CANNOT_WRITE_FILE.
 */
export async function saveChart(workbook: Workbook, choices: PictureChoices, to: PermittedFile) {
  const { picture, notDrawn } = await drawChart(workbook, choices)
  const bytes = await writeWholeFile(to, async out => void out.end(picture))
  return { name: to.name, bytes, notDrawn }
}
