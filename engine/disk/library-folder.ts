import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { closeToOthers, ONLY_OWNER } from './modes.ts'

/** The folder that `WORKBOOK_LIBRARY` names at the start of the program; null where it names none. */
export const chosenAtStart = (): string | null => process.env.WORKBOOK_LIBRARY || null

/** The folder for copies of backups that `WORKBOOK_SECOND_PLACE` names at the start; null where it names none. */
export const secondPlaceAtStart = (): string | null => process.env.WORKBOOK_SECOND_PLACE || null

/**
 * The folder that holds this laptop's workbooks unless another is asked for: in the local data folder
 * of the person, which no one synchronises. `WORKBOOK_LIBRARY` names another.
 */
export function defaultLibraryFolder(): string {
  return chosenAtStart() ?? ownLibraryFolder()
}

function ownLibraryFolder(): string {
  switch (process.platform) {
    case 'win32':
      return join(
        process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'),
        'Framework Workbook',
        'Library',
      )
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Framework Workbook', 'Library')
    default:
      return join(
        process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'),
        'framework-workbook',
        'library',
      )
  }
}

/**
 * Makes a folder for workbooks unless it is there. The program's own is closed to the laptop's other people, also where
 * an earlier program left it open; one that a person chose stays as they made it.
 */
export function makeLibraryFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: ONLY_OWNER.folder })
  if (folder === ownLibraryFolder()) closeToOthers(folder, ONLY_OWNER.folder)
}
