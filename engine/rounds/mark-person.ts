import { v7 as uuidv7 } from 'uuid'
import type { AskedOf, MarkedStanding } from '../../shared/model/workshop.ts'
import { WorkbookError } from '../errors.ts'
import { getLinkedInWorkshop } from '../store/records/people.ts'
import { appendSupersession } from '../store/records/ratings.ts'
import { appendPersonRound, getCurrentPersonRounds } from '../store/records/rounds.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireParticipant } from '../workshops/participants.ts'
import { listOpened } from './rounds.ts'
import { roundOf } from './standings.ts'

/** A person's standing in a round, as they or the facilitator say. */
export interface PersonMark {
  readonly participant: string
  readonly round: number
  readonly standing: MarkedStanding
}

/**
 * Records how a person stands to a round: finished, as they say; excused from it, or asked for it once more, as
 * the facilitator says. What was said of the same person as another participant of the workshop gives way to it.
 * Nothing is stored where it was said already. Throws UNKNOWN_PARTICIPANT, UNKNOWN_ROUND.
 * Returns what the person is asked for now.
 */
export function markPerson(workbook: Workbook, { standing, ...key }: PersonMark): AskedOf {
  const { store } = workbook
  return store.transaction(() => {
    const { workshop } = requireParticipant(store, key.participant)
    if (!listOpened(store, workshop).some(({ round }) => round === key.round)) {
      throw new WorkbookError('UNKNOWN_ROUND', { round: key.round })
    }
    for (const participant of getLinkedInWorkshop(store, key.participant)) {
      recordMark(workbook, { participant, round: key.round, standing }, key.participant)
    }
    return roundOf(store, key.participant)
  })
}

function recordMark({ store, device, clock }: Workbook, mark: PersonMark, named: string): void {
  const before = getCurrentPersonRounds(store, mark)
  const isWanted = mark.participant === named || before.length > 0
  const isSaid = before.length > 0 && before.every(one => one.standing === mark.standing)
  if (!isWanted || isSaid) return
  const id = uuidv7()
  appendPersonRound(store, { ...mark, id, recordedAt: clock(), device })
  for (const one of before) appendSupersession(store, { record: id, superseded: one.id })
}
