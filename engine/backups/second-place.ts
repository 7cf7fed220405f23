import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { moment } from '../../shared/model/vocabulary.ts'
import { copyWhileItAnswers, whileItAnswers } from '../disk/answering.ts'
import { type BackupFile, backupsNamed } from '../disk/backup-places.ts'
import { toReadError } from '../disk/disk-errors.ts'
import { laptopMark } from '../disk/unfinished.ts'
import { readPrivateFile, replacePrivateFile } from '../files/write/private-files.ts'

/** The file beside the workbooks that remembers the second place of their backups. */
const SECOND_PLACE_FILE = 'second-place.json'

const secondPlace = z.object({
  version: z.literal(1),
  /** The folder that a person named, on a stick or a share; null where there is none. */
  folder: z.string().nullable(),
  /** True where the folder lay on another disk than the workbooks when it was first seen; null before that. */
  isOtherDisk: z.boolean().nullable(),
  /** Tells the copies of this laptop from those of others that use the same place. */
  laptop: z.string().regex(/^[0-9a-f]{8}$/),
  /** The laptop that drew this number: a library that was copied to another one draws a new one. */
  mark: z.string(),
  namedAt: moment.nullable(),
  /** The moment of the newest backup of each workbook's file that is there. */
  copied: z.record(z.string(), moment),
  /** Files of workbooks from which somebody withdrew since the copies were made, and a number for each time. */
  renew: z.record(z.string(), z.string()),
  /** The code of the error by which the last copy failed; null where it did not. */
  problem: z.string().nullable(),
})

/** The second place of a library, and what lies there. */
export type SecondPlace = Readonly<z.infer<typeof secondPlace>>

const none = (): SecondPlace => ({
  version: 1,
  folder: null,
  isOtherDisk: null,
  laptop: randomBytes(4).toString('hex'),
  mark: laptopMark(),
  namedAt: null,
  copied: {},
  renew: {},
  problem: null,
})

/** The second place of a library as it was remembered last. Throws as `readPrivateFile` does. */
export function secondPlaceOf(library: string): SecondPlace {
  const text = readPrivateFile(join(library, SECOND_PLACE_FILE))
  if (text === undefined) return none()
  const kept = parsed(text)
  if (kept?.mark === laptopMark()) return kept
  // What another laptop copied there is its own.
  return { ...none(), ...(kept && { folder: kept.folder, namedAt: kept.namedAt }) }
}

function parsed(text: string): SecondPlace | undefined {
  try {
    return secondPlace.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Remembers changes of the second place. Throws DISK_FULL, FILE_NOT_ALLOWED, CANNOT_WRITE_FILE. */
export function changeSecondPlace(library: string, change: Partial<SecondPlace>): SecondPlace {
  const next = { ...secondPlaceOf(library), ...change }
  replacePrivateFile(join(library, SECOND_PLACE_FILE), `${JSON.stringify(next, null, 2)}\n`)
  return next
}

/** Names another folder as the second place, or none. What was copied to the one before stays there. */
export function nameSecondPlace(library: string, folder: string | null, now: string): void {
  const { folder: before, laptop } = secondPlaceOf(library)
  if (folder === before) return
  changeSecondPlace(library, { ...none(), laptop, folder, namedAt: folder === null ? null : now })
}

/** The folder that holds the copies of all laptops, within the one that a person named. */
const COPIES = 'Framework Workbook backups'

/** The folder of the copies that this laptop made of a workbook's backups: named by the workbook and the laptop. */
export const copiesFolderOf = (folder: string, file: string, laptop: string): string =>
  join(folder, COPIES, `${basename(file)}.${laptop}`)

const COPIED = /^(?<file>.+\.sqlite)\.(?<laptop>[0-9a-f]{8})$/

/** The copies of one workbook's backups that one laptop made. */
export interface CopiesOfWorkbook {
  /** The name of their folder, by which they are asked for. */
  readonly name: string
  /** The name that the workbook's file had. */
  readonly file: string
  /** The copies, newest first; at least one. */
  readonly copies: readonly BackupFile[]
}

/** All copies on the second place of a library, those of other laptops included. None where it is not there. */
export async function listCopies(library: string): Promise<readonly CopiesOfWorkbook[]> {
  const { folder } = secondPlaceOf(library)
  if (folder === null) return []
  const all = join(folder, COPIES)
  const found = (await namesWithin(folder, all)).map(async name => {
    const file = COPIED.exec(name)?.groups?.file
    const copies = await copiesWithin(folder, join(all, name))
    return file === undefined || copies.length === 0 ? [] : [{ name, file, copies }]
  })
  return (await Promise.all(found)).flat()
}

/** The names of what is in a folder of a place; none where it is not there, cannot be read or does not answer. */
const namesWithin = (place: string, folder: string): Promise<readonly string[]> =>
  whileItAnswers(place, () => readdir(folder)).catch(() => [])

/** The copies in a folder of a place, newest first; none where it is not there or does not answer. */
export const copiesWithin = async (place: string, folder: string): Promise<readonly BackupFile[]> =>
  backupsNamed(folder, await namesWithin(place, folder))

/** The copies on the second place that this laptop made of a workbook's backups, newest first. */
export async function copiesOf(file: string): Promise<readonly BackupFile[]> {
  const { folder, laptop } = secondPlaceOf(dirname(file))
  return folder === null ? [] : await copiesWithin(folder, copiesFolderOf(folder, file, laptop))
}

/** Copies a backup from the second place of a library to a file beside the workbooks. Throws DISK_GONE and what the disk says. */
export async function bringHere(library: string, copy: BackupFile, to: string): Promise<void> {
  try {
    await copyWhileItAnswers(secondPlaceOf(library).folder ?? dirname(copy.path), copy.path, to)
  } catch (error) {
    throw toReadError(error, copy.path)
  }
}

/**
 * Has the copies of a workbook's backups replaced, as somebody is being erased from them. True where there may be any:
 * until they are reached they stay as they are. Throws as `changeSecondPlace` does.
 */
export function renewCopies(file: string): boolean {
  const library = dirname(file)
  const { folder, copied, renew } = secondPlaceOf(library)
  const name = basename(file)
  if (folder === null || !(name in copied || name in renew)) return false
  changeSecondPlace(library, { renew: { ...renew, [name]: randomBytes(4).toString('hex') } })
  return true
}
