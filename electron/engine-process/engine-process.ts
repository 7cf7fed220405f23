import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createEngine, type Engine } from '../../engine/engine.ts'
import { createFilePermits } from '../../engine/files/permits.ts'
import { forkReader, type StartReader } from '../../engine/files/reader-process.ts'
import { assertNever } from '../../shared/assert-never.ts'
import type { LockState } from '../../shared/model/lock.ts'
import type { EngineStart, ToEngine } from '../engine-messages.ts'
import { portAnswerer } from './answer-port.ts'
import {
  askForPdf,
  askForReader,
  type EngineParent,
  parentOfNode,
  parentOfUtility,
} from './engine-parent.ts'

/** The time that writing may take at the end; main ends the process by force a little later. */
const WRITING_LIMIT_MS = 4_000

/** Runs one engine, which starts and closes when main asks for it. */
function serve(parent: EngineParent, startReader: () => StartReader): void {
  let engine: Engine | undefined
  const drawPdf = askForPdf(parent)
  const begin = (start: EngineStart) => {
    const started = createEngine({
      ...start,
      permits: createFilePermits(),
      startReader: startReader(),
      drawPdf,
    })
    parent.onLine(portAnswerer(started.router))
    tellOfLock(parent, started)
    engine = started
  }
  const closeAll = () => {
    engine?.close()
    engine = undefined
  }
  // What is being written is finished, or taken away again, before the process is ended.
  const closeAfterWriting = async () => {
    await Promise.race([engine?.written(), new Promise(end => setTimeout(end, WRITING_LIMIT_MS))])
    closeAll()
    parent.send({ kind: 'closed' })
  }
  parent.onMessage(message => {
    switch (message.kind) {
      case 'start':
        return begin(message.start)
      case 'grant':
        return grant(parent, engine, message)
      case 'close':
        return void closeAfterWriting()
      case 'line':
      case 'line-message':
      case 'line-closed':
      case 'reader-reply':
      case 'reader-ended':
      case 'pdf-drawn':
        // These are for the parent's lines, readers and pages, which listen for themselves.
        return
      default:
        return assertNever(message)
    }
  })
  parent.onGone(() => {
    closeAll()
    process.exit()
  })
}

/** Tells main who has the laptop: main asks no page, as a page is what the people in a room could play with. */
function tellOfLock(parent: EngineParent, { lock }: Engine): void {
  const tell = ({ room }: LockState) => parent.send({ kind: 'lock', isInRoom: room !== null })
  lock.onChange(tell)
  try {
    tell(lock.state())
  } catch (fault) {
    // The engine then refuses everything, and tells the page why; there is no room to be shut in.
    console.error(fault)
  }
}

function grant(
  parent: EngineParent,
  engine: Engine | undefined,
  { request, file }: Extract<ToEngine, { kind: 'grant' }>,
): void {
  if (engine) parent.send({ kind: 'granted', request, permit: engine.permits.grant(file) })
}

// Ctrl+C in a terminal reaches every process of the group; it is main who then asks for the close.
process.on('SIGINT', () => undefined)

if (process.parentPort) {
  const parent = parentOfUtility(process.parentPort)
  serve(parent, () => askForReader(parent))
} else {
  // So does the end of a session. A utility process keeps its default: it is how main ends one.
  process.on('SIGTERM', () => undefined)
  const reader = pathToFileURL(join(__dirname, 'reader.cjs'))
  serve(parentOfNode(process), () => forkReader(reader))
}
