import { PARTICIPANT_WORDS, TABLE_WORDS } from '../../../shared/messages/exports.ts'
import { PROTOCOL_FIELD_WORDS } from '../../../shared/messages/protocol/exported-protocol.ts'
import { facilitatedWords } from '../../../shared/messages/rounds.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import type { ExportedProtocol } from '../material/asked-of-whom.ts'
import type { ExportedPerson } from '../material/exported-records.ts'
import type { ExportMaterial } from '../material/material.ts'
import { type DataTable, dataTable, type FieldOf, type ForeignKey, labelFrom } from './field.ts'

const REQUIRED = { required: true } as const

/** Text on one line: names are not meant to have more, and some programs read a row a line. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ')

/** That a row is about a participant of the table of participants. */
export const OF_PARTICIPANT: ForeignKey = {
  fields: ['participant_id'],
  table: 'participants',
  references: ['participant_id'],
}

/** The same where an export has that table: rows of a release tell nothing of participants. */
export const ofParticipant = ({ release }: ExportMaterial): readonly ForeignKey[] =>
  release === 'research' ? [OF_PARTICIPANT] : []

/** That a row is about an indicator of the framework. */
export const OF_INDICATOR: ForeignKey = {
  fields: ['indicator'],
  table: 'framework',
  references: ['indicator'],
}

/** The fields that say whom a row is about. */
export function personFields(material: ExportMaterial): readonly FieldOf<ExportedPerson>[] {
  const groups = Object.keys(material.results.groups).map(oneLine)
  const field = (
    name: 'participant' | 'group' | 'workshop_id',
    value: FieldOf<ExportedPerson>['value'],
  ): FieldOf<ExportedPerson> => ({
    name,
    type: 'string',
    label: labelFrom(PARTICIPANT_WORDS[name]),
    words: PARTICIPANT_WORDS[name],
    value,
  })
  const { participant_id: words } = PARTICIPANT_WORDS
  const known: FieldOf<ExportedPerson> = {
    name: 'participant_id',
    type: 'string',
    label: labelFrom(words),
    words,
    constraints: REQUIRED,
    value: ({ key }) => key,
  }
  if (material.release === 'rows') return [known]
  return [
    known,
    {
      ...field('workshop_id', ({ workshop }) => workshop.id),
      constraints: REQUIRED,
    },
    {
      ...field('participant', ({ name }) => oneLine(name)),
      constraints: REQUIRED,
    },
    {
      ...field('group', ({ group }) => group && oneLine(group)),
      ...(groups.length > 0 && { constraints: { enum: groups } }),
    },
  ]
}

const TEST: FieldOf<ExportedPerson> = {
  name: 'test',
  type: 'string',
  label: labelFrom(PARTICIPANT_WORDS.test),
  words: PARTICIPANT_WORDS.test,
  constraints: { required: true, enum: ['yes', 'no'] },
  value: ({ isTest }) => (isTest ? 'yes' : 'no'),
}

/** The participants: codes and groups only. */
export function participantsTable(material: ExportMaterial): DataTable {
  return dataTable({
    name: 'participants',
    title: 'Participants',
    primaryKey: ['participant_id'],
    foreignKeys: [{ fields: ['workshop_id'], table: 'workshops', references: ['workshop_id'] }],
    fields: [...personFields(material), TEST],
    items: () => material.everyone,
  })
}

/** The workshops in scope. */
export function workshopsTable(material: ExportMaterial): DataTable {
  const { workshops, facilitatedIn } = material
  const field = (
    name: 'workshop_id' | 'workshop' | 'workshop_date' | 'venue' | 'facilitators',
    value: (workshop: Workshop) => string,
  ): FieldOf<Workshop> => {
    const words =
      name === 'venue' || name === 'facilitators' ? TABLE_WORDS[name] : PARTICIPANT_WORDS[name]
    return { name, type: 'string', label: labelFrom(words), words, value }
  }
  return dataTable({
    name: 'workshops',
    title: 'Workshops',
    primaryKey: ['workshop_id'],
    fields: [
      { ...field('workshop_id', ({ id }) => id), constraints: REQUIRED },
      { ...field('workshop', ({ title }) => oneLine(title)), constraints: REQUIRED },
      { ...field('workshop_date', ({ date }) => date), type: 'date', constraints: REQUIRED },
      field('venue', ({ venue }) => oneLine(venue)),
      field('facilitators', ({ id }) => oneLine(facilitatedWords(facilitatedIn(id)))),
      ...protocolFields(material),
    ],
    items: () => workshops,
  })
}

/** The fields that say in which order and words workshops asked; none where all did as the framework has it. */
function protocolFields({ protocolOf }: ExportMaterial): readonly FieldOf<Workshop>[] {
  if (protocolOf === null) return []
  const field = (
    name: keyof typeof PROTOCOL_FIELD_WORDS,
    value: (protocol: ExportedProtocol) => string | number | null,
    type: FieldOf<Workshop>['type'] = 'string',
  ): FieldOf<Workshop> => {
    const words = PROTOCOL_FIELD_WORDS[name]
    return { name, type, label: labelFrom(words), words, value: ({ id }) => value(protocolOf(id)) }
  }
  return [
    field('order', ({ order }) => order),
    field('order_seed', ({ seed }) => seed),
    field('wordings_offered', ({ wordings }) => wordings.join('; ')),
    field('minutes_planned', ({ minutes }) => minutes, 'integer'),
  ]
}
