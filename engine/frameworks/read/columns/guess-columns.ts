import type { Sheet } from '../../../files/spreadsheet/spreadsheet.ts'
import { cellText, isErrorValue, isLikeDate, plainName } from '../words/cell-text.ts'
import { plainCode } from '../words/codes.ts'
import type { ColumnMap } from './map-columns.ts'

/** A field whose column was found by what it holds, as its heading says nothing. */
export interface Guess {
  readonly field: 'code' | 'section' | 'title'
  readonly column: number
}

/** The headings of a table as far as they tell what its columns hold. */
interface Header extends ColumnMap {
  readonly row: number
  readonly hiddenColumns: ReadonlySet<number>
}

/** So many rows at least must agree, and nearly all of those that there are. */
const FEWEST_ROWS = 2
const NEARLY_ALL = 0.9

/** Known fields beside the one guessed; with fewer, a table may be a list of anything. */
const FEWEST_OTHERS = { code: 2, section: 2, title: 3 } as const

/** `NI 58`, `A1.2`, `SAFE-03b`: letters and a number. */
const CODE = /^[A-Z]{1,6}[\s.\-/_]?\d{1,4}([.\-/]\d{1,4}){0,3}[a-z]?$/i

/** `1.10`, `7`: a number alone, which may count or measure anything. */
const NUMBER = /^\d{1,4}(\.\d{1,3}){0,3}[a-z]?$/

/** The texts of each column below the headings, in the rows that have this column filled. */
function textsBeside(sheet: Sheet, header: Header, column: number): Map<number, string[]> {
  const texts = new Map<number, string[]>()
  for (const { number, cells } of sheet.rows) {
    if (number <= header.row || cells.length < 2) continue
    if (!cells.some(cell => cell[0] === column)) continue
    for (const [at, text] of cells) {
      const all = texts.get(at) ?? []
      if (all.length === 0) texts.set(at, all)
      all.push(cellText(text))
    }
  }
  return texts
}

const different = (texts: readonly string[]): number => new Set(texts.map(plainCode)).size

/** True if nearly all the rows have a text of their own here. */
const isOnePerRow = (texts: readonly string[], rows: number): boolean =>
  rows >= FEWEST_ROWS &&
  texts.length >= rows * NEARLY_ALL &&
  different(texts) >= texts.length * NEARLY_ALL

/** Codes have letters; numbers are codes only where nothing over them says what they are. */
function areCodes(texts: readonly string[], heading: string): boolean {
  const looks = plainName(heading) === '' ? [CODE, NUMBER] : [CODE]
  const alike = texts.filter(text => looks.some(look => look.test(text)))
  return alike.length >= texts.length * NEARLY_ALL
}

const SOME_WORDS = /\p{Letter}{2}\S*\s+\S*\p{Letter}{2}/u

/** The start of a text shows whether it is words; a cell may hold a million letters. */
const SHOWS = 200

/** A title is some words. */
const areTitles = (texts: readonly string[]): boolean =>
  texts.filter(text => SOME_WORDS.test(text.slice(0, SHOWS)) && !isOther(text)).length >=
  texts.length * NEARLY_ALL

const isOther = (text: string): boolean =>
  isErrorValue(text) || isLikeDate(text) || /^(https?:|www\.|\S+@\S+)/i.test(text)

/** The free columns, from the left, that hold a text of its own for each row of another column. */
function freeColumns(
  sheet: Sheet,
  header: Header,
  beside: number,
): readonly { readonly column: number; readonly texts: readonly string[] }[] {
  const taken = new Set([...header.fields.values()].flat())
  const texts = textsBeside(sheet, header, beside)
  const rows = texts.get(beside)?.length ?? 0
  return [...texts]
    .filter(([column]) => !taken.has(column) && !header.hiddenColumns.has(column))
    .filter(([, of]) => isOnePerRow(of, rows))
    .map(([column, of]) => ({ column, texts: of }))
    .toSorted((a, b) => a.column - b.column)
}

const isFramework = ({ fields }: Header, guessed: Guess['field']): boolean =>
  fields.size - Number(fields.has('notes')) >= FEWEST_OTHERS[guessed]

function guessCode(sheet: Sheet, header: Header, beside: number): Guess | null {
  const found = freeColumns(sheet, header, beside).find(
    ({ column, texts }) => column < beside && areCodes(texts, header.headings.get(column) ?? ''),
  )
  return found ? { field: 'code', column: found.column } : null
}

function guessTitle(sheet: Sheet, header: Header, code: number): Guess | null {
  const [found, ...more] = freeColumns(sheet, header, code).filter(({ texts }) => areTitles(texts))
  return found && more.length === 0 ? { field: 'title', column: found.column } : null
}

/** The known column with most texts, which is the first of all that have one in every row. */
function fullestColumn({ rows }: Sheet, { row, fields }: Header): number | null {
  const known = [...fields.values()].flat().toSorted((a, b) => a - b)
  const below = rows.filter(({ number, cells }) => number > row && cells.length > 1)
  const filled = (column: number): number =>
    below.filter(({ cells }) => cells.some(cell => cell[0] === column)).length
  return known.reduce<number | null>(
    (best, next) => (best === null || filled(next) > filled(best) ? next : best),
    null,
  )
}

/** Groups whose rows were merged, or named again and again, under no heading at all. */
function guessSection(sheet: Sheet, header: Header, title: number): Guess | null {
  const { rows, spans } = sheet
  const taken = new Set([...header.fields.values()].flat())
  const below = rows.filter(({ number, cells }) => number > header.row && cells.length > 1)
  const isMerged = (column: number): boolean =>
    spans.some(span => span.column === column && span.from > header.row && span.to > span.from)
  for (let column = 1; column < title; column++) {
    const isFree = !taken.has(column) && !header.hiddenColumns.has(column)
    if (!isFree || plainName(header.headings.get(column) ?? '') !== '') continue
    const texts = below.flatMap(({ cells }) =>
      cells.filter(cell => cell[0] === column).map(([, text]) => cellText(text)),
    )
    const isGroup = isMerged(column) || different(texts) * 2 <= texts.length
    if (texts.length > 0 && isGroup && texts.every(text => /\p{Letter}{2}/u.test(text))) {
      return { field: 'section', column }
    }
  }
  return null
}

/** The header with a guess taken for what it says. */
type WithGuess<Of extends Header> = (header: Of, guess: Guess) => Of

/** The codes and the titles, of which headings name at most one. */
function guessNames<Of extends Header>(
  sheet: Sheet,
  header: Of,
  take: WithGuess<Of>,
): readonly Guess[] {
  const [knownCode] = header.fields.get('code') ?? []
  const [knownTitle] = header.fields.get('title') ?? []
  if (knownCode !== undefined && knownTitle !== undefined) return []
  if (knownCode !== undefined) {
    const title = isFramework(header, 'title') ? guessTitle(sheet, header, knownCode) : null
    return title ? [title] : []
  }
  const beside = knownTitle ?? fullestColumn(sheet, header)
  const isEnough = isFramework(header, 'code') && beside !== null
  const code = isEnough ? guessCode(sheet, header, beside) : null
  if (!code || knownTitle !== undefined) return code ? [code] : []
  const withCode = take(header, code)
  const title = isFramework(withCode, 'title') ? guessTitle(sheet, withCode, code.column) : null
  return title ? [code, title] : []
}

/**
 * Guesses the columns of codes, titles and sections that no heading names, where the values of one
 * column leave a careful person in no doubt. Empty if headings name them all, or if it is doubtful.
 */
export function guessColumns<Of extends Header>(
  sheet: Sheet,
  header: Of,
  take: WithGuess<Of>,
): readonly Guess[] {
  const names = guessNames(sheet, header, take)
  const named = names.reduce(take, header)
  const [title] = named.fields.get('title') ?? []
  if (title === undefined || named.fields.has('section')) return names
  const section = isFramework(named, 'section') ? guessSection(sheet, named, title) : null
  return section ? [...names, section] : names
}
