import type { CheckReport } from '../../../shared/model/check.ts'
import type { FilePicture } from '../../../shared/model/pictures/pictures.ts'
import { cellName } from '../../files/spreadsheet/cell-names.ts'
import type { Sheet, SheetPicture } from '../../files/spreadsheet/spreadsheet.ts'
import { groupBy } from '../../group-by.ts'
import { type CollectedPictures, collectPictures, type PictureEntry } from './collect-pictures.ts'

/** The pictures that lie in the sheets of a framework's file beside its indicators. */
export function placedPictures(
  sheets: readonly Pick<Sheet, 'name' | 'pictures'>[],
  { pictures = [], file }: Pick<CheckReport, 'pictures' | 'file'>,
): CollectedPictures {
  const placed = sheets.flatMap(({ name, pictures: over = [] }) =>
    over.map(picture => ({ key: keyOf(name, cellName(picture.column, picture.row)), picture })),
  )
  const atCell = new Map(
    [...groupBy(placed, ({ key }) => key)].map(([key, there]) => [key, there.values()]),
  )
  return collectPictures(
    pictures
      .filter(({ name }) => name === null)
      .flatMap(row => {
        const next = atCell.get(keyOf(row.sheet, row.cell))?.next()
        return next === undefined || next.done ? [] : [entryOf(row, next.value.picture, file)]
      }),
  )
}

const keyOf = (sheet: string, cell: string): string => JSON.stringify([sheet, cell])

const entryOf = (
  { code, sheet, cell, description }: FilePicture,
  { content }: SheetPicture,
  fileName: string,
): PictureEntry => ({
  ...{ code, place: { sheet, cell }, description, fileName },
  read: () =>
    'data' in content && 'type' in content
      ? { type: content.type, bytes: Buffer.from(content.data, 'base64') }
      : content,
})

/** Adds to what would be loaded of a file the pictures that lie in its sheets, and what is wrong with them. */
export function withPlacedPictures(report: CheckReport, sheets: readonly Sheet[]): CheckReport {
  if (!report.pictures?.some(({ name }) => name === null)) return report
  return { ...report, placedPictures: placedPictures(sheets, report).reading }
}
