import { skipWords } from '../../shared/messages/check.ts'
import type { SheetRow } from '../files/spreadsheet.ts'
import { oneLine } from './cell-text.ts'

/** No footer is a longer text, nor spread over more cells. */
const LONGEST_FOOTER = 300
const MOST_CELLS = 3

/** What sums up a table, over as many columns as it has. */
const SUMS_UP =
  /^(((grand|sub|overall|running)[ -]?)?totals?|(overall )?(average|mean|median)|minimum|maximum)\s*[:=-]?$/i

/** What stands below, between or beside the rows of a list but is none of it, by how it begins. */
const FOOTERS: readonly { readonly looks: RegExp; readonly reason: () => string }[] = [
  {
    looks:
      /^((grand|sub|overall|running)[ -]?)?totals?( (number|no\.?|count|rows|records|indicators|measures)( of (the )?(indicators|measures|kpis|pis|metrics|rows|records|entries|items))?)?\s*[:=-]?\s*\d*$/i,
    reason: skipWords.total,
  },
  {
    looks:
      /^(count|(number|no\.?) of (indicators|measures|kpis|pis|metrics|rows|records))\s*[:=-]?\s*\d*$/i,
    reason: skipWords.total,
  },
  {
    looks: /^-?\s*(page|sheet) \d+( ?(of|\/) ?\d+)?\s*-?$/i,
    reason: skipWords.pageNumber,
  },
  {
    looks:
      /^[-*– ]*(end of (the )?(list|report|table|document|sheet|data|framework|indicators?)|(the )?end|end of file|eof)[-*–. ]*$/i,
    reason: skipWords.endOfList,
  },
  {
    looks:
      /^(report |list |extract )?(run|printed|generated|produced|prepared|compiled|extracted|created|exported|last (updated|saved|modified|amended|run)|updated|date (run|printed|produced)|run date|author|owner|version)( (by|on|at|from))?\b\s*([: ]|$)/i,
    reason: skipWords.madeBy,
  },
  { looks: /^(date|approved|checked|signed off|prepared for)\s*(:|$)/i, reason: skipWords.madeBy },
  {
    looks:
      /^(contact|contacts|for (more|further) (information|details)|(any )?(queries|questions)|for queries|please (contact|e?-?mail|return|send|ring|call)|e-?mail|tel|telephone|phone)\b/i,
    reason: skipWords.contact,
  },
  { looks: /^\S+@\S+\.\S+$/, reason: skipWords.contact },
  { looks: /^(https?:\/\/|www\.)\S+$/i, reason: skipWords.note },
  {
    looks:
      /^(notes?|n\.?b\.?|key|source|sources|footnotes?|caveats?|disclaimer|glossary|abbreviations|please note)\s*([:.\-–]|$)/i,
    reason: skipWords.note,
  },
  { looks: /^(\*+|†|‡|\(\d\)|©|\(c\) |copyright\b|crown copyright)/i, reason: skipWords.note },
  {
    looks:
      /^(official|official[- ]sensitive|restricted|confidential|draft|not protectively marked)[.! -]*$/i,
    reason: skipWords.note,
  },
]

/**
 * Why the cells of a row make it a footer, such as a total, a page number or a line on who made the
 * list; null if they do not.
 */
export function footerReason(cells: SheetRow['cells']): string | null {
  const first = cells[0]?.[1] ?? ''
  if (first.length > LONGEST_FOOTER) return null
  const text = oneLine(first)
  if (SUMS_UP.test(text)) return skipWords.total()
  if (cells.length > MOST_CELLS) return null
  return FOOTERS.find(({ looks }) => looks.test(text))?.reason() ?? null
}
