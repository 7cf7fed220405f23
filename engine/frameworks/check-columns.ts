import { issueWords } from '../../shared/messages/check.ts'
import type { FrameworkField } from '../../shared/model/check.ts'
import { columnName, type SpreadsheetFormat } from '../files/spreadsheet.ts'
import type { Header } from './find-header.ts'
import type { Finding } from './finding.ts'
import type { UnmappedColumn } from './map-columns.ts'
import type { Candidate } from './sort-rows.ts'

/** Without these an indicator cannot be told from others, shown or placed. */
const REQUIRED_FIELDS: readonly FrameworkField[] = ['code', 'section', 'title']

const unmappedWords = ({ heading, takenBy }: UnmappedColumn): string =>
  takenBy === null
    ? issueWords.unmappedColumn(heading)
    : issueWords.repeatedColumn(heading, columnName(takenBy))

/** What is wrong with the headings: a field that has no column, a column that means nothing. */
export function checkHeadings(header: Header): readonly Finding[] {
  const missing = REQUIRED_FIELDS.filter(field => !header.fields.has(field))
  return [
    ...missing.map(
      (field): Finding => ({
        severity: 'error',
        code: 'missing-column',
        row: header.row,
        column: header.firstColumn,
        message: issueWords.missingColumn(field),
      }),
    ),
    ...header.unmapped.map(
      (unmapped): Finding => ({
        severity: 'warning',
        code: 'unmapped-column',
        row: header.row,
        column: unmapped.column,
        message: unmappedWords(unmapped),
      }),
    ),
  ]
}

interface Place {
  readonly row: number
  readonly column: number
}

/** The cells of indicators that stand under no heading. */
const unheadedCells = (header: Header, candidates: readonly Candidate[]): readonly Place[] =>
  candidates.flatMap(({ row, cells }) =>
    cells.flatMap(([column]) => (header.headed.has(column) ? [] : [{ row, column }])),
  )

/** The first place of each row, or of each column. */
const firstOfEach = (places: readonly Place[], key: keyof Place): readonly Place[] => [
  ...new Map(places.toReversed().map(place => [place[key], place])).values(),
]

/**
 * Cells under no heading. In a csv, those beyond the row of headings mean that a comma in a text split
 * it, and every cell after it stands in the wrong column: an error. Others are notes at the side.
 */
export function checkUnheadedCells(
  format: SpreadsheetFormat,
  header: Header,
  candidates: readonly Candidate[],
): readonly Finding[] {
  const cells = unheadedCells(header, candidates)
  const spilt = cells.filter(({ column }) => format === 'csv' && column > header.width)
  const aside = cells.filter(({ column }) => format !== 'csv' || column <= header.width)
  return [
    ...firstOfEach(spilt, 'row').map(
      (place): Finding => ({
        severity: 'error',
        code: 'row-length',
        ...place,
        message: issueWords.rowTooLong(),
      }),
    ),
    ...firstOfEach(aside, 'column').map(
      (place): Finding => ({
        severity: 'warning',
        code: 'unmapped-column',
        ...place,
        message: issueWords.columnWithoutHeading(columnName(place.column)),
      }),
    ),
  ]
}
