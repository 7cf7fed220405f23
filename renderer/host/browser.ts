import type { FilePurpose } from '../../shared/host.ts'
import { destination, download, upload } from './browser-files.ts'
import { listenForKeys } from './browser-keys.ts'
import { keepLine } from './browser-line.ts'
import type { PageHost } from './page-host.ts'

const ENDINGS: Readonly<Record<FilePurpose, string>> = {
  framework: '.csv,.xlsx,.xls,.ods',
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
    chooseDestination: suggestedName => destination(suggestedName, token),
    showInFolder: null,
    deliver: written => download(written, token),
    onCommand: listener => listenForKeys(navigator.platform, listener),
    contextChanged: () => {},
    appearanceChanged: () => {},
  }
}
