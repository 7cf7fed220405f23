import { createHash, randomBytes } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { renamePath, tidyAwayAtOnce } from './move-and-remove.ts'
import { namesIn } from './names-in.ts'
import { systemCodeOf } from './patience.ts'

/**
 * The endings of what is not yet there under its name, of what makes room for it, and of a note that something is
 * written elsewhere.
 */
export type Ending = 'unfinished' | 'replaced' | 'noted'

/** Tells laptops apart in a folder that several of them share; it need not be told what they are called. */
const laptopMark = (): string => createHash('sha256').update(hostname()).digest('hex').slice(0, 6)

/**
 * A name beside a file or folder for what is not yet there. It says which process of which laptop writes it,
 * so that what a killed program left behind is known as such.
 */
export function unfinishedName(path: string, ending: Ending = 'unfinished'): string {
  const writer = `${process.pid.toString(36)}-${laptopMark()}-${randomBytes(4).toString('hex')}`
  return `${path}.${writer}.${ending}`
}

const UNFINISHED =
  /^(?<name>.+)\.(?<pid>[0-9a-z]{1,8})-(?<laptop>[0-9a-f]{6})-[0-9a-f]{8}\.(?<ending>unfinished|replaced|noted)(?:-wal|-shm|-journal)?$/

/** Another laptop's process is not to be asked whether it runs; after a day it does not. */
const DAY_MS = 24 * 60 * 60 * 1000

/** Something that a program which is gone left in a folder. */
export interface LeftBehind {
  readonly path: string
  /** The path that it was to have, or had. */
  readonly was: string
  readonly ending: Ending
}

/** Lists what programs that are gone left in a folder. */
export function leftBehindIn(folder: string): readonly LeftBehind[] {
  return namesIn(folder).flatMap(found => {
    const { name, pid, laptop, ending } = UNFINISHED.exec(found)?.groups ?? {}
    if (name === undefined || pid === undefined) return []
    const path = join(folder, found)
    const isLeft = laptop === laptopMark() ? !isRunning(Number.parseInt(pid, 36)) : isOld(path)
    return isLeft ? [{ path, was: join(folder, name), ending: ending as Ending }] : []
  })
}

/**
 * Removes what programs that are gone left unfinished in a folder, and gives what they had moved aside its name
 * back. Throws nothing: whatever cannot be tidied away now is met the next time.
 */
export function sweepUnfinished(folder: string): void {
  for (const { path, was, ending } of leftBehindIn(folder)) {
    if (ending === 'noted') continue
    if (ending === 'unfinished' || existsSync(was)) tidyAwayAtOnce(path)
    else giveBack(path, was)
  }
}

function giveBack(path: string, was: string): void {
  try {
    renamePath(path, was)
  } catch {
    // It keeps its long name, under which it is found and tried once more.
  }
}

function isOld(path: string): boolean {
  const mtime = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
  return Date.now() - mtime > DAY_MS
}

/** Tests whether a process of this laptop runs, another person's included. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return systemCodeOf(fault) === 'EPERM'
  }
}

/**
 * Sees to it that what is being written goes away if the process is asked to end meanwhile. Returns what to
 * call once it is written or tidied away.
 */
export function tidyAtExit(...paths: readonly string[]): () => void {
  const tidy = (): void => {
    for (const path of paths) tidyAwayAtOnce(path)
  }
  process.once('exit', tidy)
  return () => process.off('exit', tidy)
}
