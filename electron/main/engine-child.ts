import type { MessagePortMain } from 'electron'
import type { FromEngine, ToEngine } from '../engine-messages.ts'

/** A running engine process as main sees it, whichever kind of process that is. */
export interface EngineChild {
  readonly send: (message: ToEngine) => void
  /** Hands the engine a line to a window. */
  readonly openLine: (port: MessagePortMain) => void
  readonly onMessage: (listener: (message: FromEngine) => void) => void
  /** Sets a listener that is called once, when the process has ended for whatever reason. */
  readonly onExit: (listener: () => void) => void
  readonly kill: () => void
}
