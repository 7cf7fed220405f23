import type { AnySchema, InferSchemaInput, InferSchemaOutput, Meta, Schema } from '@orpc/contract'
import {
  EventPublisher,
  type ImplementedProcedure,
  type ImplementerInternalWithMiddlewares,
  implement,
  ORPCError,
  type ProcedureImplementer,
} from '@orpc/server'
import { type Contract, contract } from '../shared/contract/contract.ts'
import type { ErrorMap } from '../shared/contract/errors.ts'
import type { WorkbookEvent } from '../shared/contract/events.ts'
import type { BackupCopier } from './backups/copy-backups.ts'
import { WorkbookError } from './errors.ts'
import type { FilePermits } from './files/permits.ts'
import type { StartReader } from './files/reader-process.ts'
import type { ReadFile } from './files/spreadsheet/read-spreadsheet.ts'
import type { DrawPdf } from './files/write/pdf.ts'
import { requireOpen } from './lock/guard.ts'
import type { Lock } from './lock/lock.ts'
import type { Program } from './program.ts'
import type { LiveResults } from './results/live-results.ts'
import type { Looks } from './rounds/looks.ts'
import type { Log } from './support/log.ts'
import type { Wiper } from './turns/wipe.ts'
import type { WorkbookLibrary } from './workbooks/library.ts'
import type { Rescue } from './workbooks/rescue.ts'
import type { Workbook } from './workbooks/workbook.ts'

/** The parts of a running engine that its operations work on. */
export interface RouterParts {
  readonly library: WorkbookLibrary
  /** Saves what is in workbooks whose files were moved. */
  readonly rescue: Rescue
  /** The facilitator's lock of this laptop. */
  readonly lock: Lock
  readonly inWorkbook: InWorkbook
  /** The same for operations that tell answers, which are refused while people rate. */
  readonly inAnswers: InWorkbook
  /** The workshops at whose answers a facilitator looks while they rate. */
  readonly looks: Looks
  readonly permits: FilePermits
  readonly startReader: StartReader
  /** Reads a framework's file, and remembers the latest: the same file is checked again and again. */
  readonly readFramework: ReadFile
  /** The same for a file of ratings. */
  readonly readRatings: ReadFile
  readonly events: WorkbookEvents
  /** The program that a new workbook is told of. */
  readonly program: Program
  /** Results that follow the ratings as they come in. */
  readonly live: LiveResults
  /** Wipes words that people replaced in their turns. */
  readonly wiper: Wiper
  /** The drawer of reports as PDFs; null where the front has none. */
  readonly drawPdf: DrawPdf | null
  /** Files that are being written. */
  readonly underWay: UnderWay
  readonly log: Log
  /** Copies backups to the second place. */
  readonly copier: BackupCopier
  /** True where the start of the program named the second place. */
  readonly isSecondPlaceNamed: boolean
}

type NoContext = Record<never, never>

/** The contract to be implemented; `guardedBy` makes a router of what was. */
type ImplementedContract = ImplementerInternalWithMiddlewares<Contract, NoContext, NoContext>
export const os: ImplementedContract = implement(contract)

/**
 * The implementer of a whole router whose operations are shut while the laptop is in the room's hands: all but
 * those that `requireOpen` knows. It stands before every operation, so none can be without it. Errors that have a
 * code become the contract's own, once what a moved file endangers is rescued. The log is told how each ended.
 */
export const guardedBy = ({
  lock,
  rescue,
  log,
}: Pick<RouterParts, 'lock' | 'rescue' | 'log'>): Pick<ImplementedContract, 'router'> =>
  os.use(async ({ next, path }, input) => {
    const began = performance.now()
    try {
      requireOpen(lock, path, input)
      const result = await next()
      log.ended(path, performance.now() - began)
      return result
    } catch (thrown) {
      const error = await rescue.after(thrown)
      log.ended(path, performance.now() - began, error)
      if (!(error instanceof WorkbookError)) throw error
      throw new ORPCError(error.code, { message: error.message, data: error.data })
    }
  })

/**
 * Makes an operation on one workbook. `work` gets the open workbook and the rest of the input. `event` is
 * published to everyone who watches the workbook once `work` has returned, which is after its commit: an event,
 * or a function that makes it of the result, and returns null where there is nothing to tell.
 */
export type InWorkbook = <
  In extends Schema<unknown, OfWorkbook>,
  Out extends AnySchema,
  Result extends InferSchemaInput<Out>,
>(
  operation: ProcedureImplementer<NoContext, NoContext, In, Out, ErrorMap, Meta>,
  work: (
    workbook: Workbook,
    asked: WithoutWorkbook<InferSchemaOutput<In>>,
    signal: AbortSignal | undefined,
  ) => Result | Promise<Result>,
  event?: WorkbookEvent | ((result: Result) => WorkbookEvent | null),
) => ImplementedProcedure<NoContext, NoContext, In, Out, ErrorMap, Meta>

interface OfWorkbook {
  readonly workbook: string
}

/** An input without the id of its workbook; for a union, each member without it. */
type WithoutWorkbook<Input> = Input extends unknown ? Omit<Input, 'workbook'> : never

/**
 * The middleware of all operations on one workbook: finds the workbook of the input, which is valid by then, and
 * publishes the event. The operations throw UNKNOWN_WORKBOOK where the library has no such workbook.
 */
export function createInWorkbook(library: WorkbookLibrary, events: WorkbookEvents): InWorkbook {
  return (operation, work, event) =>
    operation.handler(async ({ input, signal }) => {
      const { workbook: id, ...asked } = input
      const result = await work(library.require(id), asked as WithoutWorkbook<typeof input>, signal)
      const told = typeof event === 'function' ? event(result) : event
      if (told) events.publish(id, told)
      return result
    })
}

/**
 * Makes an operation that tells what people answered: it is refused while one of the workshops that it is about is
 * rating, unless a facilitator looks at the answers so far. The operations throw ROUND_UNDER_WAY.
 */
export function createInAnswers(inWorkbook: InWorkbook, looks: Looks): InWorkbook {
  return (operation, work, event) =>
    inWorkbook(
      operation,
      (workbook, asked, signal) => {
        looks.refuseUnseen(workbook, asked)
        return work(workbook, asked, signal)
      },
      event,
    )
}

/** Publishes what was committed to a workbook to everyone who watches it. */
interface WorkbookEvents {
  readonly publish: (workbook: string, event: WorkbookEvent) => void
  /** First `ready`, then each event from now on, until `signal` aborts. */
  readonly watch: (workbook: string, signal?: AbortSignal) => AsyncGenerator<WorkbookEvent>
  /** Ends every watch, as when the laptop goes into the room's hands. */
  readonly endWatches: () => void
}

/** Events of all open workbooks of one engine. */
export function createWorkbookEvents(): WorkbookEvents {
  const publisher = new EventPublisher<Record<string, WorkbookEvent>>()
  let watching = new AbortController()
  return {
    endWatches: () => {
      watching.abort()
      watching = new AbortController()
    },
    publish: (workbook, event) => publisher.publish(workbook, event),
    watch: async function* (workbook, signal) {
      // Subscribed before `ready` is sent, so that nothing after `ready` is missed.
      const ended = watching.signal
      const either = signal ? AbortSignal.any([signal, ended]) : ended
      const events = publisher.subscribe(workbook, { signal: either })
      try {
        yield { kind: 'ready' }
        yield* events
      } catch (error) {
        if (!ended.aborted) throw error
      }
    },
  }
}

/** Work that should come to its end before a program does, such as a file that is being written. */
interface UnderWay {
  /** Counts work in, and returns its result. */
  readonly track: <Result>(work: Promise<Result>) => Promise<Result>
  /** Resolves once all work has ended, whether it succeeded or failed. */
  readonly settled: () => Promise<void>
}

/** A tracker with no work under way. */
export function createUnderWay(): UnderWay {
  const running = new Set<Promise<unknown>>()
  const settled = async (): Promise<void> => {
    if (running.size === 0) return
    await Promise.allSettled(running)
    await settled()
  }
  return {
    track: work => {
      running.add(work)
      const end = () => running.delete(work)
      work.then(end, end)
      return work
    },
    settled,
  }
}
