import type { Scale } from '../../shared/model/scale.ts'
import type { Clock } from '../clock.ts'
import type { WritableStore } from '../store/store.ts'

/** An open workbook: what every use case is given. */
export interface Workbook {
  readonly store: WritableStore
  readonly id: string
  readonly title: string
  readonly scale: Scale
  /** True when its ratings are made up. */
  readonly madeUp: boolean
  readonly createdAt: string
  /** The format of the file: the number of the newest step of its schema. */
  readonly formatVersion: number
  /** The installation that writes now; every record carries it. */
  readonly device: string
  readonly clock: Clock
  /** The version of the program that has it open. */
  readonly appVersion: string
  /** The folder that keeps the key by which its packages are signed. */
  readonly keyFolder?: string | undefined
  /** Checkpoints the log into the file and lets go of it. */
  readonly close: () => void
}

/** What opening a workbook needs to know of the program around it. */
export interface Program {
  readonly appVersion: string
  readonly clock: Clock
  /** The folder that keeps the key by which packages are signed; without one they are not. */
  readonly keyFolder?: string
}
