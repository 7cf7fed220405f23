import type { ChartChoice } from '../../../shared/model/chart.ts'
import { chartSvg } from '../chart-files.ts'
import type { ExportMaterial } from '../material.ts'
import { type Html, html, raw } from './html.ts'

const LOOK = { theme: 'print', width: 1100 } as const

/** A chart drawn into the page; `id` keeps what it names apart from other charts. */
export function figure(material: ExportMaterial, choice: ChartChoice, id: string): Html {
  const { results, scale, hidden } = material
  return html`<figure>${raw(chartSvg(choice, { results, scale, hidden }, LOOK, id))}</figure>`
}
