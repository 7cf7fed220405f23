import type { JoinedParticipant } from '../../shared/model/workshop.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { addParticipant, type NewParticipant } from '../workshops/participants.ts'
import { withName } from './names.ts'
import { makeRecallWords } from './recall-words.ts'

/**
 * Lets a person come in: adds them to a workshop, and makes the four words that are theirs alone. Throws as
 * `addParticipant` does.
 */
export function letJoin(workbook: Workbook, wanted: NewParticipant): JoinedParticipant {
  const { store } = workbook
  return store.transaction(() => {
    const joined = addParticipant(workbook, wanted)
    return { ...withName(store, joined), words: makeRecallWords(workbook, joined.id) }
  })
}
