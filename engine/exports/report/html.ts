import { documentWords, englishIn } from '../material/in-language.ts'
import type { ExportMaterial } from '../material/material.ts'
import type { PrintedTable } from './printed-tables.ts'

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

/** The attribute of an element whose words are English, where the page is in another language. */
export const isEnglish = (material: ExportMaterial): Html => languageMark(englishIn(material))

const languageMark = (tag: string | undefined): Html =>
  tag === undefined ? NOTHING : html` lang="${tag}"`

/** Words in English within a line, marked so where the page is in another language. */
export const inEnglish = (material: ExportMaterial, text: string): Html => {
  const mark = isEnglish(material)
  return mark === NOTHING || text === '' ? html`${text}` : html`<span${mark}>${text}</span>`
}

/** Writes the words of captions, each kind numbered by itself in the order of the page. */
export type Caption = (kind: 'Table' | 'Figure', text: string) => Html

/** The captions of one page. */
export function captions(material: ExportMaterial): Caption {
  const { numbered } = documentWords(material)
  const count = { Table: 0, Figure: 0 }
  return (kind, text) => {
    count[kind] += 1
    return html`<strong>${numbered[kind]} ${count[kind]}.</strong> ${text}`
  }
}

/** A table of words under its caption; what is wider than a small window is scrolled by keys as well. */
export function printedTable({ title, columns, rows }: PrintedTable, caption: Caption): Html {
  const classOf = (at: number) => (columns[at]?.isFigure ? raw(' class="figure"') : NOTHING)
  const all = columns.reduce((sum, { part }) => sum + part, 0)
  const headings = columns.map(
    ({ heading, part }, at) =>
      html`<th scope="col"${classOf(at)} style="width: ${Math.round((100 * part) / all)}%">${heading}</th>`,
  )
  const cells = (row: readonly string[]) =>
    row.map((text, at) =>
      at === 0
        ? html`<th scope="row">${text}</th>`
        : html`<td${classOf(at)}${languageMark(columns[at]?.language)}>${text}</td>`,
    )
  return scrolled(
    title,
    html`<table class="printed"><caption>${caption('Table', title)}</caption><thead><tr>${headings}</tr></thead><tbody>${rows.map(row => html`<tr>${cells(row)}</tr>`)}</tbody></table>`,
  )
}

/** A place that keys can scroll, by its name. */
export const scrolled = (name: string, content: Html): Html =>
  html`<div class="scroll" role="region" tabindex="0" aria-label="${name}">${content}</div>`
