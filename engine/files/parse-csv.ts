import { CsvError, type Options, parse } from 'csv-parse/sync'
import { refused } from './refused.ts'
import type { Sheet, SheetRow, SpreadsheetReading } from './spreadsheet.ts'

type Delimiter = ',' | ';' | '\t'
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t']
const SAMPLE_RECORDS = 100

/** What Excel forgives, so that a file that opens there opens here, with the same record numbers. */
const FORGIVING: Options = {
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: false,
}

/** The records of the text; null where a quote never closes. */
function records(
  text: string,
  delimiter: Delimiter,
  more: Options = {},
): readonly string[][] | null {
  try {
    return parse(text, { ...FORGIVING, delimiter, ...more })
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}

/** A comma before a space is more often prose than a border between cells. */
const BEFORE_A_SPACE = 0.1

const borders = (record: readonly string[]): number =>
  record.slice(1).reduce((sum, cell) => sum + (cell.startsWith(' ') ? BEFORE_A_SPACE : 1), 0)

/** How much a delimiter makes the text a table: the borders in the rows that agree on their number. */
function tableness(text: string, delimiter: Delimiter): number {
  const bordersByWidth = new Map<number, number>()
  for (const record of records(text, delimiter, { to: SAMPLE_RECORDS }) ?? []) {
    const soFar = bordersByWidth.get(record.length) ?? 0
    bordersByWidth.set(record.length, soFar + borders(record))
  }
  return Math.max(0, ...bordersByWidth.values())
}

function guessDelimiter(text: string): Delimiter {
  const scored = DELIMITERS.map(delimiter => ({ delimiter, score: tableness(text, delimiter) }))
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter
}

/** Excel writes `sep=;` as a line of its own before the first record, and hides it when it reads. */
function splitSepLine(text: string): { readonly delimiter: Delimiter; readonly body: string } {
  const sepLine = /^"?sep=([,;\t])"?(?:\r\n|\n|\r)/i.exec(text)
  const named = DELIMITERS.find(delimiter => delimiter === sepLine?.[1])
  return named
    ? { delimiter: named, body: text.slice(sepLine?.[0].length) }
    : { delimiter: guessDelimiter(text), body: text }
}

const toRow = (record: readonly string[], index: number): SheetRow => ({
  number: index + 1,
  width: record.length,
  cells: record.flatMap((text, column): SheetRow['cells'] =>
    /\S/.test(text) ? [[column + 1, text]] : [],
  ),
})

/** A csv has nothing but texts in rows. */
const NOTHING_MORE: Omit<Sheet, 'rows'> = {
  name: '',
  hidden: false,
  spans: [],
  hiddenRows: [],
  hiddenColumns: [],
  marks: [],
}

/** Reads delimited text. Everything is text as typed; a quote that never closes is damage. */
export function parseCsv(text: string): SpreadsheetReading {
  const { delimiter, body } = splitSepLine(text)
  const all = records(body, delimiter)
  if (!all) return refused('damaged')
  const rows = all.map(toRow).filter(({ cells }) => cells.length > 0)
  return { kind: 'sheets', format: 'csv', sheets: [{ ...NOTHING_MORE, rows }] }
}
