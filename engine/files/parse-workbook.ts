import { read, type WorkBook } from 'xlsx'
import { guardUtf16 } from './guard-utf16.ts'
import { refused } from './refused.ts'
import type { SheetFacts } from './sheet-facts.ts'
import type { ReadRefusal, SpreadsheetReading } from './spreadsheet.ts'
import { CellWithoutPlace, toSheet } from './to-sheet.ts'

/** Shown for dates in Excel's own short format, which leaves the order to the laptop's language. */
const SHORT_DATE = 'dd/mm/yyyy'

const LOCKED = /password|encrypt/i
const NO_WORKBOOK_INSIDE = /cannot find workbook stream|unsupported file/i

/** The parser tells its reasons in words only. */
function whyNot(error: unknown, isMarkup: boolean): ReadRefusal {
  if (error instanceof CellWithoutPlace) return 'damaged'
  const message = error instanceof Error ? error.message : ''
  if (LOCKED.test(message)) return 'password-protected'
  return isMarkup || NO_WORKBOOK_INSIDE.test(message) ? 'not-a-spreadsheet' : 'damaged'
}

/** A workbook to be parsed, with what the file says of its sheets beyond what the parser tells. */
export interface WorkbookContent {
  /**
   * The bytes of a workbook, of which a zipped container was checked before, or the text of one that
   * is markup (HTML, the XML of Excel 2003, flat OpenDocument).
   */
  readonly content: Uint8Array | string
  /** In the order of the sheets; null for one that is not to be parsed. */
  readonly facts?: readonly (SheetFacts | null | undefined)[]
}

function parse({ content, facts = [] }: WorkbookContent): WorkBook {
  const isMarkup = typeof content === 'string'
  const areKnown = facts.length > 0
  guardUtf16()
  return read(content, {
    type: isMarkup ? 'string' : 'buffer',
    dense: true,
    raw: true,
    cellHTML: false,
    // Tells dates from numbers; and the parser is faster with it.
    cellNF: true,
    // Where nobody looked for them, the parser has to tell what is hidden and which links formulas make.
    cellStyles: !isMarkup && !areKnown,
    cellFormula: !areKnown,
    dateNF: SHORT_DATE,
    ...(facts.includes(null)
      ? { sheets: facts.flatMap((of, index) => (of === null ? [] : [index])) }
      : {}),
  })
}

/** Reads an Excel or OpenDocument workbook. */
export function parseWorkbook(workbook: WorkbookContent): SpreadsheetReading {
  const { content, facts = [] } = workbook
  try {
    const parsed = parse(workbook)
    // A damaged index may have lost a name.
    const names: readonly (string | undefined)[] = parsed.SheetNames
    const sheets = names.flatMap((name = '', index) =>
      facts[index] === null ? [] : [toSheet(parsed, name, index, facts[index])],
    )
    const unread = names.flatMap((name = '', index) => (facts[index] === null ? [name] : []))
    return { kind: 'sheets', format: 'workbook', sheets, unread }
  } catch (error) {
    return refused(whyNot(error, typeof content === 'string'))
  }
}
