import { COMMANDS, type Command, type PageCommandId } from '../../../shared/commands.ts'
import {
  DEEPEST_FOLDER,
  type FilePurpose,
  isPackageName,
  PACKAGE_ENDING,
  type PackagePlace,
} from '../../../shared/host.ts'
import { inNameOrder } from '../../../shared/in-name-order.ts'
import { destination, download, upload, uploadAll, uploadEach } from './browser-files.ts'
import { keepLine } from './browser-line.ts'
import type { PageHost } from './page-host.ts'

const SPREADSHEETS = '.csv,.xlsx,.xls,.ods'

const ENDINGS: Readonly<Record<FilePurpose, string>> = {
  framework: SPREADSHEETS,
  ratings: SPREADSHEETS,
  hands: SPREADSHEETS,
  pictures: `.png,.jpg,.jpeg,.webp,${SPREADSHEETS}`,
  key: '.key,.txt',
}

/** Asks for files with the browser's own dialog; null when the person cancels. */
function askForFiles(endings: string, isMultiple: boolean): Promise<readonly File[] | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = endings
  input.multiple = isMultiple
  return new Promise(resolve => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}

/** Asks for files, or for a folder and gives the packages in it; null when the person cancels. */
function askForPackages(from: PackagePlace): Promise<readonly File[] | null> {
  const input = document.createElement('input')
  input.type = 'file'
  if (from === 'folder') input.webkitdirectory = true
  else {
    input.multiple = true
    input.accept = PACKAGE_ENDING
  }
  const chosen = () => [...(input.files ?? [])]
  return new Promise(resolve => {
    input.addEventListener('change', () =>
      resolve(from === 'folder' ? chosen().filter(({ name }) => isPackageName(name)) : chosen()),
    )
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}

/** The browser front: a WebSocket to the server, uploads and downloads, all with the token. */
export function createBrowserHost(token: string): PageHost {
  return {
    front: 'browser',
    connect: listener => keepLine(token, listener),
    chooseFile: async purpose => {
      const [file] = (await askForFiles(ENDINGS[purpose], false)) ?? []
      return file === undefined ? null : upload(file, token)
    },
    chooseFiles: async purpose => {
      const files = await askForFiles(ENDINGS[purpose], true)
      return files && uploadEach(files, token)
    },
    takeDropped: file => upload(file, token),
    takeDroppedFiles: dropped => uploadEach([...dropped.files], token),
    choosePackages: async from => {
      const files = await askForPackages(from)
      return files && uploadAll(files, token)
    },
    takeDroppedPackages: async dropped => uploadAll(await droppedPackages(dropped), token),
    chooseDestination: suggestedName => destination(suggestedName, token),
    showInFolder: null,
    deliver: written => download(written, token),
    onCommand: listener => listenForKeys(navigator.platform, listener),
    // No file belongs to a page.
    onPackagesHanded: () => () => undefined,
    // A browser has no menu of ours, and its tab is closed, not quit.
    onAskForPin: () => () => undefined,
    quit: null,
    clearCopies: async hasCopied => {
      if (hasCopied) await navigator.clipboard.writeText('')
    },
    // The program was told its folder before its page was opened.
    chooseLibrary: null,
    chooseSecondPlace: null,
    contextChanged: () => {},
    appearanceChanged: () => {},
  }
}

/** The properties of a key press that tell which command it is. */
type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

const isMac = (platform: string) => /mac|iphone|ipad/i.test(platform)

/** Tests whether a key press is that of a command, written as the command list writes keys. */
export function isPressOf(keys: string, press: KeyPress, platform: string): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const mod = isMac(platform) ? press.metaKey : press.ctrlKey
  return (
    press.key.toLowerCase() === key.toLowerCase() &&
    mod === parts.includes('Mod') &&
    press.shiftKey === parts.includes('Shift') &&
    !press.altKey
  )
}

const isPageCommand = (command: Command): command is Command & { readonly id: PageCommandId } =>
  command.by === 'page'

/**
 * Listens for the keys of the page's commands, which no menu of a browser handles. Returns a function
 * that stops it.
 */
function listenForKeys(platform: string, listener: (command: PageCommandId) => void): () => void {
  const commands = COMMANDS.filter(isPageCommand)
  const onPress = (press: KeyboardEvent) => {
    const command = commands.find(({ keys }) => keys !== null && isPressOf(keys, press, platform))
    if (!command) return
    press.preventDefault()
    listener(command.id)
  }
  window.addEventListener('keydown', onPress)
  return () => window.removeEventListener('keydown', onPress)
}

/** The packages among dropped files and in dropped folders, which a browser does not list itself. */
async function droppedPackages({ items, files }: DataTransfer): Promise<readonly File[]> {
  // The entries are gone once the drop was answered, so they are asked for before anything is waited for.
  const entries = [...items].flatMap(item => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return [...files]
  const found = await Promise.all(
    entries.map(entry => (isFolder(entry) ? inFolder(entry, 1) : entryFiles(entry))),
  )
  return found.flat()
}

async function inFolder(folder: FileSystemDirectoryEntry, depth: number): Promise<readonly File[]> {
  if (depth > DEEPEST_FOLDER) return []
  const entries = (await folderEntries(folder)).toSorted((a, b) => inNameOrder(a.name, b.name))
  const found = await Promise.all(
    entries.map(entry => {
      if (isFolder(entry)) return inFolder(entry, depth + 1)
      return isPackageName(entry.name) ? entryFiles(entry) : []
    }),
  )
  return found.flat()
}

/** The entries of a folder. A browser gives them a hundred at a time, and none when there are no more. */
async function folderEntries(
  folder: FileSystemDirectoryEntry,
): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile

async function entryFiles(entry: FileSystemEntry): Promise<readonly File[]> {
  if (!isFile(entry)) return []
  return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))]
}
