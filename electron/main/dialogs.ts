import { existsSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron'
import { packagesIn } from '../../engine/files/permits.ts'
import type { DestinationFormat, FilePurpose, PackagePlace } from '../../shared/host.ts'
import type { FileToGrant } from '../engine-messages.ts'

const SPREADSHEETS: FileFilter[] = [
  { name: 'Spreadsheets', extensions: ['csv', 'xlsx', 'xls', 'ods'] },
  { name: 'All files', extensions: ['*'] },
]

const TO_READ: Readonly<Record<FilePurpose, { title: string; filters: FileFilter[] }>> = {
  framework: { title: 'Choose a framework file', filters: SPREADSHEETS },
  ratings: { title: 'Choose files of ratings', filters: SPREADSHEETS },
  hands: { title: 'Choose a file of hands', filters: SPREADSHEETS },
  pictures: {
    title: 'Choose pictures',
    filters: [
      { name: 'Pictures', extensions: ['png', 'jpg', 'jpeg', 'webp', 'csv', 'xlsx', 'xls', 'ods'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
  key: {
    title: 'Choose the team’s key file',
    filters: [
      { name: 'Key files', extensions: ['key', 'txt'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
}

const TO_WRITE: Readonly<Record<DestinationFormat, FileFilter>> = {
  xlsx: { name: 'Excel workbook', extensions: ['xlsx'] },
  docx: { name: 'Word document', extensions: ['docx'] },
  pptx: { name: 'Slides', extensions: ['pptx'] },
  csv: { name: 'Comma-separated values', extensions: ['csv'] },
  html: { name: 'Web page', extensions: ['html'] },
  pdf: { name: 'PDF', extensions: ['pdf'] },
  zip: { name: 'Data package', extensions: ['zip'] },
  svg: { name: 'Drawing', extensions: ['svg'] },
  png: { name: 'Image', extensions: ['png'] },
  json: { name: 'JSON', extensions: ['json'] },
  key: { name: 'Key file', extensions: ['key'] },
  txt: { name: 'Text', extensions: ['txt'] },
  workbook: { name: 'Framework Workbook package', extensions: ['workbook'] },
}

const named = (path: string): FileToGrant => ({ path, name: basename(path) })

/** Asks for a file to read, or for several; null when the person cancels. */
export async function askForFiles(
  window: BrowserWindow,
  purpose: FilePurpose,
  count: 'one' | 'several',
): Promise<readonly FileToGrant[] | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    ...TO_READ[purpose],
    properties: count === 'several' ? ['openFile', 'multiSelections'] : ['openFile'],
  })
  return canceled ? null : filePaths.map(named)
}

/** Asks for packages to read, or for a folder of them; null when the person cancels. */
export async function askForPackages(
  window: BrowserWindow,
  from: PackagePlace,
): Promise<readonly FileToGrant[] | null> {
  const isFolder = from === 'folder'
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: isFolder ? 'Choose a folder of packages' : 'Choose packages',
    ...(isFolder ? {} : { filters: [TO_WRITE.workbook, { name: 'All files', extensions: ['*'] }] }),
    properties: isFolder ? ['openDirectory'] : ['openFile', 'multiSelections'],
  })
  if (canceled) return null
  return isFolder ? filePaths.flatMap(packagesIn) : filePaths.map(named)
}

/** Asks for the folder of the workbooks; null when the person cancels. */
export const askForLibrary = (window: BrowserWindow, present: string): Promise<string | null> =>
  askForFolder(window, { title: 'Choose a folder for the workbooks', defaultPath: present })

/** Asks for the folder that backups are copied to, as on a stick; null when the person cancels. */
export async function askForSecondPlace(window: BrowserWindow): Promise<FileToGrant | null> {
  const path = await askForFolder(window, { title: 'Choose a second place for backups' })
  return path === null ? null : named(path)
}

async function askForFolder(
  window: BrowserWindow,
  words: { readonly title: string; readonly defaultPath?: string },
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    ...words,
    properties: ['openDirectory', 'createDirectory'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** Asks where to write; the answer always has the format's ending. */
export async function askForDestination(
  window: BrowserWindow,
  suggestedName: string,
  format: DestinationFormat,
  folder: string = app.getPath('documents'),
): Promise<FileToGrant | null> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: 'Export',
    defaultPath: join(folder, suggestedName),
    filters: [TO_WRITE[format]],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (!filePath) return null
  if (extname(filePath).toLowerCase() === `.${format}`) {
    return { path: filePath, name: basename(filePath) }
  }
  const path = `${filePath}.${format}`
  // The dialog asked about overwriting the name as typed, so one that the ending makes is asked again.
  return existsSync(path)
    ? askForDestination(window, basename(path), format, join(path, '..'))
    : { path, name: basename(path) }
}

/** The answer of a person after a process of the program has stopped. */
export type Remedy = 'try-again' | 'quit'

/** Asks what to do when the engine would not stay up. */
export function askAfterGivingUp(window: BrowserWindow): Promise<Remedy> {
  return askForRemedy(
    window,
    'The part of the program that keeps the workbooks stops each time it is started.',
    'Everything that was marked as saved is safe. Try again; if that does not help, quit, restart ' +
      'this laptop and open the program once more.',
  )
}

/** Asks what to do when the page has crashed. */
export function askAfterPageGone(window: BrowserWindow): Promise<Remedy> {
  return askForRemedy(
    window,
    'The page has stopped unexpectedly.',
    'Everything that was marked as saved is safe. Try again to open the page anew, and check the ' +
      'last answer that was given.',
  )
}

/** Asks before the window closes over something unsaved; true to close and lose it. Waits for the answer. */
export function agreesToLoseUnsaved(window: BrowserWindow): boolean {
  const choice = dialog.showMessageBoxSync(window, {
    type: 'warning',
    title: 'Framework Workbook',
    message: 'The last answers are not saved yet.',
    detail: 'Stay on the page until it says that they are saved. Closing now loses them.',
    buttons: ['Stay', 'Close and lose them'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return choice === 1
}

async function askForRemedy(
  window: BrowserWindow,
  message: string,
  detail: string,
): Promise<Remedy> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: 'Framework Workbook',
    message,
    detail,
    buttons: ['Try again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0 ? 'try-again' : 'quit'
}
