import { CFB } from 'xlsx'

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
const KINDS = { sheet: 0x85, font: 0x31, format: 0xe0, end: 0x0a, several: 0xbd } as const

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

/** Reads where the sheets begin, and the numbers of the formats that strike out. */
function readIndex(stream: Buffer) {
  const sheets: number[] = []
  const fonts: boolean[] = []
  const fontOf: number[] = []
  for (const record of recordsFrom(stream, 0)) {
    if (record.kind === KINDS.end) break
    if (!has(record, 4)) continue
    if (record.kind === KINDS.sheet) sheets.push(record.data.readUInt32LE(0))
    if (record.kind === KINDS.font) fonts.push((record.data.readUInt16LE(2) & STRIKES) !== 0)
    if (record.kind === KINDS.format) fontOf.push(record.data.readUInt16LE(0))
  }
  const isStruck = (font: number): boolean => fonts[font > NO_FONT ? font - 1 : font] ?? false
  return { sheets, struck: new Set(fontOf.flatMap((font, at) => (isStruck(font) ? [at] : []))) }
}

/** The cells of a record that have such a format. */
function struckCells({ kind, data }: BiffRecord, struck: ReadonlySet<number>): readonly Place[] {
  const [row, column] = [data.readUInt16LE(0) + 1, data.readUInt16LE(2) + 1]
  if (kind !== KINDS.several) return struck.has(data.readUInt16LE(4)) ? [{ row, column }] : []
  const cells: Place[] = []
  for (let at = 4; at + BYTES_OF_EACH <= data.length; at += BYTES_OF_EACH) {
    const offset = (at - 4) / BYTES_OF_EACH
    if (struck.has(data.readUInt16LE(at))) cells.push({ row, column: column + offset })
  }
  return cells
}

function struckIn(stream: Buffer, start: number, struck: ReadonlySet<number>): readonly Place[] {
  const cells: Place[] = []
  for (const record of recordsFrom(stream, start)) {
    if (record.kind === KINDS.end) break
    const isCell = CELLS.has(record.kind) || record.kind === KINDS.several
    if (isCell && has(record, 6)) cells.push(...struckCells(record, struck))
  }
  return cells
}

/** The stream of an old Excel file with its sheets, by the names that versions gave it; null if it has none. */
function workbookStream(bytes: Buffer): Buffer | null {
  const container = CFB.read(bytes, { type: 'buffer' })
  const entry = CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book')
  return entry ? Buffer.from(entry.content) : null
}

/** The cells of each sheet of an old Excel file that are struck out whole, in the order of its sheets. */
export function struckInXls(bytes: Buffer): readonly (readonly Place[])[] {
  const stream = workbookStream(bytes)
  if (!stream) return []
  const { sheets, struck } = readIndex(stream)
  return sheets.map(start => (struck.size === 0 ? [] : struckIn(stream, start, struck)))
}
