import { parseSpreadsheet } from './parse-spreadsheet.ts'
import { READER_STARTED } from './reader.ts'
import { refused } from './refused.ts'
import type { SpreadsheetLimits } from './spreadsheet.ts'
import { watchMemory } from './watch-memory.ts'

/**
 * The one request of a reader's life. It comes from our own engine, so it is taken as it is; what the
 * reader answers after reading a foreign file is what the engine looks at closely.
 */
interface ReaderRequest {
  readonly kind: 'spreadsheet'
  readonly path: string
  readonly limits: SpreadsheetLimits
}

/** The part of Electron's `process.parentPort` used here; the engine does not know Electron. */
interface ParentPort {
  readonly once: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void
  readonly postMessage: (message: unknown) => void
}

async function answer(request: unknown, reply: (reading: unknown) => void): Promise<void> {
  const { path, limits } = request as ReaderRequest
  watchMemory(limits.memoryBytes)
  reply(await parseSpreadsheet(path, limits).catch(() => refused('damaged')))
}

const parentPort = (process as NodeJS.Process & { readonly parentPort?: ParentPort }).parentPort

// Whoever asked hears at once that this program could be started: what ends it later is the file.
if (parentPort) {
  parentPort.postMessage(READER_STARTED)
  // Electron drops what a utility process posts just before it exits, so whoever asked ends this one.
  parentPort.once('message', ({ data }) => answer(data, reading => parentPort.postMessage(reading)))
} else {
  process.send?.(READER_STARTED)
  process.once('message', request =>
    answer(request, reading => process.send?.(reading, () => process.disconnect())),
  )
}
