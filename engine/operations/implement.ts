import { type ImplementerInternalWithMiddlewares, implement, ORPCError } from '@orpc/server'
import { type Contract, contract } from '../../shared/contract/contract.ts'
import { WorkbookError } from '../errors.ts'
import type { WorkbookEvents } from '../events.ts'
import type { DrawPdf } from '../files/draw-pdf.ts'
import type { FilePermits } from '../files/permits.ts'
import type { StartReader } from '../files/reader.ts'
import type { ReadFile } from '../files/remember-reading.ts'
import type { LiveResults } from '../results/live-results.ts'
import type { UnderWay } from '../under-way.ts'
import type { WorkbookLibrary } from '../workbooks/library.ts'
import type { Program } from '../workbooks/workbook.ts'

/** What the operations work on. */
export interface RouterParts {
  readonly library: WorkbookLibrary
  readonly permits: FilePermits
  readonly startReader: StartReader
  /** Reads a framework's file; the one that was read last is remembered, as it is checked again and again. */
  readonly readFramework: ReadFile
  readonly events: WorkbookEvents
  /** This program, as a workbook that is made needs to know it. */
  readonly program: Program
  /** Results that follow the ratings as they come in. */
  readonly live: LiveResults
  /** What draws a report as a PDF; null where there is none. */
  readonly drawPdf: DrawPdf | null
  /** Files that are being written. */
  readonly underWay: UnderWay
}

type NoContext = Record<never, never>

/** The contract to be implemented, with errors that have a code turned into the contract's own. */
export const os: ImplementerInternalWithMiddlewares<Contract, NoContext, NoContext> = implement(
  contract,
).use(async ({ next }) => {
  try {
    return await next()
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error
    throw new ORPCError(error.code, { message: error.message, data: error.data })
  }
})
