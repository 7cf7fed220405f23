import { createCopier } from './backups/copy-backups.ts'
import { nameSecondPlace } from './backups/second-place.ts'
import { conflictOperations } from './conflicts/operations.ts'
import { consentOperations } from './consent/operations.ts'
import { diaryOperations } from './diary/operations.ts'
import {
  commentOperations,
  discussionOperations,
  suggestionOperations,
} from './discussion/operations.ts'
import { secondPlaceAtStart } from './disk/library-folder.ts'
import { WorkbookError } from './errors.ts'
import { chartOperations, exportOperations } from './exports/operations.ts'
import type { FilePermits } from './files/permits.ts'
import type { StartReader } from './files/reader-process.ts'
import { rememberReading } from './files/spreadsheet/read-spreadsheet.ts'
import { DEFAULT_LIMITS } from './files/spreadsheet/spreadsheet.ts'
import type { DrawPdf } from './files/write/pdf.ts'
import { frameworkOperations, versionOperations } from './frameworks/operations.ts'
import { FRAMEWORK_LIMITS } from './frameworks/read/check-file.ts'
import { handsOperations } from './hands/operations.ts'
import { keyOperations } from './keys/operations.ts'
import { type Lock, openLock } from './lock/lock.ts'
import { lockOperations, roomOperations } from './lock/operations.ts'
import {
  createInAnswers,
  createInWorkbook,
  createUnderWay,
  createWorkbookEvents,
  guardedBy,
  type RouterParts,
} from './operation.ts'
import { mergeOperations, packageOperations } from './packages/operations.ts'
import { paperOperations } from './paper/operations.ts'
import { personOperations } from './people/operations.ts'
import { type Clock, systemClock } from './program.ts'
import { provenanceOperations } from './provenance/operations.ts'
import { ratingOperations } from './ratings/operations.ts'
import { createLiveResults } from './results/live-results.ts'
import { resultOperations } from './results/operations.ts'
import { createLooks } from './rounds/looks.ts'
import { roundOperations } from './rounds/operations.ts'
import { ruleOperations } from './rules/operations.ts'
import { studyOperations } from './study/operations.ts'
import { type Log, openLog } from './support/log.ts'
import { turnOperations } from './turns/operations.ts'
import { createWiper } from './turns/wipe.ts'
import { withdrawalOperations } from './withdrawal/operations.ts'
import { openLibrary } from './workbooks/library.ts'
import { libraryOperations, programOperations, workbookOperations } from './workbooks/operations.ts'
import { createRescue } from './workbooks/rescue.ts'
import { participantOperations, workshopOperations } from './workshops/operations.ts'

/** The parts that a front brings to start an engine. */
export interface EngineOptions {
  /** The folder that holds this laptop's workbooks; made if it is not there. */
  readonly libraryFolder: string
  readonly appVersion: string
  readonly permits: FilePermits
  /** Starts one disposable process that parses foreign files. */
  readonly startReader: StartReader
  /** Draws a report as a PDF, where the front has something that can. */
  readonly drawPdf?: DrawPdf
  /** The folder that backups are copied to, where the start names one; otherwise the one that a person named. */
  readonly secondPlace?: string | undefined
  /** The clock that records are stamped with; the laptop's own unless said otherwise. */
  readonly clock?: Clock
}

/** A running engine: the contract's operations, and the files that people let it touch. */
export interface Engine {
  readonly router: EngineRouter
  readonly permits: FilePermits
  /** The facilitator's lock, for a front to follow; it has no file chosen while the room has the laptop. */
  readonly lock: Pick<Lock, 'state' | 'onChange'>
  /** The log, for a front to note its own faults in. */
  readonly log: Pick<Log, 'fault'>
  /** Resolves once no export is being written any more, and no backup copied to the second place, also after `close`. */
  readonly written: () => Promise<void>
  /** Closes every open workbook. */
  readonly close: () => void
}

/** The time between two backups of what people rate in, in milliseconds. */
const BACKUP_MS = 10 * 60 * 1000

/** Starts an engine over a library folder. It is the only owner of the workbooks in it. */
export function createEngine(options: EngineOptions): Engine {
  const { appVersion, clock = systemClock, permits, startReader, drawPdf = null } = options
  const program = { appVersion, clock, keyFolder: options.libraryFolder }
  const log = openLog(options.libraryFolder, program)
  const copier = createCopier(options.libraryFolder, clock, (ms, thrown) =>
    log.ended(['backup', 'copy'], ms, thrown ?? undefined),
  )
  const library = openLibrary(options.libraryFolder, program, copier.bringUpToDate)
  const namedAtStart = options.secondPlace ?? secondPlaceAtStart()
  if (namedAtStart !== null) nameIfPossible(options.libraryFolder, namedAtStart, clock)
  const underWay = createUnderWay()
  const events = createWorkbookEvents()
  const lock = openLock(options.libraryFolder, clock)
  const looks = createLooks()
  lock.onChange(({ room }) => {
    if (room === null) return
    events.endWatches()
    looks.end()
  })
  const inWorkbook = createInWorkbook(library, events)
  const wiper = createWiper()
  const router = createRouter({
    library,
    rescue: createRescue({ library, startReader, program }),
    lock,
    permits,
    startReader,
    readFramework: rememberReading(startReader, FRAMEWORK_LIMITS),
    readRatings: rememberReading(startReader, DEFAULT_LIMITS),
    inWorkbook,
    inAnswers: createInAnswers(inWorkbook, looks),
    looks,
    events,
    live: createLiveResults(),
    wiper,
    drawPdf,
    underWay,
    program,
    log,
    copier,
    isSecondPlaceNamed: namedAtStart !== null,
  })
  const everyTenMinutes = () => {
    log.summarise()
    library.backUp()
    copier.bringUpToDate()
  }
  const backingUp = setInterval(everyTenMinutes, BACKUP_MS).unref()
  const close = () => {
    clearInterval(backingUp)
    wiper.close()
    library.close()
    log.close()
  }
  const written = async () => {
    await underWay.settled()
    await copier.settled()
  }
  return { router, permits, lock, log, written, close }
}

/** Names the second place that the start of the program tells; over a full disk it is told again at the next one. */
function nameIfPossible(library: string, folder: string, clock: Clock): void {
  try {
    nameSecondPlace(library, folder, clock())
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error
  }
}

export type EngineRouter = ReturnType<typeof createRouter>

/** Maps each operation of the contract to the function that does it, and does nothing else. */
function createRouter(parts: RouterParts) {
  return guardedBy(parts).router({
    program: programOperations(parts),
    library: libraryOperations(parts),
    workbook: workbookOperations(parts),
    framework: frameworkOperations(parts),
    version: versionOperations(parts),
    study: studyOperations(parts),
    consent: consentOperations(parts),
    diary: diaryOperations(parts),
    workshop: workshopOperations(parts),
    participant: participantOperations(parts),
    turn: turnOperations(parts),
    rating: ratingOperations(parts),
    paper: paperOperations(parts),
    hands: handsOperations(parts),
    round: roundOperations(parts),
    suggestion: suggestionOperations(parts),
    comment: commentOperations(parts),
    discussion: discussionOperations(parts),
    person: { ...personOperations(parts), ...withdrawalOperations(parts) },
    results: resultOperations(parts),
    exports: exportOperations(parts),
    rule: ruleOperations(parts),
    charts: chartOperations(parts),
    provenance: provenanceOperations(parts),
    package: packageOperations(parts),
    merge: mergeOperations(parts),
    conflict: conflictOperations(parts),
    keys: keyOperations(parts),
    lock: lockOperations(parts),
    room: roomOperations(parts),
  })
}
