import type { Contract } from '../../shared/contract/contract.ts'
import type { RoomHold } from '../../shared/model/lock.ts'
import { WorkbookError } from '../errors.ts'
import type { Lock } from './lock.ts'

/** An operation's path in the contract, such as `room.join`. */
type PathOf<Namespace extends keyof Contract> = Namespace extends keyof Contract
  ? `${Namespace}.${Extract<keyof Contract[Namespace], string>}`
  : never

/** A path, or every operation of a namespace. */
type Opening = PathOf<keyof Contract> | `${keyof Contract}.*`

/**
 * The operations that are open while the laptop is in the room's hands. Every other one is shut, so that a
 * new operation is until somebody writes it here.
 */
export const OPEN_IN_ROOM: readonly Opening[] = [
  'lock.state',
  'lock.watch',
  'lock.unlock',
  'room.*',
]

/** The operations that are open for the person who was let in, on their own answers alone. */
const OPEN_FOR_PERSON: readonly PathOf<keyof Contract>[] = [
  'turn.begin',
  'turn.get',
  'turn.save',
  'turn.correctGroup',
  'turn.end',
]

/** Refuses what is shut in the room's hands, whatever its input. Throws LOCKED. */
export function requireOpen(lock: Lock, path: readonly string[], input: unknown): void {
  const room = lock.room()
  if (room === null || isOpenInRoom(path)) return
  if (isOf(OPEN_FOR_PERSON, path) && isOwn(room, input)) return
  throw new WorkbookError('LOCKED', {})
}

const isOpenInRoom = (path: readonly string[]): boolean => isOf(OPEN_IN_ROOM, path)

const isOf = (list: readonly string[], path: readonly string[]): boolean =>
  list.includes(path.join('.')) || list.includes(`${path[0]}.*`)

/** Tests whether an input that nobody has checked yet is about the person who was let in. */
function isOwn({ workbook, participant, isCovered }: RoomHold, input: unknown): boolean {
  if (participant === null || isCovered || typeof input !== 'object' || input === null) return false
  return (
    'workbook' in input &&
    input.workbook === workbook &&
    'participant' in input &&
    input.participant === participant
  )
}
