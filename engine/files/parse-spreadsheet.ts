import { readFile, stat } from 'node:fs/promises'
import { checkZip } from './check-zip.ts'
import { decodeText } from './decode-text.ts'
import { plainCells } from './html-cells.ts'
import { nameEntities } from './html-entities.ts'
import { keepWithinLimits } from './keep-within-limits.ts'
import { parseCsv } from './parse-csv.ts'
import { parseWorkbook } from './parse-workbook.ts'
import { refused } from './refused.ts'
import { scanHtml } from './scan-html.ts'
import { scanOds } from './scan-ods.ts'
import { countMarkupCells } from './scan-part.ts'
import type { ReadRefusal, SpreadsheetLimits, SpreadsheetReading } from './spreadsheet.ts'
import { withoutProperties } from './without-properties.ts'

const ZIP = Buffer.from('PK\x03\x04', 'latin1')
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** Documents of text that would otherwise be read as csv: PDF, RTF, PostScript. */
const OTHER_DOCUMENTS = ['%PDF-', '{\\rtf', '%!PS'].map(start => Buffer.from(start, 'latin1'))

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

/** A web page, an OpenDocument of one file or the XML of Excel 2003, as the parser needs it. */
function parseMarkup(markup: string): SpreadsheetReading {
  if (/<(?:\w+:)?spreadsheet[\s>]/.test(markup)) {
    return parseWorkbook({ content: nameEntities(markup), facts: scanOds(markup) })
  }
  const isExcels = /<(?:\w+:)?Workbook[\s>]/.test(markup)
  return !isExcels && /<table[\s>]/i.test(markup)
    ? parseWorkbook({ content: plainCells(markup), facts: scanHtml(markup) })
    : parseWorkbook({ content: nameEntities(markup) })
}

/** Whether the text is what programs write for each other and nobody opens as a spreadsheet. */
function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** A file that was never written to has sheets, but nothing in them. */
const withSomething = (reading: SpreadsheetReading): SpreadsheetReading =>
  reading.kind === 'sheets' &&
  reading.unread.length === 0 &&
  reading.sheets.every(({ rows }) => rows.length === 0)
    ? refused('empty-file')
    : reading

/** What a file is, is told by its first bytes: people rename files, and exports misname them. */
async function parseBytes(bytes: Buffer, limits: SpreadsheetLimits): Promise<SpreadsheetReading> {
  if (startsWith(bytes, ZIP)) {
    const checked = await checkZip(bytes, limits)
    if (typeof checked === 'string') return refused(checked)
    return parseWorkbook({ content: checked.bytes, facts: checked.facts })
  }
  if (startsWith(bytes, OLE)) return parseWorkbook({ content: withoutProperties(bytes) })
  if (OTHER_DOCUMENTS.some(start => startsWith(bytes, start))) return refused('not-a-spreadsheet')
  const text = decodeText(bytes)
  if (text === null || isJson(text)) return refused('not-a-spreadsheet')
  if (!MARKUP.test(text)) return parseCsv(text, limits)
  return countMarkupCells(text) > limits.cells ? refused('too-large') : parseMarkup(text)
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
  return withSomething(keepWithinLimits(await parseBytes(bytes, limits), limits))
}
