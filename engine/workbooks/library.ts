import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { asFileName } from '../../shared/file-names.ts'
import type { Library } from '../../shared/model/workbook.ts'
import { sweepUnfinished } from '../disk/unfinished.ts'
import { WorkbookError } from '../errors.ts'
import type { Program } from '../program.ts'
import { endInterruptedTurns } from '../turns/end.ts'
import { createWorkbook, type NewWorkbook, openWorkbook } from './open.ts'
import type { Workbook } from './workbook.ts'
import { workbookInfo } from './workbook.ts'

/** The ending of workbook files in the library folder. */
export const WORKBOOK_ENDING = '.sqlite'

/** The workbooks of one folder, kept open from their first use until `close`. */
export interface WorkbookLibrary {
  readonly list: () => Library
  /** The open workbook with this id. Throws UNKNOWN_WORKBOOK. */
  readonly require: (id: string) => Workbook
  readonly create: (content: NewWorkbook) => Workbook
  /** Has `make` fill a new file of the library, which is named after this title. */
  readonly createBy: (title: string, make: (file: string) => Promise<Workbook>) => Promise<Workbook>
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

/** Opens a library folder, which is made if it is not there. */
export function openLibrary(folder: string, program: Program): WorkbookLibrary {
  mkdirSync(folder, { recursive: true })
  sweepUnfinished(folder)
  const open = new Map<string, Workbook>()

  const openFile = (file: string): Unreadable | undefined => {
    const path = join(folder, file)
    if ([...open.values()].some(workbook => workbook.store.file === path)) return undefined
    try {
      const workbook = openWorkbook(path, program)
      const twin = open.get(workbook.id)
      if (!twin) {
        open.set(workbook.id, workbook)
        endTurns(workbook)
      } else workbook.close()
      return twin && { file, message: `${file} is a copy of the workbook “${twin.title}”.` }
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error
      return { file, message: error.message }
    }
  }

  const openAll = (): readonly Unreadable[] =>
    readdirSync(folder)
      .filter(file => file.toLowerCase().endsWith(WORKBOOK_ENDING))
      .sort()
      .flatMap(file => openFile(file) ?? [])

  const find = (id: string): Workbook | undefined => {
    const known = open.get(id)
    if (known) return known
    openAll()
    return open.get(id)
  }

  return {
    list: () => {
      const unreadable = openAll()
      const workbooks = [...open.values()].map(workbookInfo)
      workbooks.sort((a, b) => b.createdAt.localeCompare(a.createdAt))
      return { folder, workbooks, unreadable: [...unreadable] }
    },
    require: id => {
      const workbook = find(id)
      if (!workbook) throw new WorkbookError('UNKNOWN_WORKBOOK', { workbook: id })
      return workbook
    },
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
    close: () => {
      for (const workbook of open.values()) workbook.close()
      open.clear()
    },
  }
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
