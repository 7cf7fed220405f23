import type { CheckReport } from '../../../shared/model/check.ts'
import type { FilePicture } from '../../../shared/model/pictures/pictures.ts'
import { cellName } from '../../files/spreadsheet/cell-names.ts'
import type { Sheet } from '../../files/spreadsheet/spreadsheet.ts'
import type { Header } from '../read/columns/find-header.ts'
import type { JoinedCode } from '../read/joined-codes.ts'
import type { Candidate } from '../read/rows/candidates.ts'
import { cellText, isErrorValue, oneLine } from '../read/words/cell-text.ts'
import { type PictureField, pictureField } from './headings.ts'

type Table = Pick<Header, 'row' | 'unmapped' | 'hiddenColumns'>

/**
 * The pictures of a table: those that the rows of indicators name in a column of that heading, with what another column says is on
 * them, and those that lie over cells below the headings. Where a row has none, nothing is wrong.
 */
export function readPictureColumns(
  sheet: Pick<Sheet, 'name' | 'pictures'>,
  header: Table,
  candidates: readonly Candidate[],
  indicators: CheckReport['indicators'],
): readonly FilePicture[] {
  const { pictures: placed = [] } = sheet
  const picture = columnOf(header, 'picture')
  if (picture === 0 && placed.length === 0) return []
  const description = columnOf(header, 'description')
  const rows = new Map(candidates.map(({ row, byColumn }) => [row, byColumn]))
  const described = (row: number): string => cellText(rows.get(row)?.get(description))
  const named = indicators.flatMap(({ code, row }): FilePicture[] => {
    const name = oneLine(rows.get(row)?.get(picture))
    if (name === '' || isErrorValue(name)) return []
    const cell = cellName(picture, row)
    return [{ code, sheet: sheet.name, cell, name, description: described(row) }]
  })
  const codes = new Map(indicators.map(({ code, row }) => [row, code]))
  // Of two in a row, the one in the column for pictures is meant.
  const inOrder = placed
    .filter(({ row }) => row > header.row)
    .toSorted((a, b) => Number(b.column === picture) - Number(a.column === picture))
  return [
    ...named,
    ...inOrder.map(({ row, column, description: said }) => ({
      ...{ code: codes.get(row) ?? null, sheet: sheet.name, cell: cellName(column, row) },
      ...{ name: null, description: described(row) || said },
    })),
  ]
}

/** The number of the column for a part of pictures; 0 where there is none. */
const columnOf = ({ unmapped, hiddenColumns }: Table, field: PictureField): number =>
  unmapped.find(
    ({ column, heading }) => !hiddenColumns.has(column) && pictureField(heading) === field,
  )?.column ?? 0

/** The pictures of several sheets that are one list, under the codes that their indicators have there. */
export const joinPictureRows = (
  reports: readonly Pick<CheckReport, 'pictures'>[],
  codeOf: JoinedCode,
): readonly FilePicture[] =>
  reports.flatMap(({ pictures = [] }, at) =>
    pictures.map(picture => ({
      ...picture,
      code: picture.code === null ? null : codeOf(at, picture.code),
    })),
  )
