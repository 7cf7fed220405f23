import type { RatingHeading } from '../../../shared/model/data-entry.ts'
import type { Sheet, SheetRow } from '../../files/spreadsheet/spreadsheet.ts'
import { oneLine } from '../../frameworks/read/words/cell-text.ts'
import type { Layout, RatingCells } from './entry-layout.ts'
import { knownHeading } from './entry-words.ts'

/** The texts above a table that say once what every row has: `Participant | D1`, `Group: ADCS`. */
export function saidOnce(sheet: Sheet, header: SheetRow): ReadonlyMap<RatingHeading, string> {
  const said = new Map<RatingHeading, string>()
  for (const { number, cells } of sheet.rows) {
    if (number >= header.number) break
    for (const [index, [, text]] of cells.entries()) {
      const [label = '', ...rest] = text.split(':')
      const heading = knownHeading(label)
      const own = oneLine(rest.join(':'))
      // A label before several texts says something of each column, not one thing of every row.
      const isForAll = own !== '' || !isLabelOfMany(cells, index)
      const value = own || oneLine(cells[index + 1]?.[1])
      if (heading && isForAll && value !== '' && !said.has(heading)) said.set(heading, value)
    }
  }
  return said
}

const isLabelOfMany = (cells: SheetRow['cells'], index: number): boolean => {
  const after = cells.slice(index + 1)
  return (
    after.length > 1 &&
    after.every(([, text]) => knownHeading(text.split(':')[0] ?? '') === undefined)
  )
}

/** Texts that rows of their own say of each column: `Group | ADCS | Ofsted`, over or under the names of people. */
export interface SaidByColumn {
  /** The rows that do, which hold no ratings. */
  readonly rows: ReadonlySet<number>
  readonly said: (cells: RatingCells, heading: RatingHeading) => string | null
}

/** Finds the rows that say something of each person's column; there are none where no person has one. */
export function saidByColumn(sheet: Sheet, header: SheetRow, { holds }: Layout): SaidByColumn {
  const people = [...holds].flatMap(([column, held]) => (held.is === 'person' ? [column] : []))
  const rows = new Set<number>()
  const texts = new Map<RatingHeading, SheetRow>()
  const first = Math.min(...people)
  for (const row of people.length === 0 ? [] : sheet.rows) {
    const heading = knownHeading(row.cells[0]?.[1].replace(/:\s*$/, '') ?? '')
    const isLabelled = row !== header && heading !== undefined && (row.cells[0]?.[0] ?? 0) < first
    if (!isLabelled || !row.cells.some(([column]) => people.includes(column))) continue
    rows.add(row.number)
    texts.set(heading, row)
  }
  return {
    rows,
    said: ({ at }, heading) => {
      const row = texts.get(heading)
      const column = at.get('answer') ?? at.get('comment')
      if (row === undefined || column === undefined) return null
      const span = sheet.spans.find(
        ({ from, to, column: left, toColumn }) =>
          from <= row.number && row.number <= to && left <= column && column <= toColumn,
      )
      return oneLine(row.cells.find(([at]) => at === (span?.column ?? column))?.[1]) || null
    },
  }
}

/** Whoever merged cells, or wrote a person once, means all the rows below. */
const SAID_FOR_MANY: readonly RatingHeading[] = ['participant', 'group', 'indicator', 'round']

/** Carries down a column that is merged, or that names each person in their first row only. */
export function carriedDown(
  rows: readonly SheetRow[],
  sheet: Sheet,
  columns: Layout['columns'],
): ReadonlyMap<number, ReadonlyMap<RatingHeading, string>> {
  const given = new Map<number, Map<RatingHeading, string>>()
  for (const heading of SAID_FOR_MANY) {
    const column = columns.get(heading)
    if (column === undefined) continue
    const textIn = ({ cells }: SheetRow) => cells.find(cell => cell[0] === column)?.[1]
    const isWrittenOnce =
      heading !== 'indicator' &&
      heading !== 'round' &&
      rows[0] !== undefined &&
      textIn(rows[0]) !== undefined &&
      rows.filter(row => textIn(row) === undefined).length * 2 >= rows.length
    let above = { to: 0, text: '' }
    for (const row of rows) {
      const own = textIn(row)
      if (own !== undefined) {
        const span = sheet.spans.find(of => of.column === column && of.from === row.number)
        above = { to: isWrittenOnce ? Number.POSITIVE_INFINITY : (span?.to ?? 0), text: own }
      } else if (row.number <= above.to) {
        given.set(row.number, (given.get(row.number) ?? new Map()).set(heading, above.text))
      }
    }
  }
  return given
}
