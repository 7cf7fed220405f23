import { CsvError, type Options, parse } from 'csv-parse/sync'
import { refused } from './keep-within-limits.ts'
import type { Sheet, SheetRow, SpreadsheetLimits, SpreadsheetReading } from './spreadsheet.ts'

type Delimiter = ',' | ';' | '\t'
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t']
const SAMPLE_RECORDS = 100

/** Options that forgive what Excel forgives, with its record numbers, so that the same files open. */
const FORGIVING: Options = {
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: false,
}

/** A record with something in it, and its place among all records, counted from 1. */
interface CsvRecord {
  readonly number: number
  readonly texts: readonly string[]
}

/** A quote that never closes, and the line of the record that it stands in. */
interface OpenQuote {
  readonly line: number
}

const isOpenQuote = (found: readonly CsvRecord[] | OpenQuote): found is OpenQuote => 'line' in found

/**
 * The records of the text that hold anything; a line where a quote never closes. Blank ones are dropped
 * as they come: a sheet that was once used far down ends in a million rows of commas.
 */
function records(
  text: string,
  delimiter: Delimiter,
  more: Options = {},
): readonly CsvRecord[] | OpenQuote {
  const found: CsvRecord[] = []
  let number = 0
  let lines = 0
  const keep = (texts: string[], context: { readonly lines: number }): null => {
    number++
    lines = context.lines
    if (texts.some(cell => /\S/.test(cell))) found.push({ number, texts })
    return null
  }
  try {
    parse(text, { ...FORGIVING, delimiter, ...more, on_record: keep })
    return found
  } catch (error) {
    if (error instanceof CsvError) return { line: lines + 1 }
    throw error
  }
}

/** A comma before a space is more often prose than a border between cells. */
const BEFORE_A_SPACE = 0.1

const borders = ({ texts }: CsvRecord): number =>
  texts.slice(1).reduce((sum, cell) => sum + (cell.startsWith(' ') ? BEFORE_A_SPACE : 1), 0)

/** A score of a delimiter: the number of borders between cells in the rows of the most common width. */
function tableness(text: string, delimiter: Delimiter): number {
  const bordersByWidth = new Map<number, number>()
  const sample = records(text, delimiter, { to: SAMPLE_RECORDS })
  for (const record of isOpenQuote(sample) ? [] : sample) {
    const soFar = bordersByWidth.get(record.texts.length) ?? 0
    bordersByWidth.set(record.texts.length, soFar + borders(record))
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

const toRow = ({ number, texts }: CsvRecord): SheetRow => ({
  number,
  width: texts.length,
  cells: texts.flatMap((text, column): SheetRow['cells'] =>
    /\S/.test(text) ? [[column + 1, text]] : [],
  ),
})

const QUOTE = 0x22
const LINE_FEED = 0x0a
/** The content of a blank line: spaces and delimiters. */
const BLANK = new Set([...' \t\r,;'].map(sign => sign.charCodeAt(0)))

/** A csv has nothing but texts in rows. */
const NOTHING_MORE: Omit<Sheet, 'rows'> = {
  name: '',
  hidden: false,
  spans: [],
  hiddenRows: [],
  hiddenColumns: [],
  marks: [],
}

/** Counts the lines that are not blank, outside quotes; a quote in mid-text only lowers the count. */
function countLines(text: string): number {
  let lines = 0
  let isQuoted = false
  let isBlank = true
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === QUOTE) isQuoted = !isQuoted
    else if (sign === LINE_FEED && !isQuoted) {
      if (!isBlank) lines++
      isBlank = true
    } else if (isBlank && !BLANK.has(sign)) isBlank = false
  }
  return isBlank ? lines : lines + 1
}

/**
 * Reads delimited text. Everything is text as typed; a quote that never closes is damage. Far more
 * lines than rows are allowed are counted, not parsed, so that a huge file is refused at once.
 */
export function parseCsv(
  text: string,
  limits?: Pick<SpreadsheetLimits, 'rows'>,
): SpreadsheetReading {
  const lines = limits ? countLines(text) : 0
  if (limits && lines > limits.rows * 2) {
    return refused('too-large', { limit: 'rows', most: limits.rows, found: lines })
  }
  const { delimiter, body } = splitSepLine(text)
  const all = records(body, delimiter)
  if (isOpenQuote(all)) {
    const before = text.length - body.length > 0 ? 1 : 0
    return { kind: 'refused', code: 'open-quote', line: all.line + before }
  }
  const rows = all.map(toRow)
  return { kind: 'sheets', format: 'csv', sheets: [{ ...NOTHING_MORE, rows }], unread: [] }
}

const UTF8_BOM = [0xef, 0xbb, 0xbf]
const UTF16_BOMS = [
  { bom: [0xff, 0xfe], encoding: 'utf-16le' },
  { bom: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The number of characters sampled for zeros at every second byte, and the share that means UTF-16. */
const SAMPLED_CHARACTERS = 2_000
const MOSTLY = 0.7

/**
 * The encoding of bytes that are UTF-16 without saying so: of nearly every character that people here
 * write, one byte is 0, and the other is not. Null if they are none.
 */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLED_CHARACTERS - (SAMPLED_CHARACTERS % 2))
  const half = Math.floor(sample.length / 2)
  if (half < 2 || bytes.length % 2 === 1) return null
  const zeros = (first: 0 | 1): number =>
    sample.filter((byte, at) => byte === 0 && at % 2 === first).length
  const [even, odd] = [zeros(0), zeros(1)]
  if (even === 0 && odd >= half * MOSTLY) return 'utf-16le'
  return odd === 0 && even >= half * MOSTLY ? 'utf-16be' : null
}

/**
 * The text of a file in the encodings that spreadsheets save: UTF-8, UTF-16 with or without
 * a byte order mark, and, for what is neither, the Windows-1252 of an older Excel. Null for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const utf16 = UTF16_BOMS.find(({ bom }) => startsWith(bytes, bom))
  const encoding = utf16?.encoding ?? unmarkedUtf16(bytes)
  const text = encoding
    ? new TextDecoder(encoding).decode(bytes)
    : // A file that says it is UTF-8 stays so, or one cut-off letter would garble every other one.
      startsWith(bytes, UTF8_BOM)
      ? new TextDecoder('utf-8').decode(bytes)
      : (decodeUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes))
  return text.includes('\0') ? null : text
}
