import type { TurnEnd } from '../../shared/model/turn.ts'
import { WorkbookError } from '../errors.ts'
import { pictureContentOf } from '../frameworks/pictures/keep-pictures.ts'
import { os, type RouterParts } from '../operation.ts'
import { forgetStarts } from '../people/starts.ts'
import { endTurnOf } from '../turns/end.ts'
import {
  comeBackToRoom,
  enterRoom,
  goOnInRoom,
  goOnToNextRound,
  heldRoom,
  joinRoom,
  letInByFacilitator,
  listForFacilitator,
  roomInfo,
} from './room.ts'
import { watchLock } from './watch.ts'

/**
 * Ends the turn of whoever has the laptop, if it is still open, so that what they said is recorded and nobody goes on
 * with it.
 */
function endHeldTurn({ lock, library, events, wiper }: RouterParts, how: TurnEnd): void {
  const room = lock.room()
  if (room === null || room.participant === null) return
  const workbook = library.require(room.workbook)
  if (!endTurnOf(workbook, room.participant, how)) return
  wiper.now(workbook)
  events.publish(room.workbook, { kind: 'turn-ended' })
}

/** Ends that turn if it can be: from a full disk or a file that is gone a facilitator gets the laptop back, too. */
function endHeldTurnIfPossible(parts: RouterParts): void {
  try {
    endHeldTurn(parts, 'hand-over')
  } catch (error) {
    // What was saved stays a draft, which the next start of the program records.
    if (!(error instanceof WorkbookError)) throw error
  }
}

/** Forgets who came in and said nothing. Where it cannot be done now, the next one who comes in has it done. */
function forgetStartsIfPossible({ library }: RouterParts, workbook: string): void {
  try {
    forgetStarts(library.require(workbook))
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error
  }
}

/** The operations on the facilitator's lock. */
export const lockOperations = (parts: RouterParts) => {
  const { lock, library } = parts
  return {
    state: os.lock.state.handler(() => lock.state()),
    watch: os.lock.watch.handler(({ signal }) => watchLock(lock, signal)),
    setPin: os.lock.setPin.handler(({ input: { pin } }) => ({ words: lock.setPin(pin) })),
    goWithout: os.lock.goWithout.handler(({ input }) => {
      lock.goWithout(input)
      return lock.state()
    }),
    changePin: os.lock.changePin.handler(({ input: { proof, pin } }) => ({
      words: lock.changePin(proof, pin),
    })),
    setIdle: os.lock.setIdle.handler(({ input: { minutes } }) => {
      lock.setIdle(minutes)
      return lock.state()
    }),
    enter: os.lock.enter.handler(({ input }) => {
      enterRoom(lock, library, input)
      return lock.state()
    }),
    unlock: os.lock.unlock.handler(({ input }) => {
      const room = lock.room()
      lock.unlock(input, () => endHeldTurnIfPossible(parts))
      if (room !== null) forgetStartsIfPossible(parts, room.workbook)
      return lock.state()
    }),
  }
}

/** The operations of the room that has the laptop. */
export const roomOperations = (parts: RouterParts) => {
  const { lock, library } = parts
  return {
    get: os.room.get.handler(() => roomInfo(lock, library)),
    picture: os.room.picture.handler(({ input: { content } }) =>
      pictureContentOf(library.require(heldRoom(lock).workbook).store, content),
    ),
    join: os.room.join.handler(({ input }) => joinRoom(lock, library, input)),
    comeBack: os.room.comeBack.handler(({ input }) => comeBackToRoom(lock, library, input)),
    people: os.room.people.handler(({ input }) => listForFacilitator(lock, library, input.proof)),
    letIn: os.room.letIn.handler(({ input }) => letInByFacilitator(lock, library, input)),
    nextRound: os.room.nextRound.handler(({ input }) => ({
      round: goOnToNextRound(lock, library, input.ended),
    })),
    handOver: os.room.handOver.handler(() => {
      const { workbook } = heldRoom(lock)
      endHeldTurn(parts, 'hand-over')
      lock.handOver()
      forgetStartsIfPossible(parts, workbook)
    }),
    cover: os.room.cover.handler(() => {
      endHeldTurn(parts, 'cover')
      lock.cover()
    }),
    goOn: os.room.goOn.handler(({ input: { word } }) => goOnInRoom(lock, library, word)),
  }
}
