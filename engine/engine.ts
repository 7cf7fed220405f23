import type { FilePermits } from './files/permits.ts'
import type { StartReader } from './files/reader.ts'

/** What a front must bring to start an engine. */
export interface EngineOptions {
  /** The folder that holds this laptop's workbooks; made if it is not there. */
  readonly libraryFolder: string
  readonly appVersion: string
  readonly permits: FilePermits
  /** Starts one disposable process that parses foreign files. */
  readonly startReader: StartReader
}
