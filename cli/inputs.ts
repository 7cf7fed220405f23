import { basename } from 'node:path'
import { defaultLibraryFolder } from '../engine/disk/library-folder.ts'
import { WorkbookError } from '../engine/errors.ts'
import { forkReader } from '../engine/files/reader-process.ts'
import { type ReadFile, readSpreadsheet } from '../engine/files/spreadsheet/read-spreadsheet.ts'
import { frameworkFromReading } from '../engine/frameworks/from-file.ts'
import { mappingOf } from '../engine/frameworks/mapping.ts'
import { joinPictures } from '../engine/frameworks/pictures/collect-pictures.ts'
import { picturesOfFiles } from '../engine/frameworks/pictures/pictures-for.ts'
import { checkReading, FRAMEWORK_LIMITS } from '../engine/frameworks/read/check-file.ts'
import type { NewFramework } from '../engine/frameworks/versions/load-version.ts'
import { appVersion, type Program, systemClock } from '../engine/program.ts'
import { openWorkbook, openWorkbookForReading } from '../engine/workbooks/open.ts'
import type { Workbook } from '../engine/workbooks/workbook.ts'
import type { PictureReading } from '../shared/model/pictures/pictures.ts'
import { choicesOf, mappingInWords, type SheetOptions } from './mapping.ts'
import { CommandFailure } from './output.ts'
import { pictureFiles } from './picture-files.ts'

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

/** The place of a framework in a spreadsheet, and the paths of the pictures that go with it. */
export interface FrameworkOptions extends SheetOptions {
  readonly pictures?: readonly string[]
}

/** A framework with the options by which its file is read again in the same way, and what is wrong with its pictures. */
export interface ReadFramework extends NewFramework {
  readonly readWith: string
  readonly pictureProblems: PictureReading['problems']
  /** The number of pictures that its rows name, where none were given with it. */
  readonly namedPictures: number
}

/** Reads a framework's file, or a spreadsheet that goes with it. */
export const readFrameworkFile: ReadFile = path =>
  readSpreadsheet(forkReader(), path, FRAMEWORK_LIMITS)

const NO_PICTURES: PictureReading = { found: [], problems: [] }

/** The framework of a file, which the workbook knows by its own name and not by its folder. */
export async function readFramework(
  path: string,
  { pictures: paths = [], ...options }: FrameworkOptions,
): Promise<ReadFramework> {
  try {
    const choices = choicesOf(options)
    const read = await readFrameworkFile(path)
    const outcome = checkReading(read, basename(path), choices)
    const framework = frameworkFromReading(read, outcome)
    if (!('columns' in outcome)) throw new Error('What is refused makes no framework.')
    const readWith = mappingInWords(mappingOf(outcome, choices))
    const { pictures: rows = [], placedPictures: reading = NO_PICTURES } = outcome
    const placed = { pictures: framework.pictures ?? [], reading }
    if (paths.length === 0) {
      const namedPictures = rows.filter(({ name }) => name !== null).length
      return { ...framework, readWith, pictureProblems: reading.problems, namedPictures }
    }
    const codes = framework.indicators.map(({ code }) => code)
    const given = await picturesOfFiles({ codes, rows }, pictureFiles(paths), readFrameworkFile)
    const all = joinPictures(given, placed)
    const { problems: pictureProblems } = all.reading
    return { ...framework, readWith, pictures: all.pictures, pictureProblems, namedPictures: 0 }
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
