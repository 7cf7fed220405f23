import type { ExportScope } from '../../shared/model/exports.ts'
import { groupBy } from '../frameworks/group-by.ts'
import { getAllSuggestionsToExport, type SuggestionToExport } from '../store/export-remarks.ts'
import type { ReadableStore } from '../store/store.ts'
import type { ExportedPerson } from './people.ts'

/** What one person suggests, as an export tells of it. */
export interface ExportedSuggestion extends SuggestionToExport {
  readonly person: ExportedPerson
}

/** What some people suggest: by person, and then in the order in which it was suggested. */
export function exportedSuggestions(
  store: ReadableStore,
  people: readonly ExportedPerson[],
  { rounds }: ExportScope,
): readonly ExportedSuggestion[] {
  const suggestions = groupBy(getAllSuggestionsToExport(store), one => one.participant)
  return people.flatMap(person =>
    (suggestions.get(person.id) ?? [])
      .filter(({ round }) => rounds === undefined || rounds.includes(round))
      .map(suggestion => ({ ...suggestion, person })),
  )
}
