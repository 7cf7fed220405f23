import type { Writable } from 'node:stream'
import { writeZip, type ZipContent, type ZipPart } from '../zip.ts'
import { drawingPart, drawingRelations } from './drawing.ts'
import { columnLetters, type Sheet, type SheetEnd, sheetXml } from './sheet.ts'
import { type StyleTable, styleTable } from './styles.ts'
import {
  RELATIONSHIPS,
  relationsPart,
  type WorkbookProperties,
  type WrittenSheet,
  workbookParts,
  XML,
} from './workbook-parts.ts'

/**
 * Writes a spreadsheet file and ends the stream. A sheet is asked for when the one before it has been written, and its
 * rows are taken as fast as the stream takes the file. The same sheets and properties are the same bytes.
 */
export const writeWorkbook = (
  out: Writable,
  properties: WorkbookProperties,
  sheets: Iterable<Sheet>,
): Promise<void> => writeZip(out, properties.moment, allParts(properties, sheets))

const part = (name: string, ...content: (string | Uint8Array)[]): ZipPart => ({
  name,
  open: () => content,
})

async function* allParts(
  properties: WorkbookProperties,
  sheets: Iterable<Sheet>,
): AsyncGenerator<ZipPart> {
  const styles = styleTable()
  const written: WrittenSheet[] = []
  let pictures = 0
  for (const sheet of sheets) {
    const number = written.length + 1
    let end: SheetEnd = {}
    const content = sheetPart(sheet, styles, known => {
      end = known
    })
    yield { name: `xl/worksheets/sheet${number}.xml`, open: () => content }
    yield* pictureParts(number, end, pictures)
    pictures += end.pictures?.length ?? 0
    const { isHidden = false, page } = sheet.layout
    const repeatsHeadings = page?.repeatsHeadings ?? false
    const repeats = page?.repeatsColumns ?? 0
    const repeatedColumns = repeats > 0 ? `$A:$${columnLetters(repeats)}` : ''
    const hasDrawing = (end.pictures?.length ?? 0) > 0
    written.push({ name: sheet.name, isHidden, repeatsHeadings, repeatedColumns, hasDrawing })
  }
  yield part('xl/styles.xml', XML, styles.xml())
  for (const [name, text] of workbookParts(written, properties)) yield part(name, text)
}

async function* sheetPart(
  sheet: Sheet,
  styles: StyleTable,
  tell: (end: SheetEnd) => void,
): ZipContent {
  yield XML
  yield* sheetXml(sheet, styles, tell)
}

/** The parts of a sheet's pictures; `before` are in the file already. */
function* pictureParts(number: number, { pictures = [] }: SheetEnd, before: number) {
  if (pictures.length === 0) return
  const drawing = `drawing${number}.xml`
  const link = { type: `${RELATIONSHIPS}/drawing`, target: `../drawings/${drawing}` }
  yield part(`xl/worksheets/_rels/sheet${number}.xml.rels`, relationsPart([link]))
  yield part(`xl/drawings/${drawing}`, drawingPart(pictures))
  yield part(`xl/drawings/_rels/${drawing}.rels`, drawingRelations(pictures, before + 1))
  for (const [at, { png }] of pictures.entries()) {
    yield part(`xl/media/image${before + at + 1}.png`, png)
  }
}
