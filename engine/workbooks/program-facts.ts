import { arch, platform, tmpdir } from 'node:os'
import type { ProgramFacts, SecondPlaceFacts } from '../../shared/model/program.ts'
import { secondPlaceOf } from '../backups/second-place.ts'
import { backupFolderIn, listBackups } from '../disk/backup-places.ts'
import { chosenAtStart } from '../disk/library-folder.ts'
import type { Program } from '../program.ts'
import { sqliteVersion } from '../store/connection/sqlite-version.ts'
import type { WorkbookLibrary } from './library.ts'

/** The program that runs, and where it keeps things. */
export function programFacts(
  library: WorkbookLibrary,
  { appVersion }: Program,
  isSecondPlaceNamed: boolean,
): ProgramFacts {
  return {
    version: appVersion,
    build: process.env.WORKBOOK_BUILD ?? 'source',
    runsOn: runsOn(),
    libraryFolder: library.folder,
    isFolderNamed: chosenAtStart() !== null,
    backupFolder: backupFolderIn(library.folder),
    temporaryFolder: tmpdir(),
    secondPlace: secondPlaceFacts(library.folder),
    isSecondPlaceNamed,
    backups: backupsOf(library),
  }
}

/** The second place of a library's backups, as it was met last; null where none is named. */
export function secondPlaceFacts(library: string): SecondPlaceFacts | null {
  const { folder, isOtherDisk, copied, namedAt, problem: code } = secondPlaceOf(library)
  if (folder === null) return null
  const newest = Object.values(copied).toSorted().at(-1) ?? null
  const since = newest ?? namedAt
  return {
    folder,
    isSameDisk: isOtherDisk === null ? null : !isOtherDisk,
    newest,
    problem: code === null || since === null ? null : { since, code },
  }
}

/** The parts of the laptop that the program runs on, such as `Node 24.2.0`. */
export function runsOn(): string[] {
  const { electron, node } = process.versions
  const shell = electron === undefined ? [] : [`Electron ${electron}`]
  return [...shell, `Node ${node}`, `SQLite ${sqliteVersion()}`, `${platform()} ${arch()}`]
}

/** The backups of each workbook of a library that has any. */
function backupsOf(library: WorkbookLibrary): ProgramFacts['backups'] {
  return library.list().workbooks.flatMap(({ id, title }) => {
    const backups = listBackups(library.require(id).store.file)
    const [newest] = backups
    return newest ? [{ title, count: backups.length, newest: newest.at }] : []
  })
}
