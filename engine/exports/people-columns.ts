import { PARTICIPANT_WORDS } from '../../shared/messages/exports.ts'
import type { Column } from './column.ts'
import type { ExportedPerson } from './people.ts'

const column = (
  name: keyof typeof PARTICIPANT_WORDS,
  width: number,
  value: Column<ExportedPerson>['value'],
): Column<ExportedPerson> => ({ name, width, words: PARTICIPANT_WORDS[name], value })

/** The columns of the participants: codes and groups only. */
export const PEOPLE_COLUMNS: readonly Column<ExportedPerson>[] = [
  column('workshop_id', 38, ({ workshop }) => workshop.id),
  column('workshop', 24, ({ workshop }) => workshop.title),
  column('workshop_date', 15, ({ workshop }) => workshop.date),
  column('participant', 13, ({ code }) => code),
  column('group', 24, ({ group }) => group),
]
