import { readFileSync } from 'node:fs'
import { read, utils, type WorkBook } from 'xlsx'
import { writeExport } from '../../../engine/exports/write-export.ts'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import type { LanguageCode } from '../../../shared/languages/languages.ts'
import type { ExportFormat, ExportScope } from '../../../shared/model/exports.ts'
import {
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

/** A row of a sheet by its headings; an empty cell is left out. */
export type Row = Readonly<Record<string, string | number | undefined>>

/** The bytes of an export. */
export async function exported(
  workbook: Workbook,
  format: Exclude<ExportFormat, 'parquet'>,
  scope: ExportScope = { round: 1 },
  language: LanguageCode = 'en',
): Promise<Buffer> {
  using folder = tempFolder()
  const path = folder.file(`out.${format}`)
  await writeExport(workbook, { format, scope, language }, { path, name: 'out' })
  return readFileSync(path)
}

/** An exported spreadsheet, read back. */
export async function exportedBook(
  workbook: Workbook,
  scope?: ExportScope,
  language?: LanguageCode,
): Promise<WorkBook> {
  return read(await exported(workbook, 'xlsx', scope, language))
}

/** The rows of a sheet. */
export const rowsOf = (workbook: WorkBook, sheet: string): readonly Row[] =>
  utils.sheet_to_json<Row>(workbook.Sheets[sheet] ?? {})

/** The headings of a sheet. */
export const headingsOf = (workbook: WorkBook, sheet: string): readonly string[] =>
  (utils.sheet_to_json<string[]>(workbook.Sheets[sheet] ?? {}, { header: 1 })[0] ?? []).map(String)

/** All of a sheet as one text. */
export const textOf = (workbook: WorkBook, sheet: string): string =>
  utils.sheet_to_csv(workbook.Sheets[sheet] ?? {})

/** The ids of the sample's indicators, in order. */
export const indicatorIds = (workbook: Workbook): readonly string[] =>
  currentFramework(workbook.store).indicators.map(({ id }) => id)

/** Two workshops: three people rate the first indicator in the one, one person in the other. */
export function ratedWorkbook() {
  const workbook = sampleWorkbook()
  const [first = ''] = indicatorIds(workbook)
  const spring = sampleWorkshop(workbook)
  const autumn = sampleWorkshop(workbook)
  const ada = sampleParticipant(workbook, spring, 'ADCS')
  const ben = sampleParticipant(workbook, spring, 'Ofsted')
  const cyn = sampleParticipant(workbook, spring, 'Ofsted')
  const dee = sampleParticipant(workbook, autumn, 'Other')
  recordRating(workbook, rating(ada, first, 2))
  recordRating(workbook, rating(ada, first, 5, { comment: '=1+1' }))
  recordRating(workbook, rating(ada, first, 1, { round: 2 }))
  recordRating(workbook, rating(ben, first, { kind: 'dont_know' }))
  recordRating(workbook, rating(cyn, first, { kind: 'none' }, { comment: 'Why?' }))
  recordRating(workbook, rating(dee, first, 3))
  return { workbook, spring, autumn, people: [ada, ben, cyn, dee] }
}
