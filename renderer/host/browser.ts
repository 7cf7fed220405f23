import {
  type FilePurpose,
  isPackageName,
  PACKAGE_ENDING,
  type PackagePlace,
} from '../../shared/host.ts'
import { destination, download, upload, uploadAll } from './browser-files.ts'
import { listenForKeys } from './browser-keys.ts'
import { keepLine } from './browser-line.ts'
import { droppedPackages } from './dropped-packages.ts'
import type { PageHost } from './page-host.ts'

const ENDINGS: Readonly<Record<FilePurpose, string>> = {
  framework: '.csv,.xlsx,.xls,.ods',
  key: '.key,.txt',
}

/** Asks for one file with the browser's own dialog; null when the person thought better of it. */
function askForFile(endings: string): Promise<File | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = endings
  return new Promise(resolve => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}

/** Asks for files, or for a folder and gives the packages in it; null when the person thought better. */
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
      const file = await askForFile(ENDINGS[purpose])
      return file === null ? null : upload(file, token)
    },
    takeDropped: file => upload(file, token),
    choosePackages: async from => {
      const files = await askForPackages(from)
      return files && uploadAll(files, token)
    },
    takeDroppedPackages: async dropped => uploadAll(await droppedPackages(dropped), token),
    chooseDestination: suggestedName => destination(suggestedName, token),
    showInFolder: null,
    deliver: written => download(written, token),
    onCommand: listener => listenForKeys(navigator.platform, listener),
    contextChanged: () => {},
    appearanceChanged: () => {},
  }
}
