import { basename } from 'node:path'
import { defaultLibraryFolder } from '../engine/disk/library-folder.ts'
import { WorkbookError } from '../engine/errors.ts'
import { forkReader } from '../engine/files/reader-process.ts'
import { frameworkFromCheck } from '../engine/frameworks/from-file.ts'
import { mappingOf } from '../engine/frameworks/mapping.ts'
import { checkFrameworkFile } from '../engine/frameworks/read/check-file.ts'
import type { NewFramework } from '../engine/frameworks/versions/load-version.ts'
import { appVersion, type Program, systemClock } from '../engine/program.ts'
import { openWorkbook, openWorkbookForReading } from '../engine/workbooks/open.ts'
import type { Workbook } from '../engine/workbooks/workbook.ts'
import { choicesOf, mappingInWords, type SheetOptions } from './mapping.ts'
import { CommandFailure } from './output.ts'

/** Opens a workbook file for one piece of work and closes it whatever happens. */
export async function withWorkbook<T>(
  file: string,
  work: (workbook: Workbook) => T | Promise<T>,
): Promise<T> {
  const workbook = openWorkbook(file, thisProgram())
  try {
    return await work(workbook)
  } finally {
    workbook.close()
  }
}

/** A framework with the options by which its file is read again in the same way. */
export interface ReadFramework extends NewFramework {
  readonly readWith: string
}

/** The framework of a file, which the workbook knows by its own name and not by its folder. */
export async function readFramework(path: string, options: SheetOptions): Promise<ReadFramework> {
  try {
    const file = { path, name: basename(path) }
    const choices = choicesOf(options)
    const outcome = await checkFrameworkFile(forkReader(), file, choices)
    const framework = frameworkFromCheck(outcome)
    const readWith = 'columns' in outcome ? mappingInWords(mappingOf(outcome, choices)) : ''
    return { ...framework, readWith }
  } catch (error) {
    const hasErrors = error instanceof WorkbookError && error.code === 'FRAMEWORK_HAS_ERRORS'
    if (!hasErrors) throw error
    throw new CommandFailure(`${error.message} For every problem, run workbook check ${path}.`, 2)
  }
}

/** Opens a workbook file to be read alone: it and its folder keep every byte. */
export async function withWorkbookToRead<T>(
  file: string,
  work: (workbook: Workbook) => T | Promise<T>,
): Promise<T> {
  const workbook = openWorkbookForReading(file, thisProgram())
  try {
    return await work(workbook)
  } finally {
    workbook.close()
  }
}

/** This program, as a workbook needs to know it. */
export function thisProgram(): Program {
  return { appVersion: appVersion(), clock: systemClock, keyFolder: defaultLibraryFolder() }
}
