import type { FrameworkField } from '../../shared/model/check.ts'
import type { Sheet, SheetRow, Span } from '../files/spreadsheet.ts'
import type { Header } from './find-header.ts'

/** The fields that many indicators share, so that people merge their cells down a group of rows. */
const GROUPING_FIELDS: readonly FrameworkField[] = ['section', 'outcome']

function fillColumn(rows: readonly SheetRow[], column: number, spans: readonly Span[]): SheetRow[] {
  const spanFrom = new Map(
    spans.filter(span => span.column === column).map(({ from, to }) => [from, to]),
  )
  let merged = { to: 0, text: '' }
  return rows.map(row => {
    const own = row.cells.find(cell => cell[0] === column)?.[1]
    if (own !== undefined) merged = { to: spanFrom.get(row.number) ?? 0, text: own }
    if (own !== undefined || row.number > merged.to) return row
    const cells: SheetRow['cells'] = [...row.cells, [column, merged.text]]
    return { ...row, cells: cells.toSorted(([a], [b]) => a - b) }
  })
}

/**
 * Gives each row the section and the outcome of the merged cell that it stands beside: a person sees
 * them there, while the file has them in the first row only. No other field is filled, as a code or
 * a title that spans two rows is one indicator.
 */
export function fillMergedGroups(sheet: Sheet, { fields, row: headerRow }: Header): Sheet {
  const spans = sheet.spans.filter(({ from, to }) => from > headerRow && to > from)
  const rows = GROUPING_FIELDS.reduce<SheetRow[]>((filled, field) => {
    const column = fields.get(field)
    return column === undefined ? filled : fillColumn(filled, column, spans)
  }, sheet.rows)
  return { ...sheet, rows }
}
