import { type Clock, systemClock } from './clock.ts'
import { createWorkbookEvents } from './events.ts'
import type { DrawPdf } from './files/draw-pdf.ts'
import type { FilePermits } from './files/permits.ts'
import type { StartReader } from './files/reader.ts'
import { rememberReading } from './files/remember-reading.ts'
import { FRAMEWORK_LIMITS } from './frameworks/check-file.ts'
import { createLiveResults } from './results/live-results.ts'
import { createRouter, type EngineRouter } from './router.ts'
import { createUnderWay } from './under-way.ts'
import { openLibrary } from './workbooks/library.ts'

export type { DrawPdf } from './files/draw-pdf.ts'
export { forkReader, READER_HEAP_MB } from './files/fork-reader.ts'
export { packagesIn } from './files/packages-in.ts'
export { createFilePermits, type FilePermits } from './files/permits.ts'
export type { StartReader } from './files/reader.ts'
export type { EngineRouter } from './router.ts'

/** What a front must bring to start an engine. */
export interface EngineOptions {
  /** The folder that holds this laptop's workbooks; made if it is not there. */
  readonly libraryFolder: string
  readonly appVersion: string
  readonly permits: FilePermits
  /** Starts one disposable process that parses foreign files. */
  readonly startReader: StartReader
  /** Draws a report as a PDF, where the front has something that can. */
  readonly drawPdf?: DrawPdf
  /** The clock that records are stamped with; the laptop's own unless said otherwise. */
  readonly clock?: Clock
}

/** A running engine: the contract's operations, and the files that people let it touch. */
export interface Engine {
  readonly router: EngineRouter
  readonly permits: FilePermits
  /** Resolves once no export is being written any more. */
  readonly written: () => Promise<void>
  /** Closes every open workbook. */
  readonly close: () => void
}

/** Starts an engine over a library folder. It is the only owner of the workbooks in it. */
export function createEngine(options: EngineOptions): Engine {
  const { appVersion, clock = systemClock, permits, startReader, drawPdf = null } = options
  const program = { appVersion, clock, keyFolder: options.libraryFolder }
  const library = openLibrary(options.libraryFolder, program)
  const underWay = createUnderWay()
  const router = createRouter({
    library,
    permits,
    startReader,
    readFramework: rememberReading(startReader, FRAMEWORK_LIMITS),
    events: createWorkbookEvents(),
    live: createLiveResults(),
    drawPdf,
    underWay,
    program,
  })
  return { router, permits, written: underWay.settled, close: library.close }
}
