import { describeFault } from '../../engine/describe-fault.ts'
import type { Engine } from '../../engine/engine.ts'
import { assertNever } from '../../shared/assert-never.ts'
import type { LockState } from '../../shared/model/lock.ts'
import type { EngineStart, ToEngine } from '../engine-messages.ts'
import { portAnswerer } from './answer-port.ts'
import type { EngineParent } from './engine-parent.ts'

/** The time that writing may take at the end; main ends the process by force a little later. */
const WRITING_LIMIT_MS = 4_000

/** One engine, which starts and closes when main asks for it. */
interface Served {
  /** Closes every workbook once what is being written is finished, and tells main. Never rejects. */
  readonly close: () => Promise<void>
  /** Notes a fault that nothing caught in the engine's log. */
  readonly note: (fault: unknown) => void
}

/** Serves one engine, made by `begin` when main says so. */
export function serve(parent: EngineParent, beginEngine: (start: EngineStart) => Engine): Served {
  let engine: Engine | undefined
  const begin = (start: EngineStart) => {
    const started = beginEngine(start)
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
    const limit = new Promise(end => setTimeout(end, WRITING_LIMIT_MS))
    const closing = engine
    await attempt(() => Promise.race([closing?.written(), limit]))
    await attempt(closeAll)
    await attempt(() => Promise.race([closing?.written(), limit]))
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
  return { close: closeAfterWriting, note: fault => engine?.log.fault(fault) }
}

/** Does a step of the end; the next one follows whatever becomes of it, as what was acknowledged is on the disk. */
async function attempt(step: () => unknown): Promise<void> {
  try {
    await step()
  } catch (fault) {
    console.error(describeFault(fault))
  }
}

/** Tells main who has the laptop: main asks no page, as a page is what the people in a room could play with. */
function tellOfLock(parent: EngineParent, { lock }: Engine): void {
  const tell = ({ room }: LockState) => parent.send({ kind: 'lock', isInRoom: room !== null })
  lock.onChange(tell)
  try {
    tell(lock.state())
  } catch (fault) {
    // The engine then refuses everything, and tells the page why; there is no room to be shut in.
    console.error(describeFault(fault))
  }
}

function grant(
  parent: EngineParent,
  engine: Engine | undefined,
  { request, file }: Extract<ToEngine, { kind: 'grant' }>,
): void {
  if (engine) parent.send({ kind: 'granted', request, permit: engine.permits.grant(file) })
}
