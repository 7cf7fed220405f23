import { os, type RouterParts } from '../operation.ts'
import { enterRoom, goOnInRoom, heldRoom, joinRoom, roomInfo } from './room.ts'
import { watchLock } from './watch.ts'

/** The operations on the facilitator's lock. */
export const lockOperations = ({ lock, library }: RouterParts) => ({
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
    lock.unlock(input)
    return lock.state()
  }),
})

/** The operations of the room that has the laptop. */
export const roomOperations = ({ lock, library, events }: RouterParts) => ({
  get: os.room.get.handler(() => roomInfo(lock, library)),
  join: os.room.join.handler(({ input: { group } }) => {
    const joined = joinRoom(lock, library, group)
    const { id: participant, workshop } = joined
    events.publish(heldRoom(lock).workbook, {
      kind: 'participant-recorded',
      workshop,
      participant,
    })
    return joined
  }),
  handOver: os.room.handOver.handler(() => lock.handOver()),
  cover: os.room.cover.handler(() => lock.cover()),
  goOn: os.room.goOn.handler(({ input: { word } }) => goOnInRoom(lock, library, word)),
})
