import { LANGUAGE_WORDS } from '../../../shared/languages/column-words.ts'
import { PARTICIPANT_WORDS, RATING_WORDS } from '../../../shared/messages/exports.ts'
import type { ExportedLanguage } from '../material/exported-languages.ts'
import type { ExportMaterial } from '../material/material.ts'
import { type DataTable, dataTable, labelFrom } from './field.ts'
import { OF_PARTICIPANT } from './people-tables.ts'

/** In which language a screen was on which something was said; no table where all were in English. */
export function languageTables({ languages }: ExportMaterial): readonly DataTable[] {
  if (languages.length === 0) return []
  const columns = {
    participant_id: PARTICIPANT_WORDS.participant_id,
    round: RATING_WORDS.round,
    ...LANGUAGE_WORDS,
  }
  const values: Readonly<Record<keyof typeof columns, (one: ExportedLanguage) => string | number>> =
    {
      participant_id: ({ person }) => person.key,
      round: ({ round }) => round,
      record_id: ({ said }) => said,
      language: ({ language }) => language,
    }
  const names = Object.keys(columns) as readonly (keyof typeof columns)[]
  return [
    dataTable<ExportedLanguage>({
      name: 'languages',
      title: 'What was said on screens in another language than English',
      primaryKey: ['record_id'],
      foreignKeys: [OF_PARTICIPANT],
      fields: names.map(name => ({
        name,
        words: columns[name],
        label: labelFrom(columns[name]),
        value: values[name],
        type: name === 'round' ? 'integer' : 'string',
        constraints: { required: true },
      })),
      items: () => languages,
    }),
  ]
}
