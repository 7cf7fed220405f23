import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { toReadError } from '../disk/disk-errors.ts'
import { namesIn } from '../disk/names-in.ts'
import { WorkbookError } from '../errors.ts'
import { toWorkbookError } from '../store/connection/failures.ts'
import { openSnapshot } from '../store/connection/snapshot.ts'
import { getWorkbook } from '../store/records/workbook.ts'

/** The ending of workbook files in the library folder. */
export const WORKBOOK_ENDING = '.sqlite'

/** The names of the files of a library folder that hold workbooks by their ending, in order. None where it is not there. */
export const workbookFilesIn = (folder: string): readonly string[] =>
  namesIn(folder)
    .filter(name => name.toLowerCase().endsWith(WORKBOOK_ENDING))
    .sort()

/** A file of the library folder that holds a workbook, or does not say which. */
export interface FoundFile {
  readonly file: string
  readonly path: string
  /** The id of its workbook; null where it does not tell. */
  readonly id: string | null
}

/** Finds the files of a library folder, each by what is in it. */
export type FindFiles = () => readonly FoundFile[]

/** The marks by which another content of a file is told. */
export function marksOf(path: string): string {
  return ['', '-wal']
    .map(ending => statSync(`${path}${ending}`, { throwIfNoEntry: false }))
    .map(stat => `${stat?.ino} ${stat?.size} ${stat?.mtimeMs}`)
    .join()
}

/** A finder that looks into each file once, and again when it is another. */
export function createFinder(folder: string): FindFiles {
  const known = new Map<string, { readonly marks: string; readonly found: FoundFile }>()
  const look = (file: string): FoundFile => {
    const path = join(folder, file)
    const marks = marksOf(path)
    const before = known.get(file)
    if (before?.marks === marks) return before.found
    const found = identify(file, path)
    known.set(file, { marks, found })
    return found
  }
  return () =>
    readdirSync(folder)
      .filter(file => file.toLowerCase().endsWith(WORKBOOK_ENDING))
      .sort()
      .map(look)
}

function identify(file: string, path: string): FoundFile {
  try {
    const { store, close } = openSnapshot(path)
    try {
      return { file, path, id: getWorkbook(store)?.id ?? null }
    } finally {
      close()
    }
  } catch {
    // Whoever opens it says what is wrong with it.
    return { file, path, id: null }
  }
}

/** The sentence for whatever a file made go wrong: damage of a kind that nobody thought of is damage all the same. */
export function messageOf(error: unknown, file: string): string {
  // What the system says of a file, or of one of the program's own, is no damage.
  const known = toReadError(toWorkbookError(error, file), file)
  if (known instanceof WorkbookError) return known.message
  const detail = error instanceof Error ? error.message : String(error)
  return new WorkbookError('DAMAGED_WORKBOOK', { file, detail }).message
}
