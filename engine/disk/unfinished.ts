import { createHash, randomBytes } from 'node:crypto'
import { existsSync, type Stats, statSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { isSilent, whileItAnswers } from './answering.ts'
import { REMOVAL, renamePath, renamePathLater, tidyAwayAtOnce } from './move-and-remove.ts'
import { namesIn } from './names-in.ts'
import { systemCodeOf } from './patience.ts'

/**
 * The endings of what is not yet there under its name, of what makes room for it, and of a note that something is
 * written elsewhere.
 */
export type Ending = 'unfinished' | 'replaced' | 'noted'

/** Tells laptops apart in a folder that several of them share; it need not be told what they are called. */
export const laptopMark = (): string =>
  createHash('sha256').update(hostname()).digest('hex').slice(0, 6)

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
export const leftBehindIn = (folder: string): readonly LeftBehind[] =>
  unfinishedAmong(folder, namesIn(folder)).filter(
    one => one.isLeft ?? isOld(statSync(one.path, { throwIfNoEntry: false })),
  )

/** The same of a folder of a stick or a share. Throws DISK_GONE and what the disk says. */
export async function leftBehindAt(
  folder: string,
  place: string = folder,
): Promise<readonly LeftBehind[]> {
  const names = await whileItAnswers(place, () => readdir(folder))
  const left = unfinishedAmong(folder, names).map(async one => {
    const isLeft = one.isLeft ?? isOld(await foundAt(place, one.path))
    return isLeft ? [one] : []
  })
  return (await Promise.all(left)).flat()
}

const foundAt = (place: string, path: string): Promise<Stats | undefined> =>
  whileItAnswers(place, () => stat(path).catch(() => undefined))

/** Names of a folder that are of something unfinished, and if it was left behind; undefined where its age tells. */
function unfinishedAmong(folder: string, names: readonly string[]) {
  return names.flatMap(found => {
    const { name, pid, laptop, ending } = UNFINISHED.exec(found)?.groups ?? {}
    if (name === undefined || pid === undefined) return []
    const isLeft = laptop === laptopMark() ? !isRunning(Number.parseInt(pid, 36)) : undefined
    const [path, was] = [join(folder, found), join(folder, name)]
    return isLeft === false ? [] : [{ path, was, ending: ending as Ending, isLeft }]
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

/**
 * The same in a folder of a stick or a share, without holding up the process. Throws DISK_GONE, and what the disk says of the
 * folder itself.
 */
export async function sweepUnfinishedAt(folder: string, place: string = folder): Promise<void> {
  for (const { path, was, ending } of await leftBehindAt(folder, place)) {
    if (ending === 'noted') continue
    const isDone = ending === 'unfinished' || (await foundAt(place, was)) !== undefined
    const tidy = () => (isDone ? rm(path, REMOVAL) : renamePathLater(path, was))
    // Whatever cannot be tidied away now is met the next time.
    await whileItAnswers(place, () => tidy().catch(() => undefined))
  }
}

function giveBack(path: string, was: string): void {
  try {
    renamePath(path, was)
  } catch {
    // It keeps its long name, under which it is found and tried once more.
  }
}

const isOld = (found: Stats | undefined): boolean =>
  found !== undefined && Date.now() - found.mtimeMs > DAY_MS

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
    // A place that does not answer would keep the process from its end.
    for (const path of paths) if (!isSilent(dirname(path))) tidyAwayAtOnce(path)
  }
  process.once('exit', tidy)
  return () => process.off('exit', tidy)
}
