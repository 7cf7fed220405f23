import {
  CONSENT_WORDS,
  type ColumnWords,
  PARTICIPANT_WORDS,
} from '../../../shared/messages/exports.ts'
import type { ExportedConsent, ExportedInformation } from '../material/exported-consents.ts'
import type { ExportMaterial } from '../material/material.ts'
import { type DataTable, dataTable, type FieldOf, labelFrom } from './field.ts'
import { OF_PARTICIPANT } from './people-tables.ts'

const field = <Item>(
  name: string,
  words: ColumnWords,
  value: FieldOf<Item>['value'],
): FieldOf<Item> => ({
  ...{ name, words, value, label: labelFrom(words) },
  type: 'string',
  constraints: { required: true },
})

/** The texts that people were told before they rated, and who agreed to which, and when; none where nobody agreed. */
export function consentTables({ consents, information }: ExportMaterial): readonly DataTable[] {
  if (consents.length === 0) return []
  const { information_id, agreed_at, title, text, recorded_at } = CONSENT_WORDS
  const told = dataTable<ExportedInformation>({
    name: 'information',
    title: 'What people were told before they rated',
    primaryKey: ['information_id'],
    hasLongTexts: true,
    fields: [
      field('information_id', information_id, ({ id }) => id),
      field('title', title, one => one.title),
      field('text', text, one => one.text),
      { ...field('recorded_at', recorded_at, ({ recordedAt }) => recordedAt), type: 'datetime' },
    ],
    items: () => information,
  })
  const agreed = dataTable<ExportedConsent>({
    name: 'consents',
    title: 'Who agreed to take part',
    primaryKey: ['participant_id', 'information_id'],
    foreignKeys: [
      OF_PARTICIPANT,
      { fields: ['information_id'], table: 'information', references: ['information_id'] },
    ],
    fields: [
      field('participant_id', PARTICIPANT_WORDS.participant_id, ({ person }) => person.key),
      field('information_id', information_id, ({ information: id }) => id),
      { ...field('agreed_at', agreed_at, ({ agreedAt }) => agreedAt), type: 'datetime' },
    ],
    items: () => consents,
  })
  return [told, agreed]
}
