import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import type { Library } from '../../shared/model/workbook.ts'
import { renamePath, tidyAway } from '../disk/move-and-remove.ts'
import { namesIn } from '../disk/names-in.ts'
import { unfinishedName } from '../disk/unfinished.ts'
import { WorkbookError } from '../errors.ts'
import type { StartReader } from '../files/reader-process.ts'
import { createFromPackages, mergeInOneGo } from '../packages/merge/in-one-go.ts'
import { writePackage } from '../packages/write/write-package.ts'
import type { Program } from '../program.ts'
import { eraseOvertakenDrafts } from '../store/records/turns.ts'
import { endInterruptedTurns } from '../turns/end.ts'
import { WORKBOOK_ENDING } from './found-files.ts'
import { asError, type WorkbookLibrary } from './library.ts'
import { openWorkbook } from './open.ts'
import type { Workbook } from './workbook.ts'

/** Saves what is in workbooks that lost their files, and brings it back. */
export interface Rescue {
  /**
   * The error to answer with after one: where it says that the file of an open workbook was moved, the workbook is
   * shut, all that was said is written to a package, and the error names it. Other errors stay as they are.
   */
  readonly after: (error: unknown) => Promise<unknown>
  /** The packages that wait to be brought back. */
  readonly waiting: () => Library['rescued']
  /** Brings a package back, into the file of its workbook that is in the library now or into a new one. */
  readonly bringBack: (id: string) => Promise<Workbook>
  /** Brings all copies of a workbook together in one of them, by the ordinary merge; the others stay as they are. */
  readonly joinCopies: (id: string) => Promise<Workbook>
}

/** `<name>.<id of the workbook>.rescued.workbook`, which is done with once it has the other ending. */
const RESCUED = /^(?<title>.+)\.(?<id>[0-9a-f-]{36})\.rescued\.workbook$/
const BROUGHT_BACK = '.brought-back.workbook'

interface RescueParts {
  readonly library: WorkbookLibrary
  readonly startReader: StartReader
  readonly program: Program
}

/** A rescuer of the workbooks of a library. */
export function createRescue({ library, startReader, program }: RescueParts): Rescue {
  const underWay = new Map<string, Promise<string | null>>()

  const rescue = async (workbook: Workbook): Promise<string | null> => {
    const { id, title, store } = workbook
    library.shut({ id, title, file: store.file, rescued: null })
    store.release()
    const rescued = await writeRescue(startReader, workbook, library.folder)
    closeQuietly(workbook)
    library.shut({ id, title, file: store.file, rescued })
    return rescued
  }

  const waiting = (): Library['rescued'] =>
    namesIn(library.folder).flatMap(file => {
      const { title, id } = RESCUED.exec(file)?.groups ?? {}
      return title && id ? [{ workbook: id, title: library.moved(id)?.title ?? title, file }] : []
    })

  const packageOf = (id: string): string | undefined => {
    const inLibrary = waiting().find(({ workbook }) => workbook === id)?.file
    return inLibrary ? join(library.folder, inLibrary) : (library.moved(id)?.rescued ?? undefined)
  }

  return {
    after: async error => {
      if (!(error instanceof WorkbookError && error.code === 'WORKBOOK_MOVED')) return error
      const { file } = error.data as { readonly file: string }
      const workbook = library.openedFrom(file)
      const rescuing = underWay.get(file) ?? (workbook && rescue(workbook))
      if (!rescuing) return error
      underWay.set(file, rescuing)
      const rescued = await rescuing
      underWay.delete(file)
      return asError({ file, rescued: rescued && nameFrom(library, rescued) })
    },
    waiting,
    bringBack: async id => {
      const from = packageOf(id)
      if (from === undefined) throw new WorkbookError('UNKNOWN_WORKBOOK', { workbook: id })
      mkdirSync(library.folder, { recursive: true })
      const { title } = library.moved(id) ?? { title: basename(from).replace(/\..*$/, '') }
      library.forgetMoved(id)
      const packages = [{ path: from, name: basename(from) }]
      const there = library.openToMerge(id)
      if (there) await mergeInto(library, there, () => mergeAll(startReader, there, packages))
      const workbook =
        there ??
        (await library.createBy(
          title,
          async file =>
            (
              await createFromPackages(startReader, file, packages, program, {})
            ).workbook,
        ))
      renamePath(from, from.replace(/\.rescued\.workbook$/, BROUGHT_BACK))
      return workbook
    },
    joinCopies: async id => {
      const { workbook, others } = library.openApart(id)
      await mergeInto(library, workbook, async () => {
        for (const other of others) await joinCopy(startReader, workbook, other, program)
      })
      return workbook
    },
  }
}

/** Merges into a workbook whose turns may have been cut short, and then has people work in it. */
async function mergeInto(
  library: WorkbookLibrary,
  workbook: Workbook,
  merge: () => Promise<void>,
): Promise<void> {
  await merge()
  const { store } = workbook
  store.transaction(() => eraseOvertakenDrafts(store))
  library.begin(workbook)
}

const nameFrom = ({ folder }: WorkbookLibrary, path: string): string =>
  path === join(folder, basename(path)) ? basename(path) : path

/**
 * Writes all that a connection still has to a package in the library or, where its folder is gone, in the person's
 * own folder. It is not encrypted, as the workbook was not. Null where nothing could be written.
 */
async function writeRescue(
  startReader: StartReader,
  workbook: Workbook,
  folder: string,
): Promise<string | null> {
  const { store, id, title } = workbook
  const fromConnection: Workbook = {
    ...workbook,
    snapshot: () => ({ store, close: () => undefined }),
  }
  try {
    endInterruptedTurns(workbook)
  } catch {
    // What was said in open turns is then not in the package; all else is.
  }
  const stem = basename(store.file, WORKBOOK_ENDING) || title
  for (const place of [folder, homedir()]) {
    if (!existsSync(place)) continue
    const path = join(place, `${stem}.${id}.rescued.workbook`)
    try {
      const to = { path, name: basename(path) }
      await writePackage(startReader, fromConnection, { protection: 'none' }, to)
      return path
    } catch {
      // The next place may be better.
    }
  }
  return null
}

function closeQuietly(workbook: Workbook): void {
  try {
    workbook.close()
  } catch {
    // Its file is another by now, and all that could be kept was.
  }
}

async function mergeAll(
  startReader: StartReader,
  workbook: Workbook,
  packages: readonly { readonly path: string; readonly name: string }[],
): Promise<void> {
  const receipt = await mergeInOneGo(startReader, workbook, packages)
  const refused = receipt.packages.filter(({ accepted }) => !accepted)
  if (refused.length === 0) return
  throw new WorkbookError('PACKAGES_REFUSED', {
    packages: refused.map(({ file, problems: [problem] }) => ({
      file,
      code: problem?.code ?? '',
      message: problem?.message ?? '',
    })),
  })
}

/** Merges a copy into a workbook, by a package that is gone afterwards. */
async function joinCopy(
  startReader: StartReader,
  workbook: Workbook,
  file: string,
  program: Program,
): Promise<void> {
  const path = unfinishedName(file)
  const name = basename(file)
  try {
    const copy = openWorkbook(file, program)
    try {
      endInterruptedTurns(copy)
      await writePackage(startReader, copy, { protection: 'none' }, { path, name })
    } finally {
      copy.close()
    }
    await mergeAll(startReader, workbook, [{ path, name }])
  } finally {
    tidyAway(path)
  }
}
