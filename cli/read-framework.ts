import { basename } from 'node:path'
import { WorkbookError } from '../engine/errors.ts'
import { forkReader } from '../engine/files/fork-reader.ts'
import { frameworkFromFile } from '../engine/frameworks/from-file.ts'
import type { NewFramework } from '../engine/frameworks/load.ts'
import { CommandFailure } from './failure.ts'
import type { SheetOptions } from './sheet-options.ts'

/** The framework of a file, which the workbook knows by its own name and not by its folder. */
export async function readFramework(
  path: string,
  { sheet, headerRow }: SheetOptions,
): Promise<NewFramework> {
  try {
    return await frameworkFromFile(
      forkReader(),
      { path, name: basename(path) },
      { sheet, headerRow },
    )
  } catch (error) {
    const hasErrors = error instanceof WorkbookError && error.code === 'FRAMEWORK_HAS_ERRORS'
    if (!hasErrors) throw error
    throw new CommandFailure(`${error.message} For every problem, run workbook check ${path}.`, 2)
  }
}
