import { parse } from 'node:path'
import { WorkbookError } from '../errors.ts'
import type { PermittedFile } from '../files/permits.ts'
import type { StartReader } from '../files/reader.ts'
import { checkFrameworkFile } from './check-file.ts'
import type { NewFramework } from './load.ts'

/**
 * The framework that a file holds, ready to be loaded: all of it or nothing. Throws
 * FRAMEWORK_REFUSED where the file cannot be read, FRAMEWORK_HAS_ERRORS where a row is not right.
 */
export async function frameworkFromFile(
  startReader: StartReader,
  file: PermittedFile,
  sheet?: string,
): Promise<NewFramework> {
  const outcome = await checkFrameworkFile(startReader, file, sheet)
  if ('refused' in outcome) {
    throw new WorkbookError('FRAMEWORK_REFUSED', { file: file.name, refused: outcome.refused })
  }
  const errors = outcome.issues.filter(({ severity }) => severity === 'error').length
  if (errors > 0) throw new WorkbookError('FRAMEWORK_HAS_ERRORS', { file: file.name, errors })
  return {
    title: parse(file.name).name,
    origin: 'file',
    fileName: file.name,
    indicators: outcome.indicators.map(({ row: _, ...text }) => text),
  }
}
