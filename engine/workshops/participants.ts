import { v7 as uuidv7 } from 'uuid'
import type { Participant, Workshop } from '../../shared/model/workshop.ts'
import { WorkbookError } from '../errors.ts'
import { laptopTag } from '../people/laptop-tag.ts'
import { isName } from '../people/names.ts'
import { appendSupersession } from '../store/records/ratings.ts'
import { getPersonOfSheet } from '../store/records/sheets.ts'
import {
  appendParticipantRecord,
  getAllCodesLike,
  getCurrentParticipantRecordIds,
  getParticipant,
  hasParticipantCode,
} from '../store/records/workshops.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireWorkshop } from './workshops.ts'

/** A person on their way into a workshop; without a `code` the app makes one. */
export interface NewParticipant {
  readonly workshop: string
  readonly group: string
  readonly code?: string
}

/**
 * Adds one person to a workshop. Throws UNKNOWN_WORKSHOP, UNKNOWN_GROUP, PARTICIPANT_CODE_TAKEN.
 */
export function addParticipant(workbook: Workbook, wanted: NewParticipant): Participant {
  return workbook.store.transaction(() => {
    const participant = describeNewcomer(workbook, wanted)
    recordParticipant(workbook, participant)
    return participant
  })
}

/** Describes somebody new, with an id and a code, and records nothing yet. Throws as `addParticipant` does. */
export function describeNewcomer(workbook: Workbook, wanted: NewParticipant): Participant {
  const { store } = workbook
  const { group } = wanted
  const workshop = requireWorkshop(store, wanted.workshop)
  requireGroup(workshop, group)
  const code = wanted.code ?? freshCode(workbook)
  // Somebody whose sheet was printed, and who answers by another way, is the person of that sheet.
  const printed = wanted.code === undefined ? null : personOfSheet(store, workshop.id, code)
  if (printed === null && isTaken(store, workshop.id, code)) {
    throw new WorkbookError('PARTICIPANT_CODE_TAKEN', { code })
  }
  return {
    id: printed ?? uuidv7(),
    workshop: workshop.id,
    code,
    group,
    recordedAt: workbook.clock(),
  }
}

/** Records somebody new as they were described. Call it inside a transaction. */
export function recordParticipant({ store, device }: Workbook, participant: Participant): void {
  appendParticipantRecord(store, { ...participant, participant: participant.id, device })
}

/** Refuses a group that a workshop does not have. Throws UNKNOWN_GROUP. */
export function requireGroup({ groups }: Pick<Workshop, 'groups'>, group: string): void {
  if (!groups.includes(group)) throw new WorkbookError('UNKNOWN_GROUP', { group, groups })
}

/** The participant with this id. Throws UNKNOWN_PARTICIPANT. */
export function requireParticipant(store: ReadableStore, id: string): Participant {
  const participant = getParticipant(store, id)
  if (!participant) throw new WorkbookError('UNKNOWN_PARTICIPANT', { participant: id })
  return participant
}

/**
 * The next code that a laptop makes, KUB-01, KUB-02, ... KUB-100: one more than the highest of that laptop in the
 * workbook, so that a code names one person in all its workshops.
 */
export function nextCode(laptop: string, codes: readonly string[]): string {
  const numbers = codes.map(code => Number(code.slice(laptop.length + 1)))
  const highest = numbers.filter(Number.isSafeInteger).reduce((a, b) => Math.max(a, b), 0)
  return `${laptop}-${String(highest + 1).padStart(2, '0')}`
}

/** The id that a sheet of this code keeps for somebody who is no participant yet; null where there is none. */
function personOfSheet(store: ReadableStore, workshop: string, code: string): string | null {
  const id = getPersonOfSheet(store, { workshop, code })
  return id !== undefined && getParticipant(store, id) === undefined ? id : null
}

/** Tests whether somebody in the workshop has this code, or might be called so: `P01 (laptop KUB)`. */
const isTaken = (store: ReadableStore, workshop: string, code: string): boolean =>
  hasParticipantCode(store, workshop, code) || isName(code)

function freshCode({ store, device }: Workbook): string {
  const laptop = laptopTag(device)
  return nextCode(laptop, getAllCodesLike(store, `${laptop}-`))
}

/** A correction to a participant: another group, or another code. */
export interface ParticipantCorrection {
  readonly participant: string
  readonly code: string
  readonly group: string
}

/**
 * Puts right what was said of a participant. What was said before stays in the history, and where two
 * laptops said different things this ends it. Nothing is stored where nothing changes. Throws
 * UNKNOWN_PARTICIPANT, UNKNOWN_GROUP, PARTICIPANT_CODE_TAKEN.
 */
export function correctParticipant(
  workbook: Workbook,
  { participant: id, code, group }: ParticipantCorrection,
): Participant {
  const { store, device, clock } = workbook
  return store.transaction(() => {
    const before = requireParticipant(store, id)
    const workshop = requireWorkshop(store, before.workshop)
    const replaced = getCurrentParticipantRecordIds(store, id)
    if (before.code === code && before.group === group && replaced.length === 1) return before
    // A group that the workshop no longer lists may stay, but nobody can be moved into it.
    if (group !== before.group) requireGroup(workshop, group)
    const isOtherCode = code.toLowerCase() !== before.code.toLowerCase()
    if (isOtherCode && isTaken(store, before.workshop, code)) {
      throw new WorkbookError('PARTICIPANT_CODE_TAKEN', { code })
    }
    const corrected = { ...before, code, group, recordedAt: clock() }
    const record = uuidv7()
    appendParticipantRecord(store, { ...corrected, id: record, participant: id, device })
    for (const superseded of replaced) appendSupersession(store, { record, superseded })
    return corrected
  })
}
