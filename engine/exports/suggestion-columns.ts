import { SUGGESTION_WORDS } from '../../shared/messages/exports.ts'
import type { Column } from './column.ts'
import type { ExportedSuggestion } from './exported-suggestions.ts'

const column = (
  name: keyof typeof SUGGESTION_WORDS,
  width: number,
  value: Column<ExportedSuggestion>['value'],
): Column<ExportedSuggestion> => ({
  name,
  width,
  wraps: width > 24,
  words: SUGGESTION_WORDS[name],
  value,
})

/** The columns of what people suggest. */
export const SUGGESTION_COLUMNS: readonly Column<ExportedSuggestion>[] = [
  column('kind', 10, ({ kind }) => kind),
  column('indicator', 12, ({ indicator }) => indicator),
  column('title', 44, ({ title }) => title),
  column('suggestion', 60, ({ text }) => text),
  { ...column('round', 9, ({ round }) => round), format: 'whole' },
  column('group', 24, ({ person }) => person.group),
  column('workshop', 24, ({ person }) => person.workshop.title),
  column('participant', 13, ({ person }) => person.code),
]
