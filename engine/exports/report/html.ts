import type { ChartChoice } from '../../../shared/model/exports.ts'
import { chartSvg } from '../charts/chart-files.ts'
import { drawnFrom, type ExportMaterial } from '../material/material.ts'

/** Markup that is safe to stand in a page. */
export interface Html {
  readonly markup: string
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what no page may hold
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g

const escaped = (text: string): string =>
  text.replaceAll(UNWRITABLE, '').replaceAll(/[&<>"']/g, character => ENTITIES[character] ?? '')

type Part = string | number | null | Html | readonly Html[]

function toMarkup(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('')
}

/** Markup with values in it: text is escaped, so that nothing that people wrote becomes markup. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.reduce((all, text, at) => all + toMarkup(parts[at - 1] ?? null) + text) }
}

/** Markup that we made ourselves, such as a drawing. */
export const raw = (markup: string): Html => ({ markup })

/** Nothing. */
export const NOTHING: Html = { markup: '' }

const LOOK = { theme: 'print', width: 1100 } as const

/** A chart drawn into the page; `id` keeps what it names apart from other charts. */
export function figure(material: ExportMaterial, choice: ChartChoice, id: string): Html {
  return html`<figure>${raw(chartSvg(choice, drawnFrom(material), LOOK, id))}</figure>`
}
