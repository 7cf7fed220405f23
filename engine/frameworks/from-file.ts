import { parse } from 'node:path'
import type { CheckChoices, CheckOutcome } from '../../shared/model/check.ts'
import { WorkbookError } from '../errors.ts'
import type { PermittedFile } from '../files/permits.ts'
import type { ReadFile } from '../files/spreadsheet/read-spreadsheet.ts'
import type { SpreadsheetReading } from '../files/spreadsheet/spreadsheet.ts'
import { placedPictures } from './pictures/placed-pictures.ts'
import { checkReading } from './read/check-file.ts'
import type { NewFramework } from './versions/load-version.ts'

/**
 * The framework that was understood of a file, ready to be loaded: all of it or nothing. Throws
 * FRAMEWORK_REFUSED where nothing could be understood, FRAMEWORK_HAS_ERRORS where a row is not right.
 */
export function frameworkFromCheck(outcome: CheckOutcome): NewFramework {
  const { file } = outcome
  if ('refused' in outcome) {
    throw new WorkbookError('FRAMEWORK_REFUSED', { file, refused: outcome.refused })
  }
  const errors = outcome.issues
    .filter(({ severity }) => severity === 'error')
    .reduce((sum, { count }) => sum + count, 0)
  if (errors > 0) throw new WorkbookError('FRAMEWORK_HAS_ERRORS', { file, errors })
  return {
    title: parse(file).name,
    origin: 'file',
    fileName: file,
    indicators: outcome.indicators.map(({ row: _, ...text }) => text),
    ...(outcome.glossary && !outcome.glossary.isLeftOut
      ? { glossary: outcome.glossary.terms }
      : {}),
    ...(outcome.translations ? { translations: outcome.translations } : {}),
    ...(outcome.issues.some(({ code }) => code === 'numbered-codes')
      ? ({ areNumbered: true } as const)
      : {}),
  }
}

/**
 * The framework of a file that was read, as `frameworkFromCheck` makes it of `outcome`, with the pictures that lie in its sheets;
 * throws as that does.
 */
export function frameworkFromReading(
  reading: SpreadsheetReading,
  outcome: CheckOutcome,
): NewFramework {
  const framework = frameworkFromCheck(outcome)
  if (reading.kind === 'refused' || !('placedPictures' in outcome)) return framework
  return { ...framework, pictures: placedPictures(reading.sheets, outcome).pictures }
}

/** Reads a framework file and gives what `frameworkFromReading` makes of it; throws as that does. */
export async function frameworkFromFile(
  readFile: ReadFile,
  { path, name }: PermittedFile,
  choices: CheckChoices = {},
): Promise<NewFramework> {
  const reading = await readFile(path)
  return frameworkFromReading(reading, checkReading(reading, name, choices))
}
