import { scanOds } from './scan-ods.ts'
import { type SheetScan, scanPart } from './scan-part.ts'
import type { SheetFacts } from './sheet-facts.ts'
import { sheetParts } from './sheet-parts.ts'
import type { ReadRefusal, SpreadsheetLimits } from './spreadsheet.ts'
import { storedZip } from './stored-zip.ts'
import { listParts, type ZipPart } from './zip-parts.ts'

/** A zipped spreadsheet that can be parsed, without the sheets that are too large for any use here. */
export interface SafeZip {
  readonly bytes: Buffer
  /** What the parser does not tell of each sheet, in their order; null for a sheet that was left out. */
  readonly facts: readonly (SheetFacts | null | undefined)[]
}

const WORKBOOK_PART = /^(xl\/workbook[^/]*\.(xml|bin)|content\.xml)$/i
const SHEET_PART = /^xl\/worksheets\/[^/]+\.xml$/i
/** The parts whose size is the number of their cells, besides sheets: shared texts, OpenDocument's content. */
const CELLS_PART = /^(xl\/sharedstrings\.xml|content\.xml)$/i
/** The parts that say which sheet is where. */
const INDEX_PART = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels)$/i

/** A part that is read as text is never longer in a workbook that people made. */
const LONGEST_INDEX = 2_000_000

/** What a parser reads; pictures, programs and fonts may be as large as they like. */
const PARSED_PART = /(\.(xml|rels|vml|bin)|(^|\/)mimetype)$/i
const NOT_PARSED = /(^|\/)(vbaProject\.bin$|media\/|embeddings\/|printerSettings\/|activeX\/)/i

/** How much of a file was taken in so far. */
interface Taken {
  bytes: number
  cells: number
}

const bySize = (a: ZipPart, b: ZipPart): number => a.size - b.size

/**
 * Unpacks parts of which none may be missing; null if they are too large together. What the list of
 * contents says of sizes is checked as they are unpacked.
 */
function unpackAll(
  parts: readonly ZipPart[],
  limits: SpreadsheetLimits,
  taken: Taken,
): Map<string, Buffer> | null {
  const contents = new Map<string, Buffer>()
  for (const { name, size, unpack } of parts) {
    taken.bytes += size
    if (taken.bytes > limits.unpackedBytes) return null
    const content = unpack()
    if (CELLS_PART.test(name)) {
      // Texts that sheets share are counted by themselves: each sheet's cells refer to them.
      if (scanPart(content, limits.cells).cells > limits.cells) return null
    }
    contents.set(name, content)
  }
  return contents
}

/** Unpacks the sheets that fit, the smallest first; a sheet that does not fit has no content. */
function unpackSheets(
  sheets: readonly ZipPart[],
  limits: SpreadsheetLimits,
  taken: Taken,
): ReadonlyMap<string, { readonly content: Buffer; readonly scan: SheetScan } | null> {
  return new Map(
    sheets.toSorted(bySize).map(({ name, size, unpack }) => {
      if (taken.bytes + size > limits.unpackedBytes) return [name, null] as const
      const content = unpack()
      const scan = scanPart(content, limits.cells - taken.cells)
      if (taken.cells + scan.cells > limits.cells) return [name, null] as const
      taken.bytes += size
      taken.cells += scan.cells
      return [name, { content, scan }] as const
    }),
  )
}

function choose(parts: readonly ZipPart[], limits: SpreadsheetLimits): SafeZip | ReadRefusal {
  if (!parts.some(({ name }) => WORKBOOK_PART.test(name))) return 'not-a-spreadsheet'
  const parsed = parts.filter(({ name }) => PARSED_PART.test(name) && !NOT_PARSED.test(name))
  const taken: Taken = { bytes: 0, cells: 0 }
  const others = unpackAll(
    parsed.filter(({ name }) => !SHEET_PART.test(name)),
    limits,
    taken,
  )
  if (!others) return 'too-large'
  const sheets = unpackSheets(
    parsed.filter(({ name }) => SHEET_PART.test(name)),
    limits,
    taken,
  )
  const fitting = [...sheets].flatMap(([name, sheet]) =>
    sheet ? [[name, sheet.content] as const] : [],
  )
  const scans = new Map(
    [...sheets].map(([name, sheet]) => [name.toLowerCase(), sheet?.scan ?? null]),
  )
  const order = sheetParts(indexesOf(others))
  // What is left out must be known by name, so that it can be said.
  const isNamed = [...scans].every(([name, scan]) => scan !== null || order.includes(name))
  if (!isNamed || (scans.size > 0 && fitting.length === 0)) return 'too-large'
  const document = others.get('content.xml')
  return {
    bytes: storedZip([...others, ...fitting]),
    facts: document ? scanOds(document.toString('utf8')) : order.map(name => scans.get(name)),
  }
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
): Promise<SafeZip | ReadRefusal> {
  try {
    const parts = await listParts(bytes, limits)
    return typeof parts === 'string' ? parts : choose(parts, limits)
  } catch {
    return 'damaged'
  }
}
