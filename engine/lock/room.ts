import type { Proof, RoomHold, RoomInfo } from '../../shared/model/lock.ts'
import type { JoinedParticipant, NamedParticipant } from '../../shared/model/workshop.ts'
import { readInformation } from '../consent/information.ts'
import { WorkbookError } from '../errors.ts'
import { currentGlossary } from '../frameworks/glossary/keep-glossary.ts'
import { picturesOf } from '../frameworks/pictures/keep-pictures.ts'
import { translationsOf } from '../frameworks/translations/keep-translations.ts'
import { currentFramework } from '../frameworks/versions/current-version.ts'
import { findParticipants } from '../people/find.ts'
import { letJoin } from '../people/join.ts'
import { readNames, withName } from '../people/names.ts'
import { findByRecallWords, firstWordFits, keepFirstWord } from '../people/recall-words.ts'
import { letStart, requirePresent } from '../people/starts.ts'
import { markTest } from '../people/test-participants.ts'
import { readAskedByGroup } from '../rounds/asked-by-group.ts'
import { listOpened } from '../rounds/rounds.ts'
import { nextRoundOf, roundOf } from '../rounds/standings.ts'
import { getStart } from '../store/records/starts.ts'
import { isTestParticipant } from '../store/records/test-participants.ts'
import { getAllParticipants } from '../store/records/workshops.ts'
import type { ReadableStore } from '../store/store.ts'
import type { WorkbookLibrary } from '../workbooks/library.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { type NewParticipant, requireParticipant } from '../workshops/participants.ts'
import { requireWorkshop } from '../workshops/workshops.ts'
import type { Lock, RoomPlace } from './lock.ts'

/**
 * Gives the laptop to a room that is there. Throws UNKNOWN_WORKBOOK, UNKNOWN_WORKSHOP, UNKNOWN_PARTICIPANT,
 * PIN_UNDECIDED.
 */
export function enterRoom(lock: Lock, library: WorkbookLibrary, place: RoomPlace): void {
  const { store } = library.require(place.workbook)
  requireWorkshop(store, place.workshop)
  if (place.participant !== undefined) {
    const { workshop } = requireParticipant(store, place.participant)
    if (workshop !== place.workshop) {
      throw new WorkbookError('UNKNOWN_PARTICIPANT', { participant: place.participant })
    }
  }
  lock.enter(place)
}

/** The facts for the screens of the room that has the laptop. Throws NOT_IN_ROOM. */
export function roomInfo(lock: Lock, library: WorkbookLibrary): RoomInfo {
  const { workbook, workshop, participant, round, isPractice } = heldRoom(lock)
  const { store, scale } = library.require(workbook)
  const { title, groups } = requireWorkshop(store, workshop)
  const turn =
    participant === null
      ? null
      : {
          participant: withName(store, requirePresent(store, participant)),
          asked: roundOf(store, participant, round),
        }
  const isClosed = listOpened(store, workshop).at(-1)?.isClosed === true
  const framework = currentFramework(store)
  const byGroup = readAskedByGroup(store, workshop)
  const asked = groups.map(group => byGroup.of(group)?.size ?? framework.indicators.length)
  return {
    ...{ title, groups, isClosed, turn, scale: scale.length },
    framework,
    mostAsked: Math.max(...asked),
    glossary: currentGlossary(store)?.terms ?? [],
    translations: [...translationsOf(store, framework.hash)],
    pictures: [...picturesOf(store, framework.hash)],
    information: isPractice ? null : readInformation(store),
  }
}

/** Somebody who comes in: their group, and the text that they agreed to. */
interface Newcomer {
  readonly group: string
  readonly agreedTo?: string | undefined
}

/**
 * Lets in a new person of this group, who is recorded with the first thing that they say. Throws NOT_IN_ROOM,
 * SOMEBODY_IS_RATING, UNKNOWN_GROUP, and NOT_AGREED unless they try the rating alone.
 */
export function joinRoom(
  lock: Lock,
  library: WorkbookLibrary,
  { group, agreedTo }: Newcomer,
): JoinedParticipant {
  const { workbook: id, workshop, isPractice } = requireFreeRoom(lock)
  const workbook = library.require(id)
  const newcomer = { workshop, group }
  const joined = isPractice ? letTry(workbook, newcomer) : letStart(workbook, newcomer, agreedTo)
  lock.letIn(joined.id)
  return joined
}

/** Lets in somebody who tries the rating: a test from the start, so that nothing of theirs ever counts. */
function letTry(workbook: Workbook, newcomer: NewParticipant): JoinedParticipant {
  return workbook.store.transaction(() => {
    const joined = letJoin(workbook, newcomer)
    markTest(workbook, joined.id, true)
    return joined
  })
}

/** Refuses a person whose answers count where a room only tries the rating. Throws NOT_RECOGNISED. */
function requireFitting({ isPractice }: RoomHold, store: ReadableStore, participant: string): void {
  if (isPractice && !isTestParticipant(store, participant)) {
    throw new WorkbookError('NOT_RECOGNISED', {})
  }
}

/** The way in which somebody who was here before says who they are. */
export interface Returning {
  readonly code: string
  readonly words: string
}

/**
 * Lets in somebody who was here before. The forty bits of their words and the tenth of a second that a try takes keep
 * others from guessing. Throws NOT_IN_ROOM, SOMEBODY_IS_RATING, NOT_RECOGNISED.
 */
export function comeBackToRoom(lock: Lock, library: WorkbookLibrary, returning: Returning): void {
  const room = requireFreeRoom(lock)
  const { workshop } = room
  const workbook = library.require(room.workbook)
  const coded = findParticipants(workbook.store, returning.code, workshop).map(one => one.id)
  const found = findByRecallWords(workbook.store, coded, returning.words)
  if (found === undefined) throw new WorkbookError('NOT_RECOGNISED', {})
  requireFitting(room, workbook.store, found)
  keepFirstWord(workbook, found, returning.words)
  lock.letIn(found)
}

/**
 * The people of the room, for a facilitator who proves who they are. Throws NOT_IN_ROOM, SOMEBODY_IS_RATING, and as
 * `prove` does.
 */
export function listForFacilitator(
  lock: Lock,
  library: WorkbookLibrary,
  proof: Proof | undefined,
): readonly NamedParticipant[] {
  const { workbook, workshop } = requireFreeRoom(lock)
  const { store } = library.require(workbook)
  lock.prove(proof)
  const nameOf = readNames(store)
  return getAllParticipants(store, workshop).map(one => ({ ...one, name: nameOf(one) }))
}

/** A person whom the facilitator lets in. */
export interface LetIn {
  readonly participant: string
  readonly proof?: Proof | undefined
}

/**
 * Lets in somebody of the room who does not know their words, as a facilitator says who they are. Throws NOT_IN_ROOM,
 * SOMEBODY_IS_RATING, UNKNOWN_PARTICIPANT, and as `prove` does.
 */
export function letInByFacilitator(
  lock: Lock,
  library: WorkbookLibrary,
  { participant, proof }: LetIn,
): void {
  const room = requireFreeRoom(lock)
  const { store } = library.require(room.workbook)
  lock.prove(proof)
  if (requireParticipant(store, participant).workshop !== room.workshop) {
    throw new WorkbookError('UNKNOWN_PARTICIPANT', { participant })
  }
  requireFitting(room, store, participant)
  lock.letIn(participant)
}

/** The room that has the laptop, with nobody let in. Throws NOT_IN_ROOM, SOMEBODY_IS_RATING. */
function requireFreeRoom(lock: Lock) {
  const room = heldRoom(lock)
  if (room.participant !== null) throw new WorkbookError('SOMEBODY_IS_RATING', {})
  return room
}

/**
 * Leads the person who has ended a round straight into the next one that they are asked for; null where there is none,
 * so that they hand over. Throws NOT_IN_ROOM.
 */
export function goOnToNextRound(
  lock: Lock,
  library: WorkbookLibrary,
  ended: number,
): number | null {
  const { workbook, participant, isCovered } = heldRoom(lock)
  if (participant === null || isCovered) return null
  const { store } = library.require(workbook)
  const next = getStart(store, participant) ? null : nextRoundOf(store, participant, ended)
  if (next !== null) lock.goOnWith(next)
  return next
}

/** Lets the person behind a covered screen go on. Throws NOT_IN_ROOM, WORD_DIFFERS. */
export function goOnInRoom(lock: Lock, library: WorkbookLibrary, word: string): void {
  const { store } = library.require(heldRoom(lock).workbook)
  lock.goOn(participant => firstWordFits(store, participant, word))
}

/** The room that has the laptop. Throws NOT_IN_ROOM. */
export function heldRoom(lock: Lock) {
  const room = lock.room()
  if (room === null) throw new WorkbookError('NOT_IN_ROOM', {})
  return room
}
