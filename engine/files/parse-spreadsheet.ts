import { readFile, stat } from 'node:fs/promises'
import { checkZip } from './check-zip.ts'
import { decodeText } from './decode-text.ts'
import { nameEntities } from './html-entities.ts'
import { parseCsv } from './parse-csv.ts'
import { parseWorkbook } from './parse-workbook.ts'
import { refused } from './refused.ts'
import { countMarkupCells } from './scan-part.ts'
import type { ReadRefusal, SpreadsheetLimits, SpreadsheetReading } from './spreadsheet.ts'

const ZIP = Buffer.from('PK\x03\x04', 'latin1')
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const PDF = Buffer.from('%PDF-', 'latin1')

/** Case systems export web pages and XML under the name of a spreadsheet. */
const MARKUP = /^\s*<(!doctype|html|head|meta|body|table|\?xml|\?mso)\b/i

const startsWith = (bytes: Buffer, start: Buffer): boolean =>
  bytes.subarray(0, start.length).equals(start)

async function checkFile(path: string, limits: SpreadsheetLimits): Promise<ReadRefusal | null> {
  const file = await stat(path).catch(() => null)
  if (!file) return 'file-not-found'
  if (!file.isFile()) return 'not-a-spreadsheet'
  if (file.size === 0) return 'empty-file'
  return file.size > limits.bytes ? 'too-large' : null
}

/** What a file is, is told by its first bytes: people rename files, and exports misname them. */
async function parseBytes(
  path: string,
  bytes: Buffer,
  limits: SpreadsheetLimits,
): Promise<SpreadsheetReading> {
  if (startsWith(bytes, ZIP)) {
    const checked = await checkZip(path, limits)
    return 'refused' in checked ? refused(checked.refused) : parseWorkbook(bytes, checked.hidden)
  }
  if (startsWith(bytes, OLE)) return parseWorkbook(bytes)
  if (startsWith(bytes, PDF)) return refused('not-a-spreadsheet')
  const text = decodeText(bytes)
  if (text === null) return refused('not-a-spreadsheet')
  if (!MARKUP.test(text)) return parseCsv(text, limits)
  return countMarkupCells(text) > limits.cells
    ? refused('too-large')
    : parseWorkbook(nameEntities(text))
}

function withinLimits(reading: SpreadsheetReading, limits: SpreadsheetLimits): SpreadsheetReading {
  if (reading.kind === 'refused') return reading
  const rows = reading.sheets.flatMap(sheet => sheet.rows)
  let cells = 0
  let characters = 0
  for (const row of rows) {
    cells += row.cells.length
    for (const [, text] of row.cells) characters += text.length
  }
  const spans = reading.sheets.flatMap(sheet => sheet.spans)
  const within =
    rows.length <= limits.rows &&
    spans.length <= limits.rows &&
    cells <= limits.cells &&
    characters <= limits.characters
  return within ? reading : refused('too-large')
}

/**
 * Reads a spreadsheet file within limits. Runs in the disposable reader, never in the engine: a
 * parser may run out of memory or time on what it is given. Throws only on a fault of our own.
 */
export async function parseSpreadsheet(
  path: string,
  limits: SpreadsheetLimits,
): Promise<SpreadsheetReading> {
  const reason = await checkFile(path, limits)
  if (reason) return refused(reason)
  const bytes = await readFile(path).catch(() => null)
  if (!bytes) return refused('file-not-found')
  return withinLimits(await parseBytes(path, bytes, limits), limits)
}
