import { groupBy } from '../../group-by.ts'
import { getAllLanguages } from '../../store/records/languages.ts'
import type { ReadableStore } from '../../store/store.ts'
import type { ExportedPerson } from './exported-records.ts'

/** That a person gave an answer, a comment or a suggestion on a screen in another language than English. */
export interface ExportedLanguage {
  readonly person: ExportedPerson
  readonly round: number
  /** The id of what was said. */
  readonly said: string
  readonly language: string
}

/** Everything that these people said on screens in another language than English, in their order. */
export function exportedLanguages(
  store: ReadableStore,
  people: readonly ExportedPerson[],
): readonly ExportedLanguage[] {
  const records = groupBy(getAllLanguages(store), ({ participant }) => participant)
  return people.flatMap(person =>
    (records.get(person.id) ?? []).flatMap(({ round, language, said }) =>
      said.map(id => ({ person, round, said: id, language })),
    ),
  )
}
