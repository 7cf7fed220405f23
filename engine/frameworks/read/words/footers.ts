import type { SheetRow } from '../../../files/spreadsheet/spreadsheet.ts'
import { oneLine } from './cell-text.ts'
import { isForeignNote, isForeignTotal } from './languages/languages.ts'

/** No footer is a longer text, nor spread over more cells. */
const LONGEST_FOOTER = 300
const MOST_CELLS = 3

/** Labels of rows that sum up a table, however many columns they fill. */
const SUMS_UP =
  /^(((grand|sub|overall|running)[ -]?)?totals?|(overall )?(average|mean|median)|minimum|maximum)\s*[:=-]?$/i

/** The kinds of footer, none of which needs data for its sentence. */
export type FooterCode = 'total' | 'page-number' | 'end-of-list' | 'made-by' | 'contact' | 'note'

/** Footers below, between or beside the rows of a list, recognised by how they begin. */
const FOOTERS: readonly { readonly pattern: RegExp; readonly code: FooterCode }[] = [
  {
    pattern:
      /^((grand|sub|overall|running)[ -]?)?totals?( (number|no\.?|count|rows|records|indicators|measures)( of (the )?(indicators|measures|kpis|pis|metrics|rows|records|entries|items))?)?\s*[:=-]?\s*\d*$/i,
    code: 'total',
  },
  {
    pattern:
      /^(count|(number|no\.?) of (indicators|measures|kpis|pis|metrics|rows|records))\s*[:=-]?\s*\d*$/i,
    code: 'total',
  },
  {
    pattern: /^-?\s*(page|sheet) \d+( ?(of|\/) ?\d+)?\s*-?$/i,
    code: 'page-number',
  },
  {
    pattern:
      /^[-*– ]*(end of (the )?(list|report|table|document|sheet|data|framework|indicators?)|(the )?end|end of file|eof)[-*–. ]*$/i,
    code: 'end-of-list',
  },
  {
    pattern:
      /^(report |list |extract )?(run|printed|generated|produced|prepared|compiled|extracted|created|exported|last (updated|saved|modified|amended|run)|updated|date (run|printed|produced)|run date|author|owner|version)( (by|on|at|from))?\b\s*([: ]|$)/i,
    code: 'made-by',
  },
  { pattern: /^(date|approved|checked|signed off|prepared for)\s*(:|$)/i, code: 'made-by' },
  {
    pattern:
      /^(contact|contacts|for (more|further) (information|details)|(any )?(queries|questions)|for queries|please (contact|e?-?mail|return|send|ring|call)|e-?mail|tel|telephone|phone)\b/i,
    code: 'contact',
  },
  { pattern: /^\S+@\S+\.\S+$/, code: 'contact' },
  { pattern: /^(https?:\/\/|www\.)\S+$/i, code: 'note' },
  {
    pattern:
      /^(notes?|n\.?b\.?|key|source|sources|footnotes?|caveats?|disclaimer|glossary|abbreviations|please note)\s*([:.\-–]|$)/i,
    code: 'note',
  },
  { pattern: /^(\*+|†|‡|\(\d\)|©|\(c\) |copyright\b|crown copyright)/i, code: 'note' },
  {
    pattern:
      /^(official|official[- ]sensitive|restricted|confidential|draft|not protectively marked)[.! -]*$/i,
    code: 'note',
  },
]

/**
 * The kind of footer that the cells of a row make, such as a total, a page number or a line on who
 * made the list; null if they make none.
 */
export function footerReason(cells: SheetRow['cells']): FooterCode | null {
  const first = cells[0]?.[1] ?? ''
  if (first.length > LONGEST_FOOTER) return null
  const text = oneLine(first)
  if (SUMS_UP.test(text) || isForeignTotal(text)) return 'total'
  if (cells.length > MOST_CELLS) return null
  const known = FOOTERS.find(({ pattern }) => pattern.test(text))?.code
  return known ?? (isForeignNote(text) ? 'note' : null)
}
