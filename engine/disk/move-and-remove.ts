import { renameSync, rmSync, type Stats, statSync, truncateSync } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { patiently, patientlyLater } from './patience.ts'

/**
 * Renames a file or folder and replaces a file that is there, with patience for whoever holds one of them.
 * Throws the system's error.
 */
export function renamePath(from: string, to: string): void {
  refuseTarget(from, to)
  patiently(() => renameSync(from, to))
}

/** Renames without holding up the process. Rejects with the system's error. */
export async function renamePathLater(from: string, to: string): Promise<void> {
  const found = (path: string) => stat(path).catch(() => undefined)
  refuse(to, await found(to), await found(from))
  await patientlyLater(() => rename(from, to))
}

function refuseTarget(from: string, to: string): void {
  const found = (path: string) => statSync(path, { throwIfNoEntry: false })
  refuse(to, found(to), found(from))
}

/** Windows refuses both of these as it refuses a file that is held, and no waiting would help. */
function refuse(to: string, target: Stats | undefined, source: Stats | undefined): void {
  if (!target) return
  if (target.isDirectory() && source?.isDirectory() === false) {
    throw systemError('EISDIR', `${to} is a folder`)
  }
  const isProtected = process.platform === 'win32' && (target.mode & 0o200) === 0
  if (isProtected && target.isFile()) throw systemError('EACCES', `${to} can only be read`)
}

const systemError = (code: string, message: string): Error =>
  Object.assign(new Error(`${code}: ${message}`), { code, syscall: 'open' })

/** Removes a folder with what it holds, and does not mind what is not there. */
export const REMOVAL = { recursive: true, force: true } as const

/** Removes a file or folder, if it is there, with patience for whoever holds it. Throws the system's error. */
export function removePath(path: string): void {
  patiently(() => rmSync(path, REMOVAL))
}

/**
 * Tidies a file or folder away, with patience for whoever holds it. False where that fails: what went wrong
 * before says more than something that cannot be tidied away, so nothing is thrown.
 */
export function tidyAway(path: string): boolean {
  return succeeds(() => removePath(path))
}

/** The pauses after which what is held for long is tried again, in milliseconds. */
const LATER_MS = [5_000, 30_000, 120_000, 600_000]

/**
 * Tries again in the background to tidy away what somebody holds, until the process ends. Only for names that
 * nothing else ever gets.
 */
function tidyAwayInTime(path: string, [pause, ...pauses]: readonly number[] = LATER_MS): void {
  if (pause === undefined) return
  setTimeout(() => {
    rm(path, REMOVAL).catch(() => tidyAwayInTime(path, pauses))
  }, pause).unref()
}

/** Tidies away what has a name of its own: now, or in the background as soon as nobody holds it. */
export function tidyAwayOrLater(path: string): boolean {
  const isGone = tidyAway(path)
  if (!isGone) tidyAwayInTime(path)
  return isGone
}

/** Tidies away at one try, where what cannot be removed is somebody else's. */
export function tidyAwayAtOnce(path: string): boolean {
  return succeeds(() => rmSync(path, REMOVAL))
}

/** Tidies away what has a name of its own without holding up the process, then or later. */
export async function tidyAwayLater(path: string): Promise<void> {
  try {
    await patientlyLater(() => rm(path, REMOVAL))
  } catch {
    tidyAwayInTime(path)
  }
}

/** Empties a file and then removes it, so that who keeps it open keeps none of its words. False if it stays. */
export function eraseFile(file: string): boolean {
  succeeds(() => patiently(() => truncateSync(file)))
  return tidyAway(file)
}

function succeeds(work: () => void): boolean {
  try {
    work()
    return true
  } catch {
    return false
  }
}
