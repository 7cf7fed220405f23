import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder that holds this laptop's workbooks unless another is asked for: in the local data folder
 * of the person, which no one synchronises. `WORKBOOK_LIBRARY` names another.
 */
export function defaultLibraryFolder(): string {
  const chosen = process.env.WORKBOOK_LIBRARY
  if (chosen) return chosen
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
