import type { NamedParticipant } from '../../shared/model/workshop.ts'
import { withName } from '../people/names.ts'
import { setStartGroup } from '../store/records/starts.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { correctParticipant, requireGroup, requireParticipant } from '../workshops/participants.ts'
import { requireWorkshop } from '../workshops/workshops.ts'
import { type NamedTurn, requireOpenTurn } from './held.ts'

/**
 * Puts a person into the group that they say is theirs, while their turn is open. Of somebody who has said nothing yet
 * the wrong group is nowhere then; of anybody else it stays in the history. Throws TURN_OVER, UNKNOWN_GROUP.
 */
export function correctOwnGroup(
  workbook: Workbook,
  { group, ...named }: NamedTurn & { readonly group: string },
): NamedParticipant {
  const { store } = workbook
  return store.transaction(() => {
    const { participant, start } = requireOpenTurn(store, named)
    if (start) {
      requireGroup(requireWorkshop(store, start.participant.workshop), group)
      setStartGroup(store, participant, group)
      return withName(store, { ...start.participant, group })
    }
    const { code } = requireParticipant(store, participant)
    return withName(store, correctParticipant(workbook, { participant, code, group }))
  })
}
