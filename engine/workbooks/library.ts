import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { asFileName } from '../../shared/file-names.ts'
import { recoveryWords } from '../../shared/messages/recovery.ts'
import type { Library } from '../../shared/model/workbook.ts'
import { backUpIfPossible } from '../backups/back-up.ts'
import { giveBackSetAside } from '../backups/recover.ts'
import { listBackups } from '../disk/backup-places.ts'
import { sweepAround } from '../disk/left-behind.ts'
import { makeLibraryFolder } from '../disk/library-folder.ts'
import { WorkbookError } from '../errors.ts'
import type { Program } from '../program.ts'
import { endInterruptedTurns } from '../turns/end.ts'
import { countMissing } from '../verify/missing-saves.ts'
import { createFinder, messageOf, WORKBOOK_ENDING } from './found-files.ts'
import { createWorkbook, type NewWorkbook, openWorkbook } from './open.ts'
import { createChooser } from './which-file.ts'
import type { Workbook } from './workbook.ts'
import { workbookInfo } from './workbook.ts'

/** A workbook whose file was moved, removed or replaced while it was open. */
export interface MovedWorkbook {
  readonly id: string
  readonly title: string
  /** The path that its file had. */
  readonly file: string
  /** The path of the package with all that was in it; null if none could be written. */
  readonly rescued: string | null
}

/** The workbooks of one folder, kept open from their first use until `close`. */
export interface WorkbookLibrary {
  readonly folder: string
  /** Lists what is there; `copied` has the moments of the newest backups elsewhere, by the names of their workbooks' files. */
  readonly list: (
    copied?: ReadonlyMap<string, string>,
  ) => Omit<Library, 'rescued' | 'place' | 'secondPlace'>
  /** The open workbook with this id. Throws UNKNOWN_WORKBOOK, WORKBOOK_MOVED. */
  readonly require: (id: string) => Workbook
  /** The workbook that is open from this file. */
  readonly openedFrom: (file: string) => Workbook | undefined
  readonly create: (content: NewWorkbook) => Workbook
  /** Has `make` fill a new file of the library, which is named after this title. */
  readonly createBy: (title: string, make: (file: string) => Promise<Workbook>) => Promise<Workbook>
  /**
   * Opens a workbook for what is brought into it: unless it is open already, its turns that were cut short stay so until
   * `begin`. Undefined where the library has none of this id.
   */
  readonly openToMerge: (id: string) => Workbook | undefined
  /** Has people work in a workbook from now on. */
  readonly begin: (workbook: Workbook) => void
  /** The files of a workbook of which each has something that the others lack, by their paths; the first is opened to merge. */
  readonly openApart: (id: string) => {
    readonly workbook: Workbook
    readonly others: readonly string[]
  }
  /** Lets go of a workbook whose file was moved, and keeps it shut until it is brought back. */
  readonly shut: (moved: MovedWorkbook) => void
  readonly moved: (id: string) => MovedWorkbook | undefined
  /** Ends that: whatever file of it is in the library now is opened again. */
  readonly forgetMoved: (id: string) => void
  /** Resolves once what a killed program left half written is gone, wherever it was writing. */
  readonly swept: Promise<void>
  /** Backs up whatever was written to since the last time. */
  readonly backUp: () => void
  readonly close: () => void
}

type Unreadable = Library['unreadable'][number]

/** Ends turns that were left open. On a full disk they stay open until the next start, and can be gone on with. */
function endTurns(workbook: Workbook): void {
  try {
    endInterruptedTurns(workbook)
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error
  }
}

/** The workbooks of a library by their ids: those that are open, and those that lost their files. */
interface Shelf {
  readonly open: Map<string, Workbook>
  readonly shut: Map<string, MovedWorkbook>
  /** The number of saves that each lacked when it was opened. */
  readonly missing: Map<string, number>
}

/** Opens what is to be opened of a folder, and tells of all else. */
function createOpener(
  folder: string,
  program: Program,
  { open, shut, missing }: Shelf,
  backUp: (workbook: Workbook) => void,
) {
  const findFiles = createFinder(folder)
  const choose = createChooser(id => open.get(id))
  const openFile = (path: string): Workbook => {
    const workbook = openWorkbook(path, program)
    open.set(workbook.id, workbook)
    missing.set(workbook.id, countMissing(workbook.store))
    return workbook
  }
  const isOpen = (path: string): boolean =>
    [...open.values()].some(({ store }) => store.file === path)
  const look = (copied: ReadonlyMap<string, string> = new Map()) => {
    const unreadable: Unreadable[] = []
    const found = findFiles().filter(({ id }) => id === null || !shut.has(id))
    const { chosen, copies, apart } = choose(found)
    for (const { path, file } of chosen) {
      if (isOpen(path)) continue
      try {
        const workbook = openFile(path)
        endTurns(workbook)
        backUp(workbook)
      } catch (error) {
        unreadable.push({ file, ...problemOf(error, path, copied.get(file)) })
      }
    }
    return { unreadable: [...unreadable, ...copies], apart }
  }
  const openToMerge = (id: string): Workbook | undefined => {
    const path = choose(findFiles().filter(one => one.id === id)).chosen[0]?.path
    return open.get(id) ?? (path === undefined ? undefined : openFile(path))
  }
  return { openFile, look, openToMerge }
}

/**
 * The sentence for a file that could not be opened, and the moment of its newest backup where it is damaged. One that has no
 * backup is not offered what cannot be done.
 */
function problemOf(
  error: unknown,
  path: string,
  copied: string | undefined,
): Pick<Unreadable, 'message' | 'backup'> {
  const isOfSystem = error instanceof Error && 'syscall' in error
  const isOther = isOfSystem || (error instanceof WorkbookError && !DAMAGED.includes(error.code))
  const moments = [listBackups(path)[0]?.at, copied].filter(at => at !== undefined)
  const backup = isOther ? null : (moments.toSorted().at(-1) ?? null)
  const isAWorkbook = !(error instanceof WorkbookError && error.code === 'NOT_A_WORKBOOK')
  const isLeft = !isOther && backup === null && isAWorkbook
  return { message: isLeft ? recoveryWords.noBackup : messageOf(error, path), backup }
}

/** The errors of files that are not whole. */
const DAMAGED = ['DAMAGED_WORKBOOK', 'NOT_A_WORKBOOK']

/** A workbook in figures; where it cannot be read, it is told of with the files that cannot. */
function infoOrProblem(workbook: Workbook, unreadable: Unreadable[]) {
  try {
    return [workbookInfo(workbook)]
  } catch (error) {
    const { file } = workbook.store
    unreadable.push({ file: basename(file), message: messageOf(error, file), backup: null })
    return []
  }
}

/** Makes a library folder, and has what a killed program left half done undone. */
function prepareFolder(folder: string): Promise<void> {
  makeLibraryFolder(folder)
  const swept = sweepAround(folder)
  giveBackSetAside(folder)
  return swept
}

/** Opens a library folder, which is made if it is not there. `onBackup` is called after each backup. */
export function openLibrary(
  folder: string,
  program: Program,
  onBackup: () => void = () => undefined,
): WorkbookLibrary {
  const swept = prepareFolder(folder)
  const shelf: Shelf = { open: new Map(), shut: new Map(), missing: new Map() }
  const { open, shut } = shelf
  const backUp = (workbook: Workbook): void => {
    if (backUpIfPossible(workbook)) onBackup()
  }
  const { openFile, look, openToMerge } = createOpener(folder, program, shelf, backUp)

  const requireOpen = (id: string): Workbook => {
    const moved = shut.get(id)
    if (moved) throw asError(moved)
    if (!open.has(id)) look()
    const workbook = open.get(id)
    if (!workbook) throw new WorkbookError('UNKNOWN_WORKBOOK', { workbook: id })
    return workbook
  }

  return {
    folder,
    swept,
    list: copied => {
      const { unreadable, apart } = look(copied)
      const workbooks = [...open.values()].flatMap(one => infoOrProblem(one, unreadable))
      workbooks.sort((a, b) => b.createdAt.localeCompare(a.createdAt))
      const incomplete = workbooks.flatMap(({ id, title }) => {
        const missing = shelf.missing.get(id) ?? 0
        return missing > 0 ? [{ workbook: id, title, missing }] : []
      })
      return { folder, workbooks, unreadable, incomplete, apart: [...apart] }
    },
    require: requireOpen,
    openedFrom: file => [...open.values()].find(({ store }) => store.file === file),
    create: content => {
      const workbook = createWorkbook(freeFile(folder, content.title), content, program)
      open.set(workbook.id, workbook)
      return workbook
    },
    createBy: async (title, make) => {
      const workbook = await make(freeFile(folder, title))
      open.set(workbook.id, workbook)
      return workbook
    },
    openToMerge,
    begin: workbook => {
      open.set(workbook.id, workbook)
      endTurns(workbook)
    },
    openApart: id => {
      const found = look().apart.find(({ workbook }) => workbook === id)
      const files = found?.files.map(({ file }) => join(folder, file)) ?? []
      const [first] = files
      const workbook = open.get(id) ?? (first === undefined ? undefined : openFile(first))
      if (!workbook) throw new WorkbookError('UNKNOWN_WORKBOOK', { workbook: id })
      return { workbook, others: files.filter(one => one !== workbook.store.file) }
    },
    shut: moved => {
      shut.set(moved.id, moved)
      open.delete(moved.id)
    },
    backUp: () => {
      for (const workbook of open.values()) backUp(workbook)
    },
    moved: id => shut.get(id),
    forgetMoved: id => void shut.delete(id),
    close: () => {
      for (const workbook of open.values()) {
        backUp(workbook)
        workbook.close()
      }
      open.clear()
    },
  }
}

/** The error that a moved workbook answers with. */
export function asError({ file, rescued }: Pick<MovedWorkbook, 'file' | 'rescued'>): WorkbookError {
  return new WorkbookError('WORKBOOK_MOVED', { file, rescued })
}

/** A file name made from a title that no file in the folder has yet. */
function freeFile(folder: string, title: string): string {
  const stem = asFileName(
    title
      .normalize('NFKD')
      .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
      .toLowerCase() || 'workbook',
    '-',
  )
  for (let count = 1; ; count++) {
    const file = join(folder, `${stem}${count === 1 ? '' : `-${count}`}${WORKBOOK_ENDING}`)
    if (!existsSync(file)) return file
  }
}
