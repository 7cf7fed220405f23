import { basename, dirname, join } from 'node:path'
import { namesIn } from './names-in.ts'

/** A backup of a workbook, and the moment at which it was made (ISO 8601, UTC). */
export interface BackupFile {
  readonly path: string
  readonly at: string
}

const NAME = /^(?<day>\d{4}-\d\d-\d\d)T(?<hour>\d\d)-(?<minute>\d\d)-(?<second>\d\d)Z\.backup$/

/** The folder of the backups of all workbooks of a library. */
export const backupFolderIn = (library: string): string => join(library, 'backups')

/** The folder of the backups that the program makes of a workbook: beside it, by the name of its file. */
export const backupFolderOf = (file: string): string =>
  join(backupFolderIn(dirname(file)), basename(file))

/** The folders with the backups of each workbook of a library. */
export const backupsIn = (library: string): readonly string[] =>
  namesIn(backupFolderIn(library)).map(name => join(backupFolderIn(library), name))

/** A moment (ISO 8601, UTC) to the second, as names of files have it, which on Windows have no colon. */
export const momentInName = (at: string): string => `${at.slice(0, 19).replaceAll(':', '-')}Z`

/** The path of a backup that is made at this moment. */
export const backupPath = (file: string, at: string): string =>
  join(backupFolderOf(file), `${momentInName(at)}.backup`)

/** The backups of a workbook, newest first: those whose names end so, told without that ending. */
export const listBackups = (file: string, ending = ''): readonly BackupFile[] =>
  listBackupsIn(backupFolderOf(file), ending)

/** The backups in a folder of one workbook's, newest first, as `listBackups` tells them. */
export const listBackupsIn = (folder: string, ending = ''): readonly BackupFile[] =>
  backupsNamed(folder, namesIn(folder), ending)

/** The backups among these names of files in a folder, newest first. */
export function backupsNamed(
  folder: string,
  names: readonly string[],
  ending = '',
): readonly BackupFile[] {
  return names
    .filter(name => name.endsWith(ending))
    .map(name => name.slice(0, name.length - ending.length))
    .flatMap(name => {
      const { day, hour, minute, second } = NAME.exec(name)?.groups ?? {}
      if (!day) return []
      return [{ path: join(folder, name), at: `${day}T${hour}:${minute}:${second}.000Z` }]
    })
    .sort((one, other) => other.at.localeCompare(one.at))
}
