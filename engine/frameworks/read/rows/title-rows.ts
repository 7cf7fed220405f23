import type { SheetRow } from '../../../files/spreadsheet/spreadsheet.ts'
import type { Header } from '../columns/find-header.ts'
import { oneLine, plainName } from '../words/cell-text.ts'
import { plainCode } from '../words/codes.ts'
import { footerReason } from '../words/footers.ts'
import type { Candidate } from './candidates.ts'
import { sectionPath } from './sections.ts'

/** Below this many columns, a row with one cell says as much as any other. */
const COLUMNS_OF_A_WIDE_TABLE = 3

/** Titles of other things that people keep below a table. */
const BESIDE =
  /^(change ?log|changes|(version|document) (control|history|log)|revision history|amendments|glossary( of terms)?|abbreviations|acronyms|legend|sign off|distribution( list)?)$/

/** Tests whether a title heads something other than indicators. */
export const isBeside = (title: string): boolean => BESIDE.test(plainName(title))

/** A section on a row of its own, in its own column: others may say where it is written about. */
export function isSectionRow({ texts, cells }: Candidate, { fields }: Header): boolean {
  if (texts.code !== '' || texts.title !== '' || sectionPath(texts.section).length === 0)
    return false
  const kept = new Set([...(fields.get('section') ?? []), ...(fields.get('notes') ?? [])])
  // A row of an indicator that was left unfinished has more in its columns than where to read on.
  const others = cells.filter(([column]) => !kept.has(column)).length
  return others <= 1 && texts.dataType === '' && texts.status === '' && texts.definition === ''
}

/**
 * Tells lone cells that are a title or a note from a code, or a title, whose row was left unfinished. A list
 * without codes has fewer columns, but begins with a title if it has any.
 */
export function loneTitles(
  read: readonly ReadRow[],
  { fields }: Header,
): (candidate: Candidate) => boolean {
  const areCodesLetters = areLetters(read)
  const isUncoded = !fields.has('code') && fields.size > 1 && areUnderTitles(read)
  const isWide = fields.size >= COLUMNS_OF_A_WIDE_TABLE || isUncoded
  return ({ texts, cells }) => {
    if (cells.length > 1) return false
    if (isBeside(oneLine(cells[0]?.[1]))) return true
    const isCode = texts.code !== '' && !/\s/.test(texts.code)
    if (fields.has('section')) return isWide && texts.title === '' && !isCode
    // Without a column of sections, titles must be somewhere: a code has a figure, a title mostly words.
    return texts.title === '' ? !isCode || !(areCodesLetters || /\d/.test(texts.code)) : isWide
  }
}

/** True if a lone cell comes first, and most of the other rows have more than one. */
function areUnderTitles(read: readonly ReadRow[]): boolean {
  const widths = read.flatMap(({ row: { cells } }) =>
    footerReason(cells) === null ? [cells.length] : [],
  )
  return widths[0] === 1 && widths.filter(width => width > 1).length * 2 >= widths.length
}

/** True if codes here have no figures, so that one alone may be the code of a row without a title. */
function areLetters(read: readonly ReadRow[]): boolean {
  const codes = read.flatMap(({ candidate: { texts } }) =>
    texts.code !== '' && texts.title !== '' ? [texts.code] : [],
  )
  return codes.filter(code => !/\d/.test(code)).length * 2 > codes.length
}

/** A row, and what its cells would be in an indicator. */
export interface ReadRow {
  readonly row: SheetRow
  readonly candidate: Candidate
}

/** `C1 | Keeping children safe` and nothing else, over the row of C1.1. */
export function isCodedTitle(
  { texts, cells }: Candidate,
  { fields }: Header,
  next: string,
): boolean {
  if (fields.has('section') || fields.size < COLUMNS_OF_A_WIDE_TABLE || cells.length !== 2) {
    return false
  }
  const [code, below] = [plainCode(texts.code), plainCode(next)]
  if (code === '' || texts.title === '' || !below.startsWith(code)) return false
  const rest = below.slice(code.length)
  return /^[.\-/_]./.test(rest) || (/[a-z]$/.test(code) && /^\d/.test(rest))
}

/** The text of a title of either kind, its code before it. */
export const titleText = ({ texts, cells }: Candidate): string =>
  cells.length === 2 ? oneLine(`${texts.code} ${texts.title}`) : oneLine(cells[0]?.[1])
