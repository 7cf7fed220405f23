import { inflateRawSync } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { OverLimit } from '../../../shared/model/check.ts'
import { type CellStyles, readCellStyles } from './cell-styles.ts'
import { refused } from './keep-within-limits.ts'
import { scanOds } from './scan-ods.ts'
import { withoutStruckParts } from './scan-ods-struck.ts'
import { type SheetScan, scanPart } from './scan-part.ts'
import { isTooLarge, type KnownFacts, type TooLargeSheet } from './sheet-facts.ts'
import { pictureFinder, type PackedPart as ZipPart } from './sheet-pictures.ts'
import type { RefusedReading, SpreadsheetLimits } from './spreadsheet.ts'

/** A zipped spreadsheet that can be parsed, without the sheets that are too large for any use here. */
export interface SafeZip {
  readonly bytes: Buffer
  /** Facts that the parser omits, for each sheet in order; the limit it passes for a sheet that was left out. */
  readonly facts: readonly KnownFacts[]
}

const WORKBOOK_PART = /^(xl\/workbook[^/]*\.(xml|bin)|content\.xml)$/i
const SHEET_PART = /^xl\/worksheets\/[^/]+\.xml$/i
/** The parts whose size is the number of their cells, besides sheets: shared texts, OpenDocument's content. */
const CELLS_PART = /^(xl\/sharedstrings\.xml|content\.xml)$/i
/** The parts that say which sheet is where. */
const INDEX_PART = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels)$/i

/** A part that is read as text is never longer in a workbook that people made. */
const LONGEST_INDEX = 2_000_000

/** The parts that a parser reads; pictures, programs and fonts may be of any size. */
const PARSED_PART = /(\.(xml|rels|vml|bin)|(^|\/)mimetype)$/i
const NOT_PARSED = /(^|\/)(vbaProject\.bin$|media\/|embeddings\/|printerSettings\/|activeX\/)/i

/** Counters of the data taken from a file so far. */
interface Taken {
  bytes: number
  cells: number
}

const sizeOf = (parts: readonly ZipPart[]): number => parts.reduce((sum, { size }) => sum + size, 0)

const bySize = (a: ZipPart, b: ZipPart): number => a.size - b.size

const tooManyCells = ({ cells }: SpreadsheetLimits): OverLimit => ({ limit: 'cells', most: cells })

const tooLongUnpacked = ({ unpackedBytes }: SpreadsheetLimits, found: number): OverLimit => ({
  limit: 'unpacked',
  most: unpackedBytes,
  found,
})

/**
 * Unpacks parts of which none may be missing, or says which limit they pass together. What the list of
 * contents says of sizes is checked as they are unpacked.
 */
function unpackAll(
  parts: readonly ZipPart[],
  limits: SpreadsheetLimits,
  taken: Taken,
): Map<string, Buffer> | OverLimit {
  const contents = new Map<string, Buffer>()
  for (const { name, size, unpack } of parts) {
    taken.bytes += size
    if (taken.bytes > limits.unpackedBytes) return tooLongUnpacked(limits, sizeOf(parts))
    const content = unpack()
    if (CELLS_PART.test(name)) {
      // Texts that sheets share are counted by themselves: each sheet's cells refer to them.
      if (scanPart(content, limits.cells).cells > limits.cells) return tooManyCells(limits)
    }
    contents.set(name, content)
  }
  return contents
}

/** A sheet with what its scan found. */
interface UnpackedSheet {
  readonly content: Buffer
  readonly scan: SheetScan
}

/** Unpacks the sheets that fit, the smallest first; of one that does not fit, the limit that it passes. */
function unpackSheets(
  sheets: readonly ZipPart[],
  { limits, styles }: { readonly limits: SpreadsheetLimits; readonly styles: CellStyles },
  taken: Taken,
): ReadonlyMap<string, UnpackedSheet | TooLargeSheet> {
  const unpackIfItFits = ({ size, unpack }: ZipPart): UnpackedSheet | TooLargeSheet => {
    const bytes = taken.bytes + size
    if (bytes > limits.unpackedBytes) return { over: tooLongUnpacked(limits, bytes) }
    const content = unpack()
    const scan = scanPart(content, limits.cells - taken.cells, styles)
    if (taken.cells + scan.cells > limits.cells) return { over: tooManyCells(limits) }
    taken.bytes = bytes
    taken.cells += scan.cells
    return { content, scan }
  }
  return new Map(sheets.toSorted(bySize).map(part => [part.name, unpackIfItFits(part)]))
}

function choose(parts: readonly ZipPart[], limits: SpreadsheetLimits): SafeZip | RefusedReading {
  if (!parts.some(({ name }) => WORKBOOK_PART.test(name))) return refused('not-a-spreadsheet')
  const parsed = parts.filter(({ name }) => PARSED_PART.test(name) && !NOT_PARSED.test(name))
  const taken: Taken = { bytes: 0, cells: 0 }
  const others = unpackAll(
    parsed.filter(({ name }) => !SHEET_PART.test(name)),
    limits,
    taken,
  )
  if (!(others instanceof Map)) return refused('too-large', others)
  const sheets = unpackSheets(
    parsed.filter(({ name }) => SHEET_PART.test(name)),
    { limits, styles: readCellStyles(others.get('xl/styles.xml')) },
    taken,
  )
  const fitting = [...sheets].flatMap(([name, sheet]) =>
    'over' in sheet ? [] : [[name, sheet.content] as const],
  )
  const known = new Map<string, KnownFacts>(
    [...sheets].map(([name, sheet]) => [name.toLowerCase(), 'over' in sheet ? sheet : sheet.scan]),
  )
  const order = sheetParts(indexesOf(others))
  const tooLarge = [...known].flatMap(([name, of]) => (isTooLarge(of) ? [{ name, ...of }] : []))
  // What is left out must be known by name, so that it can be said.
  const isNamed = tooLarge.every(({ name }) => order.includes(name))
  if (!isNamed || (known.size > 0 && fitting.length === 0)) {
    return refused('too-large', tooLarge[0]?.over)
  }
  const withPictures = pictureAdder(parts, others, limits)
  const document = others.get('content.xml')?.toString('utf8')
  if (document === undefined) {
    return {
      bytes: storedZip([...others, ...fitting]),
      facts: order.map(name => withPictures(name, known.get(name))),
    }
  }
  const content = withoutStruckParts(document)
  if (content !== document) others.set('content.xml', Buffer.from(content))
  return { bytes: storedZip(others), facts: scanOds(content) }
}

/** Adds the pictures of a sheet to what is known of it, where they are looked for. */
function pictureAdder(
  parts: readonly ZipPart[],
  others: ReadonlyMap<string, Buffer>,
  limits: SpreadsheetLimits,
): (sheet: string, known: KnownFacts) => KnownFacts {
  if (limits.pictureBytes === 0) return (_, known) => known
  const texts = new Map([...others].map(([name, content]) => [name.toLowerCase(), content]))
  const find = pictureFinder({ texts, packed: parts }, limits)
  return (sheet, known) =>
    known === undefined || isTooLarge(known) ? known : { ...known, pictures: find(sheet) }
}

/** The parts that say which sheet is where, as text and by their names in small letters. */
const indexesOf = (parts: ReadonlyMap<string, Buffer>): ReadonlyMap<string, string> =>
  new Map(
    [...parts].flatMap(([name, content]) =>
      INDEX_PART.test(name) && content.length < LONGEST_INDEX
        ? [[name.toLowerCase(), content.toString('utf8')] as const]
        : [],
    ),
  )

/**
 * Says why a zipped spreadsheet must not be parsed, or gives what can be: its list of contents is read
 * first, and then each part that a parser would read is unpacked once, to prove that the list does not
 * lie about sizes and that there are not too many cells. The parser never sees the file itself.
 */
export async function checkZip(
  bytes: Buffer,
  limits: SpreadsheetLimits,
): Promise<SafeZip | RefusedReading> {
  try {
    const parts = await listParts(bytes, limits)
    return 'kind' in parts ? parts : choose(parts, limits)
  } catch {
    return refused('damaged')
  }
}

const attribute = (tag: string, name: RegExp): string => name.exec(tag)?.[1] ?? ''

/** A target is named from the folder of the workbook, or from the root of the zip. */
const fromRoot = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`

/**
 * The parts that hold the sheets of an Excel workbook, in the order of its sheets and in small
 * letters: from its index and the list of what the index refers to, by their names in the zip.
 */
function sheetParts(indexes: ReadonlyMap<string, string>): readonly string[] {
  const targets = new Map(
    [
      ...(indexes.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(
        /<(?:\w+:)?Relationship\b[^<>]*>/g,
      ),
    ].map(([tag]) => [attribute(tag, /\bId="([^"]*)"/), attribute(tag, /\bTarget="([^"]*)"/)]),
  )
  return [...(indexes.get('xl/workbook.xml') ?? '').matchAll(/<(?:\w+:)?sheet\b[^<>]*>/g)].map(
    ([tag]) => fromRoot(targets.get(attribute(tag, /\b\w+:id="([^"]*)"/)) ?? '').toLowerCase(),
  )
}

/** Bytes unpacked at a time; the default of a few kilobytes costs more than the unpacking. */
const CHUNK = 1_048_576

const STORED = 0
const DEFLATED = 8

/** Thrown where what a zip holds is not what it says. */
class DamagedPart extends Error {}

function unpack({ uncompressedSize, compressionMethod }: Entry, packed: Buffer): Buffer {
  if (uncompressedSize === 0) return Buffer.alloc(0)
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) throw new DamagedPart()
  const content =
    compressionMethod === STORED
      ? packed
      : inflateRawSync(packed, { maxOutputLength: uncompressedSize, chunkSize: CHUNK })
  if (content.length !== uncompressedSize) throw new DamagedPart()
  return content
}

async function toPart(bytes: Buffer, zip: ZipFile, entry: Entry): Promise<ZipPart> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
  const { fileName, uncompressedSize, compressedSize } = entry
  const packed = bytes.subarray(fileDataStart, fileDataStart + compressedSize)
  return { name: fileName, size: uncompressedSize, unpack: () => unpack(entry, packed) }
}

/**
 * The parts of a zipped file, none unpacked yet, or why it must not be unpacked. Throws if its list
 * of contents is damaged.
 */
async function listParts(
  bytes: Buffer,
  { zipEntries }: Pick<SpreadsheetLimits, 'zipEntries'>,
): Promise<readonly ZipPart[] | RefusedReading> {
  const zip = await fromBufferPromise(bytes, { autoClose: false })
  const parts: ZipPart[] = []
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) return refused('password-protected')
    parts.push(await toPart(bytes, zip, entry))
    if (parts.length > zipEntries) {
      return refused('too-large', { limit: 'parts', most: zipEntries, found: zip.entryCount })
    }
  }
  return parts
}

const LOCAL_HEADER = 0x04034b50
const LIST_ENTRY = 0x02014b50
const END_OF_LIST = 0x06054b50

/** The fields that a file's header and its entry in the list have in common, from `version needed` on. */
function commonFields(name: Buffer, size: number): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt32LE(size, 14)
  fields.writeUInt32LE(size, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

const signature = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function listEntry(fields: Buffer, name: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return Buffer.concat([signature(LIST_ENTRY), Buffer.alloc(2), fields, rest, name])
}

/**
 * A zip of these files, packed as they are: for a parser that wants a zip, of which it then sees
 * nothing but what was checked. Without checksums, as it goes no further than that parser.
 */
function storedZip(files: Iterable<readonly [name: string, content: Buffer]>): Buffer {
  const bodies: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const [fileName, content] of files) {
    const name = Buffer.from(fileName)
    const fields = commonFields(name, content.length)
    list.push(listEntry(fields, name, offset))
    bodies.push(signature(LOCAL_HEADER), fields, name, content)
    offset += 4 + fields.length + name.length + content.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END_OF_LIST)
  end.writeUInt16LE(list.length, 8)
  end.writeUInt16LE(list.length, 10)
  end.writeUInt32LE(
    list.reduce((sum, { length }) => sum + length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, ...list, end])
}
