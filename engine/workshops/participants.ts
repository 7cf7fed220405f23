import { v7 as uuidv7 } from 'uuid'
import type { Participant, ParticipantProgress } from '../../shared/model/workshop.ts'
import { WorkbookError } from '../errors.ts'
import { currentVersion } from '../frameworks/current.ts'
import {
  appendParticipantRecord,
  getAllMadeCodes,
  getAllProgress,
  getParticipant,
  hasParticipantCode,
} from '../store/participants.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { currentRound, indicatorsOfRound } from './rounds.ts'
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
  const { store } = workbook
  return store.transaction(() => {
    const workshop = requireWorkshop(store, wanted.workshop)
    if (!workshop.groups.includes(wanted.group)) {
      throw new WorkbookError('UNKNOWN_GROUP', { group: wanted.group, groups: workshop.groups })
    }
    const code = wanted.code ?? nextCode(getAllMadeCodes(store))
    if (hasParticipantCode(store, workshop.id, code)) {
      throw new WorkbookError('PARTICIPANT_CODE_TAKEN', { code })
    }
    const id = uuidv7()
    const { group } = wanted
    const participant = { id, workshop: workshop.id, code, group, recordedAt: workbook.clock() }
    appendParticipantRecord(store, { ...participant, participant: id, device: workbook.device })
    return participant
  })
}

/** The participant with this id. Throws UNKNOWN_PARTICIPANT. */
export function requireParticipant(store: ReadableStore, id: string): Participant {
  const participant = getParticipant(store, id)
  if (!participant) throw new WorkbookError('UNKNOWN_PARTICIPANT', { participant: id })
  return participant
}

/**
 * The participants of a workshop with their progress in a round; left out, in the one that is being
 * rated. Throws UNKNOWN_WORKSHOP.
 */
export function listProgress(
  store: ReadableStore,
  { workshop, round: wanted }: { readonly workshop: string; readonly round?: number | undefined },
): readonly ParticipantProgress[] {
  const round = wanted ?? currentRound(store, workshop).round
  const asked = indicatorsOfRound(store, { workshop, round })
  return getAllProgress(store, { workshop, round, asked, framework: currentVersion(store).hash })
}

/**
 * The next code, P01, P02, ... P100: one more than the highest in the workbook, so that a code names
 * one person in all its workshops.
 */
export function nextCode(codes: readonly string[]): string {
  const numbers = codes.map(code => Number(code.slice(1))).filter(Number.isSafeInteger)
  const next = numbers.reduce((highest, number) => Math.max(highest, number), 0) + 1
  return `P${String(next).padStart(2, '0')}`
}
