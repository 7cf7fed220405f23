import type { BrowserWindow } from 'electron'
import { chosenAtStart, defaultLibraryFolder } from '../../engine/disk/library-folder.ts'
import { askForLibrary } from './dialogs.ts'
import type { SettingsFile } from './window.ts'

/** The folder of the workbooks: the one that the start names, that a person chose, or the usual one. */
export const libraryFolderOf = (settings: Pick<SettingsFile, 'get'>): string =>
  chosenAtStart() ?? settings.get().libraryFolder ?? defaultLibraryFolder()

/**
 * Asks for another folder for the workbooks and remembers it. Null where it stays the same: the person cancelled or chose
 * the one that is in use, or the start of the program names the folder.
 */
export async function chooseLibrary(
  window: BrowserWindow,
  settings: SettingsFile,
): Promise<string | null> {
  if (chosenAtStart() !== null) return null
  const present = libraryFolderOf(settings)
  const libraryFolder = await askForLibrary(window, present)
  if (libraryFolder === null || libraryFolder === present) return null
  settings.change({ libraryFolder })
  return libraryFolder
}
