import { groupBy } from '../../group-by.ts'
import { getAllConsents, getAllInformation } from '../../store/records/consents.ts'
import type { ReadableStore } from '../../store/store.ts'
import type { ExportedPerson } from './exported-records.ts'

/** A text that people were told, which somebody in the export agreed to. */
export interface ExportedInformation {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly recordedAt: string
}

/** That a person agreed to take part: to which text, and when. */
export interface ExportedConsent {
  readonly person: ExportedPerson
  /** The id of the text. */
  readonly information: string
  readonly agreedAt: string
}

/** The agreements of these people, in their order, and the texts that they name. */
export function exportedConsents(
  store: ReadableStore,
  people: readonly ExportedPerson[],
): {
  readonly consents: readonly ExportedConsent[]
  readonly information: readonly ExportedInformation[]
} {
  const texts = getAllInformation(store)
  const known = new Set(texts.map(({ id }) => id))
  const given = groupBy(
    getAllConsents(store).filter(({ information }) => known.has(information)),
    ({ participant }) => participant,
  )
  const consents = people.flatMap(person =>
    (given.get(person.id) ?? []).map(({ information, recordedAt }) => ({
      ...{ person, information, agreedAt: recordedAt },
    })),
  )
  const named = new Set(consents.map(({ information }) => information))
  return { consents, information: texts.filter(({ id }) => named.has(id)) }
}
