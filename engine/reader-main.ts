import { assertNever } from '../shared/assert-never.ts'
import { watchMemory } from './files/reader-guards.ts'
import { READER_STARTED } from './files/reader-process.ts'
import { refused } from './files/spreadsheet/keep-within-limits.ts'
import type { SpreadsheetLimits } from './files/spreadsheet/spreadsheet.ts'
import type { PackagesRequest } from './packages/read/messages.ts'

/**
 * The one request of a reader's life. It comes from our own engine, so it is taken as it is; what the
 * reader answers after reading a foreign file is what the engine looks at closely.
 */
type ReaderRequest =
  | { readonly kind: 'spreadsheet'; readonly path: string; readonly limits: SpreadsheetLimits }
  | PackagesRequest

/** The part of Electron's `process.parentPort` used here; the engine does not know Electron. */
interface ParentPort {
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void
  readonly postMessage: (message: unknown) => void
}

const parentPort = (process as NodeJS.Process & { readonly parentPort?: ParentPort }).parentPort
const post = (message: unknown): void => {
  if (parentPort) parentPort.postMessage(message)
  else process.send?.(message)
}

let isAsked = false
let readOn = (): void => undefined

/** Each parser is loaded only for what it reads: loading takes longer than reading a small file. */
async function answer(request: ReaderRequest): Promise<void> {
  watchMemory(request.limits.memoryBytes)
  switch (request.kind) {
    case 'spreadsheet': {
      const { parseSpreadsheet } = await import('./files/spreadsheet/parse-spreadsheet.ts')
      post(await parseSpreadsheet(request.path, request.limits).catch(() => refused('damaged')))
      return
    }
    case 'packages': {
      const { packagesReader } = await import('./packages/read/parse-package.ts')
      const packages = packagesReader(post)
      readOn = packages.readOn
      await packages.read(request)
      return
    }
    default:
      assertNever(request)
  }
}

/** The first message is the request; each further one says that there is room for more. */
function listen(message: unknown): void {
  if (isAsked) {
    readOn()
    return
  }
  isAsked = true
  answer(message as ReaderRequest)
}

// Whoever asked hears at once that this program could be started: what ends it later is the file. Whoever
// asked also ends it: Electron drops what a utility process posts just before it exits.
post(READER_STARTED)
if (parentPort) parentPort.on('message', ({ data }) => listen(data))
else process.on('message', listen)
