import type { RatingProblem, RatingsRefusal } from '../../shared/model/data-entry.ts'
import type { HandsChoices } from '../../shared/model/hands.ts'
import { whyUnread } from '../files/spreadsheet/keep-within-limits.ts'
import type { SpreadsheetReading } from '../files/spreadsheet/spreadsheet.ts'
import { currentFramework } from '../frameworks/versions/current-version.ts'
import { codesByTitle } from '../ratings/data-entry/take-indicator.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireWorkshop } from '../workshops/workshops.ts'
import { type ReadHands, readHands } from './read-hands.ts'
import { isSaid } from './record-hands.ts'
import { requireRoom } from './rooms.ts'
import { lineKey, standingLines } from './standing-hands.ts'

/** A line of a file, with what recording it would do to the line that stands. */
export interface PlacedHands extends ReadHands {
  /** The sheet, where the file has several. */
  readonly sheet?: string
  readonly standing: 'new' | 'changes' | 'stands'
}

/** A file of hands after its checks, with every problem. */
export interface UnderstoodHands {
  readonly lines: readonly PlacedHands[]
  readonly problems: readonly RatingProblem[]
  readonly elsewhere: number
  readonly unreadSheets: readonly string[]
  /** The code of each indicator, by its id. */
  readonly codes: ReadonlyMap<string, string>
}

/**
 * Understands a file of hands that was read, for a workshop, or says why no hands can be read from it. Records nothing.
 * Throws UNKNOWN_WORKSHOP, UNKNOWN_ROUND.
 */
export function understandHands(
  { store, scale }: Workbook,
  workshop: string,
  reading: SpreadsheetReading,
  { said = {}, hiddenRows }: HandsChoices,
): UnderstoodHands | { readonly refused: RatingsRefusal } {
  const { groups } = requireWorkshop(store, workshop)
  if (reading.kind === 'refused') return { refused: whyUnread(reading) }
  // A sheet that could not be read may be the one with the hands.
  const [unread] = reading.unread
  if (unread) return { refused: { code: 'too-large', over: unread.over } }
  const { indicators } = currentFramework(store)
  const ids = new Map(indicators.map(({ code, id }) => [code, id]))
  const titles = codesByTitle(indicators)
  const { sheets, format } = reading
  const rules = { workshop, groups, indicators: ids, titles, scale, format, said, hiddenRows }
  const read = sheets.map(sheet => ({ name: sheet.name, found: readHands(sheet, rules) }))
  const tables = read.flatMap(({ name, found }) =>
    found ? [{ ...found, place: sheets.length > 1 ? { sheet: name } : {} }] : [],
  )
  if (tables.length === 0) return { refused: { code: 'no-table' } }
  const placed = <Item>(items: readonly Item[], place: { readonly sheet?: string }) =>
    items.map(item => ({ ...item, ...place }))
  const lines = tables.flatMap(table => placed(table.lines, table.place))
  for (const { group, round } of lines) requireRoom(store, { workshop, group, round })
  return {
    lines: withStanding(store, workshop, lines),
    problems: [
      ...tables.flatMap(table => placed(table.problems, table.place)),
      ...countedOnTwoSheets(lines),
    ],
    elsewhere: tables.reduce((sum, table) => sum + table.elsewhere, 0),
    unreadSheets: read.flatMap(({ name, found }) => (found ? [] : [name])),
    codes: new Map(indicators.map(({ code, id }) => [id, code])),
  }
}

type ReadOnSheet = ReadHands & { readonly sheet?: string }

function withStanding(
  store: ReadableStore,
  workshop: string,
  lines: readonly ReadOnSheet[],
): readonly PlacedHands[] {
  const standing = new Map(
    standingLines(store, { workshops: [workshop] }).map(line => [lineKey(line), line]),
  )
  return lines.map(line => {
    const before = standing.get(lineKey(line))
    if (isSaid(line, before?.records ?? [])) return { ...line, standing: 'stands' }
    return { ...line, standing: before && before.sides.length > 0 ? 'changes' : 'new' }
  })
}

/** Finds lines that an earlier sheet has already: only one of them can stand. */
function countedOnTwoSheets(lines: readonly ReadOnSheet[]): readonly RatingProblem[] {
  const first = new Map<string, ReadOnSheet>()
  return lines.flatMap((line): readonly RatingProblem[] => {
    const { row, sheet, at } = line
    const before = first.get(lineKey(line))
    if (!before) first.set(lineKey(line), line)
    const place = { row, cell: at, ...(sheet === undefined ? {} : { sheet }) }
    return before ? [{ ...place, code: 'counted-twice', data: { row: before.row } }] : []
  })
}
