import type { CheckChoices, FrameworkField } from '../../../shared/model/check.ts'
import { columnName } from '../../files/spreadsheet/cell-names.ts'
import type { SpreadsheetFormat } from '../../files/spreadsheet/spreadsheet.ts'
import { pictureField } from '../pictures/headings.ts'
import type { Header } from './columns/find-header.ts'
import type { Guess } from './columns/guess-columns.ts'
import type { UnmappedColumn } from './columns/map-columns.ts'
import { headingName } from './columns/recognise-heading.ts'
import type { Finding } from './findings.ts'
import type { Candidate } from './rows/candidates.ts'
import { excerpt, oneLine } from './words/cell-text.ts'
import { isCodeInTitle } from './words/codes.ts'

/** Without these an indicator cannot be told from others, shown or placed. */
const REQUIRED_FIELDS: readonly FrameworkField[] = ['code', 'section', 'title']

function unmappedFinding(header: Header, unmapped: UnmappedColumn): Finding {
  const { column, heading, takenBy } = unmapped
  const place = { severity: 'warning', row: header.row, column, text: heading } as const
  const data = { heading: excerpt(heading) }
  if (header.hiddenColumns.has(column)) return { ...place, code: 'hidden-column', data }
  return {
    ...place,
    code: 'unmapped-column',
    data:
      takenBy === null
        ? { is: 'unknown', ...data }
        : { is: 'repeated', ...data, taken: columnName(takenBy) },
  }
}

function codeInTitleFinding({ row, fields, firstColumn }: Header): Finding {
  const [column = firstColumn] = fields.get('title') ?? []
  return { severity: 'warning', code: 'code-in-title', data: {}, row, column, field: 'code' }
}

function guessFinding({ row, headings }: Header, { field, column }: Guess): Finding {
  const heading = excerpt(headings.get(column) ?? '')
  return {
    severity: 'warning',
    code: 'guessed-column',
    data: { field, column: columnName(column), heading },
    row,
    column,
    field,
  }
}

/** A code or a title is missed by every indicator; sections only order them, and can do without. */
function missingColumn({ row, firstColumn, fields }: Header, field: FrameworkField): Finding {
  const place = { code: 'missing-column', row, column: firstColumn, field } as const
  if (field !== 'section') return { ...place, severity: 'error', data: { field, instead: null } }
  const instead = fields.has('outcome') ? 'outcomes' : 'one-section'
  return { ...place, severity: 'warning', data: { field, instead } }
}

/**
 * Checks the headings: finds fields that have no column, and columns that mean nothing. With
 * `sectionsInRows`, sections stand in rows of their own, and no column need hold them; `isNumbered` says the same of codes.
 */
export function checkHeadings(
  header: Header,
  {
    sectionsInRows,
    isNumbered,
  }: { readonly sectionsInRows: boolean; readonly isNumbered: boolean },
): readonly Finding[] {
  const missing = REQUIRED_FIELDS.filter(
    field =>
      !header.fields.has(field) &&
      !(field === 'section' && sectionsInRows) &&
      !(field === 'code' && isNumbered),
  )
  return [
    ...missing.map(field => missingColumn(header, field)),
    ...(isCodeInTitle(header.fields) ? [codeInTitleFinding(header)] : []),
    ...header.guesses.map(guess => guessFinding(header, guess)),
    ...header.unmapped
      .filter(
        ({ column, heading, translates }) =>
          (translates === null && pictureField(heading) === null) ||
          header.hiddenColumns.has(column),
      )
      .map(unmapped => unmappedFinding(header, unmapped)),
  ]
}

/**
 * Finds two columns that have one heading, of which a field takes the first, and do not say the same: which of
 * them is meant, only a person can say. Whoever chose the columns of the field has said it.
 */
export function checkRepeatedColumns(
  header: Header,
  candidates: readonly Candidate[],
  chosen: CheckChoices['columns'] = {},
): readonly Finding[] {
  const { row, fields, headings, unmapped, hiddenColumns } = header
  return unmapped.flatMap(({ column, heading, takenBy, translates }): readonly Finding[] => {
    const field = [...fields].find(([, columns]) => columns[0] === takenBy)?.[0]
    if (takenBy === null || translates !== null || !field) return []
    if (chosen[field] || hiddenColumns.has(column)) return []
    const isSameName = headingName(heading) === headingName(headings.get(takenBy) ?? '')
    const isSaid = ({ byColumn }: Candidate): boolean => {
      const text = oneLine(byColumn.get(column))
      return text !== '' && text !== oneLine(byColumn.get(takenBy))
    }
    if (!isSameName || !candidates.some(isSaid)) return []
    const data = {
      field,
      heading: excerpt(heading),
      column: columnName(takenBy),
      other: columnName(column),
    }
    // An indicator can do without all but these; of the others the first column is loaded, and said so.
    const severity = REQUIRED_FIELDS.includes(field) ? 'error' : 'warning'
    return [{ severity, code: 'repeated-column', data, row, column, field, text: heading }]
  })
}

interface Place {
  readonly row: number
  readonly column: number
}

/** The cells of indicators that stand under no heading and in no column that a person chose. */
function unheadedCells(header: Header, candidates: readonly Candidate[]): readonly Place[] {
  const known = new Set([...header.headings.keys(), ...[...header.fields.values()].flat()])
  const places: Place[] = []
  for (const { row, cells } of candidates) {
    for (const [column] of cells) if (!known.has(column)) places.push({ row, column })
  }
  return places
}

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
  const isSpilt = ({ column }: Place): boolean => format === 'csv' && column > header.width
  return [
    ...firstOfEach(cells.filter(isSpilt), 'row').map(
      (place): Finding => ({
        severity: 'error',
        code: 'row-length',
        data: { is: 'longer' },
        ...place,
      }),
    ),
    ...firstOfEach(
      cells.filter(cell => !isSpilt(cell)),
      'column',
    ).map(
      (place): Finding => ({
        severity: 'warning',
        code: 'unmapped-column',
        data: { is: 'unheaded', column: columnName(place.column) },
        ...place,
      }),
    ),
  ]
}

/** The rows of a csv that end before the headings do: what they lack stays blank, nothing is shifted. */
export function checkShortRows(
  format: SpreadsheetFormat,
  { headings }: Header,
  candidates: readonly Candidate[],
): readonly Finding[] {
  const last = Math.max(0, ...headings.keys())
  if (format !== 'csv') return []
  return candidates
    .filter(({ width }) => width < last)
    .map(({ row, width }) => ({
      severity: 'warning',
      code: 'row-length',
      data: { is: 'shorter', cells: width, headings: last },
      row,
      column: width + 1,
    }))
}
