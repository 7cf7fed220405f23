import type { Description, DescriptionConflict } from '../../shared/model/conflict.ts'
import type { Participant } from '../../shared/model/workshop.ts'
import { WorkbookError } from '../errors.ts'
import { groupBy } from '../group-by.ts'
import { getAllDisputedDescriptions } from '../store/records/conflicts.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { correctParticipant } from '../workshops/participants.ts'

/** Every participant whom laptops describe differently, each with the codes and groups that stand beside each other. */
export function listDescriptions(store: ReadableStore): readonly DescriptionConflict[] {
  const rows = getAllDisputedDescriptions(store)
  return [...groupBy(rows, ({ participant }) => participant)].map(([participant, those]) => {
    const sides = those.map(({ participant: _, workshop: __, ...side }) => side)
    return { participant, workshop: those[0]?.workshop ?? '', sides: onceEach(sides) }
  })
}

/** One of those that say the same, as when two laptops made the same correction. */
const onceEach = (sides: readonly Description[]): Description[] => [
  ...new Map(sides.map(side => [JSON.stringify([side.code, side.group]), side])).values(),
]

/**
 * Chooses one of the descriptions of a participant by its id: an ordinary correction, which takes the place of all.
 * Throws NO_SUCH_CONFLICT, PARTICIPANT_CODE_TAKEN, UNKNOWN_GROUP.
 */
export function chooseDescription(workbook: Workbook, id: string): Participant {
  for (const { participant, sides } of listDescriptions(workbook.store)) {
    const chosen = sides.find(side => side.id === id)
    if (chosen) {
      const { code, group } = chosen
      return correctParticipant(workbook, { participant, code, group })
    }
  }
  throw new WorkbookError('NO_SUCH_CONFLICT', {})
}
