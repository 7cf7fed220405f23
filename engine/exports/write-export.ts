import type { Writable } from 'node:stream'
import { assertNever } from '../../shared/assert-never.ts'
import { FILE_LANGUAGES, type FileLanguage } from '../../shared/languages/files.ts'
import { FIRST_LANGUAGE, LANGUAGES, type LanguageCode } from '../../shared/languages/languages.ts'
import { type ExportFormat, type ExportScope, isInLanguages } from '../../shared/model/exports.ts'
import { WorkbookError } from '../errors.ts'
import type { PermittedFile } from '../files/permits.ts'
import { writeCsv } from '../files/write/csv.ts'
import type { DrawPdf } from '../files/write/pdf.ts'
import { datePdf } from '../files/write/pdf.ts'
import { writeWholeFile, writeWholeFolder } from '../files/write/whole-files.ts'
import { writeXlsx } from '../files/write/xlsx/write-xlsx.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { writeDataPackage } from './data-package/write-data-package.ts'
import { inLanguage } from './material/in-language.ts'
import type { ExportMaterial } from './material/material.ts'
import { writeParquetFolder } from './parquet/write-parquet-folder.ts'
import { withReleasedMaterial } from './releases/released-material.ts'
import { reportPage, writeReport } from './report/write-report.ts'
import { csvTable, spreadsheetContent } from './sheets/contents.ts'

/** The choices of an export: the format, whose ratings, and the language of headings; left out, English. */
export interface ExportChoices {
  readonly format: ExportFormat
  readonly scope: ExportScope
  readonly language?: LanguageCode
}

/** The result of an export; `bytes` is the size of the finished file. */
export interface WrittenExport {
  readonly name: string
  readonly bytes: number
}

/**
 * Writes the results and ratings in scope to a file that a person chose, and replaces what is there.
 * The file is whole or not there. Without `drawPdf` there is no PDF. Throws UNKNOWN_WORKSHOP,
 * UNKNOWN_GROUP, RULE_OFF_SCALE, RELEASE_IS_WHOLE, RULE_NOT_RELEASED, RELEASED_BEFORE, RELEASED_BY_GROUP, TOO_FEW_FOR_ROWS,
 * NOT_IN_LANGUAGE, CANNOT_DRAW_PDF, DISK_FULL, CANNOT_WRITE_FILE.
 */
export async function writeExport(
  workbook: Workbook,
  { format, scope, language = FIRST_LANGUAGE }: ExportChoices,
  to: PermittedFile,
  drawPdf: DrawPdf | null = null,
): Promise<WrittenExport> {
  const chosen = fileLanguage(format, language)
  const bytes = await withReleasedMaterial(workbook, scope, gathered => {
    const material = chosen ? inLanguage(gathered, chosen) : gathered
    return format === 'parquet'
      ? writeWholeFolder(to, folder => writeParquetFolder(folder, material))
      : writeWholeFile(to, async out =>
          format === 'pdf'
            ? void out.end(await drawReport(material, to, drawPdf))
            : writeAs(format, chosen, material, out),
        )
  })
  return { name: to.name, bytes }
}

/** The language of a file; null for English, the only one of files that programs read. */
function fileLanguage(format: ExportFormat, language: LanguageCode): FileLanguage | null {
  if (language === FIRST_LANGUAGE) return null
  if (isInLanguages(format)) return FILE_LANGUAGES[language]
  throw new WorkbookError('NOT_IN_LANGUAGE', { format, language: LANGUAGES[language].name })
}

/** The report's pages as a PDF. Throws CANNOT_DRAW_PDF where nothing draws them. */
async function drawReport(
  material: ExportMaterial,
  { name }: PermittedFile,
  drawPdf: DrawPdf | null,
): Promise<Uint8Array> {
  const pdf = drawPdf && (await drawPdf(reportPage(material)))
  if (!pdf) throw new WorkbookError('CANNOT_DRAW_PDF', { file: name })
  return datePdf(pdf, material.newest)
}

async function writeAs(
  format: Exclude<ExportFormat, 'parquet' | 'pdf'>,
  language: FileLanguage | null,
  material: ExportMaterial,
  out: Writable,
): Promise<void> {
  switch (format) {
    case 'xlsx':
      return writeXlsx(out, spreadsheetContent(material, language))
    case 'docx':
      // Loaded when it is needed, because its library takes longer to load than most commands to run.
      return (await import('./word/write-word.ts')).writeWord(out, material)
    case 'pptx':
      return (await import('./slides/write-slides.ts')).writeSlides(out, material)
    case 'csv':
      return writeCsv(out, csvTable(material, language))
    case 'zip':
      return writeDataPackage(out, material)
    case 'html':
      return writeReport(out, material)
    default:
      return assertNever(format)
  }
}
