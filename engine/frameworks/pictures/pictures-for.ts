import { parse } from 'node:path'
import type { FilePicture } from '../../../shared/model/pictures/pictures.ts'
import type { PermittedFile } from '../../files/permits.ts'
import type { ReadFile } from '../../files/spreadsheet/read-spreadsheet.ts'
import type { ReadableStore } from '../../store/store.ts'
import { checkReading } from '../read/check-file.ts'
import { plainCode } from '../read/words/codes.ts'
import { currentFramework } from '../versions/current-version.ts'
import { type CollectedPictures, collectPictures, joinPictures } from './collect-pictures.ts'
import { readPictureFiles } from './picture-files.ts'
import { placedPictures } from './placed-pictures.ts'

const SPREADSHEETS = ['.xlsx', '.xlsm', '.xls', '.ods', '.csv', '.tsv']

const isSpreadsheet = ({ name }: PermittedFile): boolean =>
  SPREADSHEETS.includes(parse(name).ext.toLowerCase())

/** The pictures of files for the version of the framework that is in use. */
export const picturesFor = (
  store: ReadableStore,
  files: readonly PermittedFile[],
  readFile: ReadFile,
): Promise<CollectedPictures> => {
  const codes = currentFramework(store).indicators.map(({ code }) => code)
  return picturesOfFiles({ codes, rows: [] }, files, readFile)
}

/** The codes of a framework, and the pictures that its own rows name. */
interface Wanted {
  readonly codes: readonly string[]
  readonly rows: readonly FilePicture[]
}

/**
 * The pictures of files for a framework. A spreadsheet among them says which pictures its rows
 * name and what they show, and has those that lie in it; a picture with a file of its own is taken from there.
 */
export async function picturesOfFiles(
  { codes, rows: own }: Wanted,
  files: readonly PermittedFile[],
  readFile: ReadFile,
): Promise<CollectedPictures> {
  const known = new Map(codes.map(code => [plainCode(code), code]))
  const inUse = (row: FilePicture): FilePicture => ({
    ...row,
    code: row.code === null ? null : (known.get(plainCode(row.code)) ?? null),
  })
  const rows = [...own]
  let placed = collectPictures([])
  for (const file of files.filter(isSpreadsheet)) {
    const reading = await readFile(file.path)
    const report = checkReading(reading, file.name)
    if (reading.kind === 'refused' || 'refused' in report) {
      placed = joinPictures(placed, unreadable(file))
      continue
    }
    const pictures = (report.pictures ?? []).map(inUse)
    rows.push(...pictures)
    placed = joinPictures(placed, placedPictures(reading.sheets, { file: file.name, pictures }))
  }
  const others = files.filter(file => !isSpreadsheet(file))
  return joinPictures(readPictureFiles(others, codes, rows), placed)
}

const unreadable = ({ name }: PermittedFile): CollectedPictures => ({
  pictures: [],
  reading: {
    found: [],
    problems: [{ place: { file: name }, code: 'unreadable', data: {} }],
  },
})
