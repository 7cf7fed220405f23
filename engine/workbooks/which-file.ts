import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { copyMessage } from '../../shared/messages/recovery.ts'
import type { Library } from '../../shared/model/workbook.ts'
import { closingOnFailure } from '../store/connection/database.ts'
import { getLatestDevice, getWorkbook } from '../store/records/workbook.ts'
import { openSoundForReading } from '../verify/soundness.ts'
import { type ComparedCopy, countOwn, findWhole } from './copies.ts'
import { type FoundFile, marksOf, messageOf } from './found-files.ts'
import type { Workbook } from './workbook.ts'

type WorkbookFile = FoundFile & { readonly id: string }

/** The files to open, and what is to be said of all others. */
interface Chosen {
  readonly chosen: readonly { readonly file: string; readonly path: string }[]
  readonly copies: Library['unreadable']
  /** Workbooks of which several files have something of their own, so that none is opened by itself. */
  readonly apart: Library['apart']
}

/** Chooses among the files of a library, where several hold one workbook. */
export type ChooseFiles = (files: readonly FoundFile[]) => Chosen

interface Candidate extends ComparedCopy {
  readonly path: string
  readonly title: string
  readonly isAtItsPlace: boolean
  readonly close: () => void
}

/**
 * A chooser that goes by what is in the files and never by their names: the one that holds whatever the others hold is
 * the workbook, and where two have something of their own a person is asked. One that is open stays so.
 */
export function createChooser(openById: (id: string) => Workbook | undefined): ChooseFiles {
  /** Copies that were found to have nothing of their own, by their marks: records are never taken back. */
  const contained = new Map<string, string>()

  const chooseOne = (files: readonly WorkbookFile[], into: Mutable<Chosen>): void => {
    const [first] = files
    if (!first) return
    const opened = openById(first.id)
    if (files.length === 1 && (!opened || opened.store.file === first.path)) {
      into.chosen.push(first)
      return
    }
    const news = files.filter(({ path }) => contained.get(path) !== marksOf(path))
    if (opened && news.every(({ path }) => path === opened.store.file)) {
      into.copies.push(...files.flatMap(one => copyOf(one, opened.store.file, opened.title)))
      return
    }
    const candidates = files.flatMap(one => openCandidate(one, opened, into))
    try {
      decide(candidates, opened, first.id, into)
    } finally {
      for (const one of candidates) one.close()
    }
  }

  const decide = (
    candidates: readonly Candidate[],
    opened: Workbook | undefined,
    workbook: string,
    into: Mutable<Chosen>,
  ): void => {
    const whole = findWhole(candidates, one =>
      opened ? one.path === opened.store.file : one.isAtItsPlace,
    )
    const isSettled = whole && (!opened || whole.path === opened.store.file)
    if (isSettled) {
      into.chosen.push({ file: whole.file, path: whole.path })
      for (const one of candidates) {
        if (one === whole) continue
        contained.set(one.path, marksOf(one.path))
        into.copies.push(...copyOf(one, whole.path, whole.title))
      }
      return
    }
    const files = candidates.map(one => ({
      file: one.file,
      own: Math.max(0, ...candidates.map(other => (other === one ? 0 : countOwn(one, other)))),
    }))
    files.sort((a, b) => b.own - a.own)
    const [{ title } = { title: '' }] = candidates
    if (candidates.length > 1) into.apart.push({ workbook, title, files })
  }

  return files => {
    const into: Mutable<Chosen> = { chosen: [], copies: [], apart: [] }
    const byId = new Map<string, WorkbookFile[]>()
    for (const { id, ...found } of files) {
      if (id === null) into.chosen.push(found)
      else byId.set(id, [...(byId.get(id) ?? []), { ...found, id }])
    }
    for (const same of byId.values()) chooseOne(same, into)
    return into
  }
}

interface Mutable<T extends Chosen> {
  readonly chosen: T['chosen'][number][]
  readonly copies: T['copies'][number][]
  readonly apart: T['apart'][number][]
}

const copyOf = (
  { file, path }: { readonly file: string; readonly path: string },
  whole: string,
  title: string,
): Library['unreadable'] =>
  path === whole
    ? []
    : [{ file, message: copyMessage({ file, title, whole: basename(whole) }), backup: null }]

/** A damaged copy is told of as such, and compared with nothing. */
function openCandidate(
  { file, path }: WorkbookFile,
  opened: Workbook | undefined,
  into: Mutable<Chosen>,
): readonly Candidate[] {
  if (opened?.store.file === path) {
    const { store, title } = opened
    return [{ file, path, store, title, isAtItsPlace: true, close: () => undefined }]
  }
  try {
    const { store, database } = openSoundForReading(path)
    return closingOnFailure(database, () => {
      const place = statSync(path, { bigint: true }).ino.toString()
      const isAtItsPlace = getLatestDevice(store)?.place.endsWith(place) ?? false
      const title = getWorkbook(store)?.title ?? ''
      return [{ file, path, store, title, isAtItsPlace, close: () => database.close() }]
    })
  } catch (error) {
    into.copies.push({ file, message: messageOf(error, path), backup: null })
    return []
  }
}
