import { CFB } from 'xlsx'
import { type RichText, richTexts } from './scan-xls-texts.ts'

/** A cell by its row and column, from 1. */
interface Place {
  readonly row: number
  readonly column: number
}

/** A record of an old Excel file: a number for its kind, and its content. */
interface BiffRecord {
  readonly kind: number
  readonly at: number
  readonly data: Buffer
}

/** The kinds of records that are read ([MS-XLS] 2.3). */
const KINDS = {
  sheet: 0x85,
  font: 0x31,
  format: 0xe0,
  end: 0x0a,
  several: 0xbd,
  texts: 0xfc,
  more: 0x3c,
  text: 0xfd,
} as const

/** Cells with a text or a number, which begin with their row, column and format. */
const CELLS: ReadonlySet<number> = new Set([0xfd, 0x204, 0xd6, 0x203, 0x27e, 0x06, 0x205])

/** The bit of a font that strikes out. */
const STRIKES = 0x0008

/** No font has this number, for a reason that nobody remembers. */
const NO_FONT = 4

/** A cell of many in one record: its format and its number. */
const BYTES_OF_EACH = 6

function* recordsFrom(stream: Buffer, start: number): Generator<BiffRecord> {
  for (let at = start; at + 4 <= stream.length; ) {
    const length = stream.readUInt16LE(at + 2)
    yield { kind: stream.readUInt16LE(at), at, data: stream.subarray(at + 4, at + 4 + length) }
    at += 4 + length
  }
}

const has = ({ data }: BiffRecord, bytes: number): boolean => data.length >= bytes

/** Reads where the sheets begin, which formats and fonts strike out, and the texts with parts in such fonts. */
function readIndex(stream: Buffer) {
  const sheets: number[] = []
  const fonts: boolean[] = []
  const fontOf: number[] = []
  const texts: Buffer[] = []
  let before = 0
  for (const record of recordsFrom(stream, 0)) {
    if (record.kind === KINDS.end) break
    const isMore = record.kind === KINDS.more && before === KINDS.texts
    if (record.kind === KINDS.texts || isMore) texts.push(record.data)
    if (record.kind !== KINDS.more) before = record.kind
    if (!has(record, 4)) continue
    if (record.kind === KINDS.sheet) sheets.push(record.data.readUInt32LE(0))
    if (record.kind === KINDS.font) fonts.push((record.data.readUInt16LE(2) & STRIKES) !== 0)
    if (record.kind === KINDS.format) fontOf.push(record.data.readUInt16LE(0))
  }
  const isStruck = (font: number): boolean => fonts[font > NO_FONT ? font - 1 : font] ?? false
  const rich = fonts.includes(true) ? [...richTexts(texts)] : []
  return {
    sheets,
    struck: new Set(fontOf.flatMap((font, at) => (isStruck(font) ? [at] : []))),
    kept: new Map(rich.map(([place, text]) => [place, keptOf(text, isStruck)])),
  }
}
type Index = ReturnType<typeof readIndex>

/** A text without its struck parts: before the first part, where it has its cell's font, and from there on. */
interface Kept {
  readonly before: string
  readonly after: string
  readonly isWhole: boolean
}

function keptOf({ text, parts }: RichText, isStruck: (font: number) => boolean): Kept {
  const after = parts.map(({ from, font }, at) =>
    isStruck(font) ? '' : text.slice(from, parts[at + 1]?.from),
  )
  return {
    before: text.slice(0, parts[0]?.from),
    after: after.join(''),
    isWhole: !parts.some(({ font }) => isStruck(font)),
  }
}

/** A cell that is struck out, with the rest of its text where that is so of a part. */
interface StruckCell extends Place {
  readonly kept: string | null
}

/** The bytes of a cell with a text of the table: its row, column, format and the place of the text. */
const BYTES_OF_TEXT = 10

/** The cells of a record that are struck out, in whole by their format or in parts. */
function struckCells(record: BiffRecord, { struck, kept }: Index): readonly StruckCell[] {
  const { kind, data } = record
  const [row, column] = [data.readUInt16LE(0) + 1, data.readUInt16LE(2) + 1]
  if (kind !== KINDS.several) {
    const isStruck = struck.has(data.readUInt16LE(4))
    const isText = kind === KINDS.text && has(record, BYTES_OF_TEXT)
    const rich = isText ? kept.get(data.readUInt32LE(6)) : undefined
    if (!isStruck && (rich === undefined || rich.isWhole)) return []
    const rest = rich ? (isStruck ? '' : rich.before) + rich.after : ''
    return [{ row, column, kept: /\S/.test(rest) ? rest : null }]
  }
  const cells: StruckCell[] = []
  for (let at = 4; at + BYTES_OF_EACH <= data.length; at += BYTES_OF_EACH) {
    const offset = (at - 4) / BYTES_OF_EACH
    if (struck.has(data.readUInt16LE(at))) cells.push({ row, column: column + offset, kept: null })
  }
  return cells
}

function struckIn(stream: Buffer, start: number, index: Index): readonly StruckCell[] {
  const cells: StruckCell[] = []
  for (const record of recordsFrom(stream, start)) {
    if (record.kind === KINDS.end) break
    const isCell = CELLS.has(record.kind) || record.kind === KINDS.several
    if (isCell && has(record, 6)) cells.push(...struckCells(record, index))
  }
  return cells
}

/** The stream of an old Excel file with its sheets, by the names that versions gave it; null if it has none. */
function workbookStream(bytes: Buffer): Buffer | null {
  const container = CFB.read(bytes, { type: 'buffer' })
  const entry = CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book')
  return entry ? Buffer.from(entry.content) : null
}

/** The cells of each sheet of an old Excel file that are struck out, in whole or in part, in the order of its sheets. */
export function struckInXls(bytes: Buffer): readonly (readonly StruckCell[])[] {
  const stream = workbookStream(bytes)
  if (!stream) return []
  const index = readIndex(stream)
  const isNone = index.struck.size === 0 && index.kept.size === 0
  return index.sheets.map(start => (isNone ? [] : struckIn(stream, start, index)))
}
