import type { ChartChoice } from '../../../shared/model/exports.ts'
import { chartSvg } from '../charts/chart-files.ts'
import { drawnFrom, type ExportMaterial } from '../material/material.ts'
import { type Html, html, raw } from './html.ts'

/** The look of every chart of a report. */
const LOOK = { theme: 'print', width: 1100 } as const

/** A chart drawn into the page under its caption; `id` keeps what it names apart from other charts. */
export function figure(
  material: ExportMaterial,
  choice: ChartChoice,
  { id, caption }: { readonly id: string; readonly caption: Html },
): Html {
  const drawing = raw(chartSvg(choice, drawnFrom(material), LOOK, id))
  return html`<figure>${drawing}<figcaption>${caption}</figcaption></figure>`
}
