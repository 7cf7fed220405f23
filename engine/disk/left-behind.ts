import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { backupsIn } from './backup-places.ts'
import { defaultLibraryFolder } from './library-folder.ts'
import { ONLY_OWNER } from './modes.ts'
import { tidyAwayAtOnce } from './move-and-remove.ts'
import { namesIn } from './names-in.ts'
import {
  isRunning,
  leftBehindAt,
  leftBehindIn,
  sweepUnfinished,
  sweepUnfinishedAt,
  unfinishedName,
} from './unfinished.ts'

const PREFIX = 'framework-workbook-'

/** Makes a temporary folder for this process, readable by its person only. */
export const makeTempFolder = (): string => mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))

/** Removes the temporary folders of programs that ended without removing theirs. */
export function sweepTempFolders(): void {
  for (const name of namesIn(tmpdir())) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]
    if (owner === undefined || isRunning(Number(owner))) continue
    // Another person's, on a machine that several use, is theirs to remove.
    tidyAwayAtOnce(join(tmpdir(), name))
  }
}

/**
 * Notes in the person's own library that something is being written to a folder, so that what a kill leaves there is
 * found by the next start. Returns what to call once it is written or tidied away. Throws nothing: without a note,
 * what is left goes when something is written there again.
 */
export function noteWriting(folder: string): () => void {
  const notes = defaultLibraryFolder()
  const note = unfinishedName(join(notes, 'writing'), 'noted')
  try {
    mkdirSync(notes, { recursive: true, mode: ONLY_OWNER.folder })
    writeFileSync(note, resolve(folder), { flag: 'wx', mode: ONLY_OWNER.file })
  } catch {
    return () => undefined
  }
  return () => void tidyAwayAtOnce(note)
}

/** Notes of what programs that are gone were writing, with the folder that each names. */
const notesLeft = () =>
  leftBehindIn(defaultLibraryFolder())
    .filter(({ ending }) => ending === 'noted')
    .map(({ path }) => ({ path, folder: noted(path) }))

/**
 * Sweeps the folders that programs which are gone were writing to, each while it answers: a share whose network is gone would
 * hold up the process. The note of a stick that is away, and of a share that does not answer, stays. Never rejects.
 */
async function sweepElsewhere(): Promise<void> {
  await Promise.all(notesLeft().map(sweepNoted))
}

async function sweepNoted({ path, folder }: ReturnType<typeof notesLeft>[number]): Promise<void> {
  try {
    if (folder !== undefined) {
      await sweepUnfinishedAt(folder)
      const left = await leftBehindAt(folder)
      if (left.some(({ ending }) => ending === 'unfinished')) return
    }
    tidyAwayAtOnce(path)
  } catch {
    // It is away, or does not answer: the next sweep finds the note.
  }
}

/** The folder that a note names; undefined where a power cut left none in it. */
function noted(note: string): string | undefined {
  try {
    return readFileSync(note, 'utf8') || undefined
  } catch {
    return undefined
  }
}

/**
 * Removes all that programs which are gone left behind of people's words: in a folder of workbooks, among its backups and among
 * the laptop's temporary files. Resolves once the places where they were writing are swept too, or do not answer; never
 * rejects.
 */
export function sweepAround(folder: string): Promise<void> {
  for (const each of [folder, ...backupsIn(folder)]) sweepUnfinished(each)
  sweepTempFolders()
  return sweepElsewhere()
}
