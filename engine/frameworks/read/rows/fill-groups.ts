import type { FrameworkField } from '../../../../shared/model/check.ts'
import type { Sheet, SheetRow, Span } from '../../../files/spreadsheet/spreadsheet.ts'
import type { Header } from '../columns/find-header.ts'

/** The fields that many indicators share, so that people write them once for a group of rows. */
const GROUPING_FIELDS: readonly FrameworkField[] = ['section', 'outcome']

/** Signs that people write for "the same as above". */
const DITTO = /^\s*("|''|”|″|〃|ditto|do\.|as above|same as above)\s*$/i

/** A cell whose text was taken from the row above, as nothing says where a group ends. */
interface CarriedCell {
  readonly row: number
  readonly column: number
  readonly field: FrameworkField
  readonly text: string
}

export interface FilledSheet {
  readonly sheet: Sheet
  readonly carried: readonly CarriedCell[]
}

const textAt = ({ cells }: SheetRow, column: number): string | undefined =>
  cells.find(cell => cell[0] === column)?.[1]

function withText(row: SheetRow, column: number, text: string): SheetRow {
  const others = row.cells.filter(cell => cell[0] !== column)
  const cells: SheetRow['cells'] = [...others, [column, text]]
  return { ...row, cells: cells.toSorted(([a], [b]) => a - b) }
}

/** Merged cells, and cells with a sign for the same as above, get the text that a person sees there. */
function fillColumn(rows: readonly SheetRow[], column: number, spans: readonly Span[]): SheetRow[] {
  const spanFrom = new Map(
    spans.filter(span => span.column === column).map(({ from, to }) => [from, to]),
  )
  let above = { to: 0, text: '' }
  return rows.map(row => {
    const own = textAt(row, column)
    if (own !== undefined && DITTO.test(own)) {
      return above.text === '' ? row : withText(row, column, above.text)
    }
    if (own !== undefined) above = { to: spanFrom.get(row.number) ?? 0, text: own }
    return own !== undefined || row.number > above.to ? row : withText(row, column, above.text)
  })
}

/** Indicators have a title, and a code where a column holds codes. */
const isIndicator = (row: SheetRow, { fields }: Header): boolean => {
  const has = (field: FrameworkField): boolean =>
    textAt(row, fields.get(field)?.[0] ?? 0) !== undefined
  return (has('code') || !fields.has('code')) && has('title')
}

/**
 * True if a column names each group in its first row only: not blank where it starts, and mostly blank,
 * or without a text that comes twice.
 */
function isWrittenOnce(rows: readonly SheetRow[], column: number): boolean {
  const texts = rows.map(row => textAt(row, column))
  const written = texts.filter(text => text !== undefined)
  const blank = texts.length - written.length
  if (texts[0] === undefined || blank === 0) return false
  return blank * 2 >= texts.length || new Set(written).size === written.length
}

/** Fills a column down until its group ends, or until a group further out starts anew. */
function carryColumn(
  sheet: Sheet,
  header: Header,
  at: {
    readonly column: number
    readonly field: FrameworkField
    readonly outer: readonly number[]
  },
): FilledSheet {
  const carried: CarriedCell[] = []
  let text: string | undefined
  const rows = sheet.rows.map(row => {
    if (row.number <= header.row || !isIndicator(row, header)) return row
    const own = textAt(row, at.column)
    if (own !== undefined || at.outer.some(column => textAt(row, column) !== undefined)) text = own
    if (own !== undefined || text === undefined) return row
    carried.push({ row: row.number, column: at.column, field: at.field, text })
    return withText(row, at.column, text)
  })
  return { sheet: { ...sheet, rows }, carried }
}

/** From the innermost column, so that each sees where those further out start a group. */
function carryDown(sheet: Sheet, header: Header): FilledSheet {
  const indicators = sheet.rows.filter(row => row.number > header.row && isIndicator(row, header))
  const sections = header.fields.get('section') ?? []
  const columns = GROUPING_FIELDS.flatMap(field =>
    (header.fields.get(field) ?? []).map(column => ({ field, column })),
  ).filter(({ column }) => isWrittenOnce(indicators, column))
  // A sparse outcome alone is a field that many indicators do without.
  if (!columns.some(({ field }) => field === 'section')) return { sheet, carried: [] }
  return columns.toReversed().reduce<FilledSheet>(
    (filled, { field, column }) => {
      const outer = field === 'section' ? sections.slice(0, sections.indexOf(column)) : sections
      const next = carryColumn(filled.sheet, header, { column, field, outer })
      return { sheet: next.sheet, carried: [...filled.carried, ...next.carried] }
    },
    { sheet, carried: [] },
  )
}

/**
 * Gives each row the section and the outcome that a person sees it stand beside: of a merged cell,
 * whose text the file has in the first row only, or of the first row of its group where the rest is
 * left blank. No other field is filled, as a code or a title that spans two rows is one indicator.
 */
export function fillGroups(sheet: Sheet, header: Header): FilledSheet {
  const spans = sheet.spans.filter(({ from, to }) => from > header.row && to > from)
  const rows = GROUPING_FIELDS.flatMap(field => header.fields.get(field) ?? []).reduce<SheetRow[]>(
    (filled, column) => fillColumn(filled, column, spans),
    sheet.rows,
  )
  return carryDown({ ...sheet, rows }, header)
}
