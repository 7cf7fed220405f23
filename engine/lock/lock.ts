import type { LockState, Proof, RoomHold } from '../../shared/model/lock.ts'
import { WorkbookError } from '../errors.ts'
import { newPassphrase, plainPhrase } from '../keys/phrases.ts'
import type { Clock } from '../program.ts'
import { isSecret, keepSecret } from './secret.ts'
import { type LockSettings, openSettings, type SettingsFile } from './settings.ts'
import { isSetBack, NO_TRIES, secondsToWait, waitAfter } from './tries.ts'

/** A room that a facilitator gives the laptop to, and the person if it is one who was there before. */
export interface RoomPlace {
  readonly workbook: string
  readonly workshop: string
  readonly participant?: string | undefined
  readonly round?: number | undefined
  /** True where whoever comes in only tries the rating. */
  readonly practice?: boolean | undefined
}

/** The facilitator's lock of a laptop; what it says holds over restarts. */
export interface Lock {
  readonly state: () => LockState
  /** The room whose hands the laptop is in; null while it is the facilitator's. */
  readonly room: () => RoomHold | null
  /** Sets the first PIN; gives the words that open the lock without it. Throws PIN_ALREADY_SET. */
  readonly setPin: (pin: string) => string
  /** Replaces PIN and words. Throws as `unlock` does. */
  readonly changePin: (proof: Proof, pin: string) => string
  /** Decides for no PIN. Throws as `unlock` does. */
  readonly goWithout: (proof?: Proof) => void
  readonly setIdle: (minutes: number) => void
  /** Has a facilitator prove who they are, and changes nothing else. Throws as `unlock` does. */
  readonly prove: (proof?: Proof) => void
  /** Gives the laptop to a room. Throws PIN_UNDECIDED. */
  readonly enter: (place: RoomPlace) => void
  /**
   * Gives it back to the facilitator; `first` is done once they have proved who they are. Throws WRONG_PIN,
   * PIN_MUST_WAIT, WRONG_WORDS.
   */
  readonly unlock: (proof?: Proof, first?: () => void) => void
  /** Lets a person of the room in. Throws NOT_IN_ROOM, SOMEBODY_IS_RATING. */
  readonly letIn: (participant: string) => void
  /** Has the person who was let in go on with a round. Throws NOT_IN_ROOM. */
  readonly goOnWith: (round: number) => void
  /** Ends the turn of the person who was let in. Throws NOT_IN_ROOM. */
  readonly handOver: () => void
  /** Covers the screen of the person who was let in. Throws NOT_IN_ROOM. */
  readonly cover: () => void
  /** Uncovers it by a word that fits. Throws NOT_IN_ROOM, WORD_DIFFERS. */
  readonly goOn: (fits: (participant: string) => boolean) => void
  /** Calls back after each change. Returns a function that stops it. */
  readonly onChange: (listener: (state: LockState) => void) => () => void
}

/** Opens the lock of a library, in the state in which it was left. */
export function openLock(folder: string, clock: Clock): Lock {
  const settings = openSettings(folder)
  const listeners = new Set<(state: LockState) => void>()
  const state = () => stateOf(settings.get(), clock())
  const change: Change = next => {
    settings.change(next)
    const now = state()
    for (const listener of [...listeners]) listener(now)
  }
  const prove = prover(settings, clock, change)
  return {
    state,
    room: () => roomOf(settings.get()),
    ...pinActions(settings, change, prove),
    ...roomActions(settings, change),
    prove,
    setIdle: idleMinutes => change({ idleMinutes }),
    unlock: (proof, first) => {
      prove(proof)
      first?.()
      change({ room: null })
    },
    onChange: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

type Change = (change: Partial<LockSettings>) => void
type Prove = (proof?: Proof) => void

function stateOf(settings: LockSettings, now: string): LockState {
  const { secrets, isWithout, idleMinutes, tries } = settings
  const pin = secrets ? 'set' : isWithout ? 'none' : 'undecided'
  return { pin, room: roomOf(settings), idleMinutes, waitSeconds: secondsToWait(tries, now) }
}

function roomOf({ room }: LockSettings): RoomHold | null {
  if (room === null) return null
  const { wordTries: _, ...hold } = room
  return hold
}

/** The check of a PIN or of the words; both pass where there is no PIN. */
function prover(settings: SettingsFile, clock: Clock, change: Change): Prove {
  const tryPin = (kept: NonNullable<LockSettings['secrets']>['pin'], pin: string) => {
    const now = clock()
    const { tries } = settings.get()
    const waitSeconds = secondsToWait(tries, now)
    if (waitSeconds > 0) {
      if (isSetBack(tries, now)) change({ tries: { ...tries, at: now } })
      throw new WorkbookError('PIN_MUST_WAIT', { waitSeconds })
    }
    // Counted before it is looked at, so that no kill or power cut makes a try free.
    const wrong = tries.wrong + 1
    change({ tries: { wrong, at: now } })
    if (isSecret(kept, pin)) return change({ tries: NO_TRIES })
    throw new WorkbookError('WRONG_PIN', { waitSeconds: waitAfter(wrong) })
  }
  return proof => {
    const { secrets } = settings.get()
    if (secrets === null) return
    if (proof === undefined) throw new WorkbookError('WRONG_PIN', { waitSeconds: 0 })
    if ('pin' in proof) return tryPin(secrets.pin, proof.pin)
    // Sixty random bits cannot be guessed, so a facilitator who has them never waits.
    if (!isSecret(secrets.words, plainPhrase(proof.words))) {
      throw new WorkbookError('WRONG_WORDS', {})
    }
    change({ tries: NO_TRIES })
  }
}

function pinActions(
  settings: SettingsFile,
  change: Change,
  prove: Prove,
): Pick<Lock, 'setPin' | 'changePin' | 'goWithout'> {
  const keep = (pin: string): string => {
    const words = newPassphrase()
    const secrets = { pin: keepSecret(pin), words: keepSecret(words) }
    change({ secrets, isWithout: false, tries: NO_TRIES })
    return words
  }
  return {
    setPin: pin => {
      if (settings.get().secrets !== null) throw new WorkbookError('PIN_ALREADY_SET', {})
      return keep(pin)
    },
    changePin: (proof, pin) => {
      prove(proof)
      return keep(pin)
    },
    goWithout: proof => {
      prove(proof)
      change({ secrets: null, isWithout: true })
    },
  }
}

/** The tries at the first of the four words; after them only the facilitator goes on. */
const WORD_TRIES = 5

function roomActions(
  settings: SettingsFile,
  change: Change,
): Pick<Lock, 'enter' | 'letIn' | 'goOnWith' | 'handOver' | 'cover' | 'goOn'> {
  const held = () => {
    const { room } = settings.get()
    if (room === null) throw new WorkbookError('NOT_IN_ROOM', {})
    return room
  }
  const nobody = { participant: null, round: null, isCovered: false, wordTries: 0 }
  return {
    enter: ({ workbook, workshop, participant = null, round = null, practice = false }) => {
      const { secrets, isWithout } = settings.get()
      if (secrets === null && !isWithout) throw new WorkbookError('PIN_UNDECIDED', {})
      change({
        room: { ...nobody, workbook, workshop, participant, round, isPractice: practice },
      })
    },
    letIn: participant => {
      const room = held()
      if (room.participant !== null) throw new WorkbookError('SOMEBODY_IS_RATING', {})
      change({ room: { ...room, ...nobody, participant } })
    },
    goOnWith: round => change({ room: { ...held(), round } }),
    handOver: () => change({ room: { ...held(), ...nobody } }),
    cover: () => {
      const room = held()
      if (room.participant !== null) change({ room: { ...room, isCovered: true } })
    },
    goOn: fits => {
      const room = held()
      if (room.participant === null || !room.isCovered) return
      const triesLeft = WORD_TRIES - room.wordTries - 1
      if (triesLeft < 0) throw new WorkbookError('WORD_DIFFERS', { triesLeft: 0 })
      if (!fits(room.participant)) {
        change({ room: { ...room, wordTries: room.wordTries + 1 } })
        throw new WorkbookError('WORD_DIFFERS', { triesLeft })
      }
      change({ room: { ...room, isCovered: false, wordTries: 0 } })
    },
  }
}
