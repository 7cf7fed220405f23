import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { type HiddenParts, type PartScan, scanPart } from './scan-part.ts'
import { sheetParts } from './sheet-parts.ts'
import type { ReadRefusal, SpreadsheetLimits } from './spreadsheet.ts'

/** Either why a zipped spreadsheet must not be parsed, or what the parser does not tell of its sheets. */
export type CheckedZip =
  | { readonly refused: ReadRefusal }
  | { readonly hidden: readonly (HiddenParts | undefined)[] }

const WORKBOOK_PART = /^(xl\/workbook[^/]*\.(xml|bin)|content\.xml)$/i
/** The parts whose size is the number of their cells: sheets, shared texts, OpenDocument's content. */
const CELLS_PART = /^(xl\/worksheets\/[^/]+\.xml|xl\/sharedstrings\.xml|content\.xml)$/i
/** The parts that say which sheet is where. */
const INDEX_PART = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels)$/i

/** A part that is read as text is never longer in a workbook that people made. */
const LONGEST_INDEX = 2_000_000

/** Ends the unpacking of a part that has too many cells to be a framework. */
class TooManyCells extends Error {}

/** Unpacks one entry into nothing: yauzl fails it if it holds more than its entry says. */
async function unpack(zip: ZipFile, entry: Entry, look: (chunk: Buffer) => void): Promise<void> {
  const nowhere = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      try {
        look(chunk)
        done()
      } catch (error) {
        done(error instanceof Error ? error : new Error('The part could not be looked at.'))
      }
    },
  })
  await pipeline(await zip.openReadStreamPromise(entry), nowhere)
}

async function listEntries(
  zip: ZipFile,
  limits: SpreadsheetLimits,
): Promise<readonly Entry[] | ReadRefusal> {
  const entries: Entry[] = []
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    entries.push(entry)
    unpacked += entry.uncompressedSize
    if (entry.isEncrypted()) return 'password-protected'
    if (entries.length > limits.zipEntries || unpacked > limits.unpackedBytes) return 'too-large'
  }
  return entries.some(({ fileName }) => WORKBOOK_PART.test(fileName))
    ? entries
    : 'not-a-spreadsheet'
}

async function scanEntries(
  zip: ZipFile,
  entries: readonly Entry[],
  limits: SpreadsheetLimits,
): Promise<CheckedZip> {
  const scans = new Map<string, PartScan>()
  const indexes = new Map<string, string>()
  for (const entry of entries) {
    const { fileName } = entry
    const scan = CELLS_PART.test(fileName) ? scanPart() : null
    const isIndex = INDEX_PART.test(fileName) && entry.uncompressedSize < LONGEST_INDEX
    const chunks: Buffer[] = []
    await unpack(zip, entry, chunk => {
      scan?.add(chunk)
      if (isIndex) chunks.push(chunk)
      if (scan && scan.cells() > limits.cells) throw new TooManyCells()
    })
    if (scan) scans.set(fileName.toLowerCase(), scan)
    if (isIndex) indexes.set(fileName.toLowerCase(), Buffer.concat(chunks).toString('utf8'))
  }
  return { hidden: sheetParts(indexes).map(part => scans.get(part)?.hidden()) }
}

/**
 * Says why a zipped spreadsheet must not be parsed, or which rows and columns of its sheets are
 * hidden: its list of contents is read first, and each part is then unpacked once, to prove that the
 * list does not lie about sizes and that there are not too many cells.
 */
export async function checkZip(path: string, limits: SpreadsheetLimits): Promise<CheckedZip> {
  try {
    const zip = await openPromise(path, { autoClose: false })
    try {
      const entries = await listEntries(zip, limits)
      if (typeof entries === 'string') return { refused: entries }
      return await scanEntries(zip, entries, limits)
    } finally {
      zip.close()
    }
  } catch (error) {
    return { refused: error instanceof TooManyCells ? 'too-large' : 'damaged' }
  }
}
