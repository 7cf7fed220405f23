import { arch, platform, tmpdir } from 'node:os'
import type { ProgramFacts } from '../../shared/model/program.ts'
import { backupFolderIn, listBackups } from '../disk/backup-places.ts'
import { chosenAtStart } from '../disk/library-folder.ts'
import type { Program } from '../program.ts'
import type { WorkbookLibrary } from './library.ts'

/** The program that runs, and where it keeps things. */
export function programFacts(library: WorkbookLibrary, { appVersion }: Program): ProgramFacts {
  const { electron, node } = process.versions
  return {
    version: appVersion,
    build: process.env.WORKBOOK_BUILD ?? 'source',
    runsOn: [
      ...(electron === undefined ? [] : [`Electron ${electron}`]),
      `Node ${node}`,
      `${platform()} ${arch()}`,
    ],
    libraryFolder: library.folder,
    isFolderNamed: chosenAtStart() !== null,
    backupFolder: backupFolderIn(library.folder),
    temporaryFolder: tmpdir(),
    backups: backupsOf(library),
  }
}

/** The backups of each workbook of a library that has any. */
function backupsOf(library: WorkbookLibrary): ProgramFacts['backups'] {
  return library.list().workbooks.flatMap(({ id, title }) => {
    const backups = listBackups(library.require(id).store.file)
    const [newest] = backups
    return newest ? [{ title, count: backups.length, newest: newest.at }] : []
  })
}
