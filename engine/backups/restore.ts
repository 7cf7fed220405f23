import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { tidyAwayOrLater } from '../disk/move-and-remove.ts'
import { unfinishedName } from '../disk/unfinished.ts'
import { WorkbookError } from '../errors.ts'
import type { Program } from '../program.ts'
import { getWorkbook } from '../store/records/workbook.ts'
import { openSoundForReading } from '../verify/soundness.ts'
import { workbookFilesIn } from '../workbooks/found-files.ts'
import type { WorkbookLibrary } from '../workbooks/library.ts'
import {
  beginWorkbookFile,
  finishWorkbookFile,
  openWorkbook,
  removeUnfinished,
} from '../workbooks/open.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { bringHere, type CopiesOfWorkbook, listCopies, secondPlaceOf } from './second-place.ts'

/**
 * The library with the moments of backups on its second place, which is asked, by their names, only where a workbook does not
 * open; one that does not answer has none.
 */
export async function listLibrary(library: WorkbookLibrary): Promise<ListedLibrary> {
  const listed = library.list()
  if (listed.unreadable.length === 0) return listed
  return library.list(await newestCopies(library.folder))
}

type ListedLibrary = ReturnType<WorkbookLibrary['list']>

/** The moments of the newest copies that this laptop made, by the names of the workbooks' files. */
async function newestCopies(library: string): Promise<ReadonlyMap<string, string>> {
  const { laptop } = secondPlaceOf(library)
  const ours = (await listCopies(library)).filter(({ name }) => name.endsWith(`.${laptop}`))
  return new Map(ours.flatMap(({ file, copies: [newest] }) => (newest ? [[file, newest.at]] : [])))
}

/** The copies on a library's second place of workbooks whose files the library has not, or has without a way to open them. */
export async function copiesOfOthers(library: WorkbookLibrary) {
  const here = new Set(workbookFilesIn(library.folder))
  const { unreadable } = await listLibrary(library)
  for (const { file, backup } of unreadable) if (backup === null) here.delete(file)
  return (await listCopies(library.folder)).flatMap(({ name, file, copies: [newest] }) =>
    here.has(file) || newest === undefined ? [] : [{ name, file, newest: newest.at }],
  )
}

/**
 * Brings a workbook back from the second place: a copy of its newest whole backup, as a workbook of this library. Throws
 * NO_BACKUP where none is whole, WORKBOOK_EXISTS where the library has this workbook, and what the disk says.
 */
export async function bringFromSecondPlace(
  library: WorkbookLibrary,
  name: string,
  program: Program,
): Promise<Workbook> {
  const found = (await listCopies(library.folder)).find(one => one.name === name)
  if (!found) throw new WorkbookError('NO_BACKUP', { file: name })
  const brought = unfinishedName(join(library.folder, found.file))
  try {
    const id = await bringNewest(library.folder, found, brought)
    const present = library.list().workbooks.find(one => one.id === id)
    if (present) throw new WorkbookError('WORKBOOK_EXISTS', { file: present.title })
    const workbook = await library.createBy(found.file.replace(/\.sqlite$/i, ''), async file => {
      const unfinished = beginWorkbookFile(file)
      try {
        copyFileSync(brought, unfinished)
        finishWorkbookFile(unfinished, file)
      } finally {
        removeUnfinished(unfinished)
      }
      return openWorkbook(file, program)
    })
    library.begin(workbook)
    return workbook
  } finally {
    tidyAwayOrLater(brought)
  }
}

/** Brings the newest whole copy of a workbook to a file of this disk; gives the id of its workbook. Throws NO_BACKUP, DISK_GONE. */
async function bringNewest(
  library: string,
  { name, copies }: CopiesOfWorkbook,
  to: string,
): Promise<string> {
  for (const copy of copies) {
    await bringHere(library, copy, to)
    const id = idOf(to)
    if (id !== undefined) return id
  }
  throw new WorkbookError('NO_BACKUP', { file: name })
}

/** The id of the workbook that a backup is of; undefined where the backup is not whole. */
function idOf(path: string): string | undefined {
  try {
    const { store, database } = openSoundForReading(path)
    try {
      return getWorkbook(store)?.id
    } finally {
      database.close()
    }
  } catch (error) {
    if (error instanceof WorkbookError) return undefined
    throw error
  }
}
