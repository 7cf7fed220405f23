import type { RecordTable } from '../../store/packages/record-table.ts'
import { consentKind, informationKind } from './kinds/consent.ts'
import {
  collectedKind,
  commentTagKind,
  discussedKind,
  facilitatorsKind,
  personRoundKind,
  roundKind,
  roundStateKind,
  ruleKind,
  suggestionRecordKind,
} from './kinds/discussion.ts'
import { glossaryKind } from './kinds/glossary.ts'
import { languageKind } from './kinds/languages.ts'
import { paperKind, recallWordsKind, testKind } from './kinds/people.ts'
import { pictureKind, picturePartKind } from './kinds/pictures.ts'
import {
  commentKind,
  handsKind,
  linkKind,
  ratingKind,
  resolutionBatchKind,
  resolutionKind,
  supersessionKind,
  teamKeyKind,
  withdrawalKind,
} from './kinds/ratings.ts'
import {
  deviceKind,
  diaryNoteKind,
  frameworkChoiceKind,
  frameworkKind,
  groupIndicatorsKind,
  indicatorKind,
  laptopNameKind,
  participantKind,
  planKind,
  protocolKind,
  splitKind,
  workshopKind,
} from './kinds/study.ts'
import { translationKind, translationShownKind } from './kinds/translations.ts'
import { type Part, personField, type RecordKind } from './record-kind.ts'

/**
 * The kinds of record that packages carry, in the order in which they are stored: whatever a record refers to
 * comes before it. Supersessions come last, since they may join any two records.
 */
export const RECORD_KINDS: readonly RecordKind[] = [
  deviceKind,
  frameworkKind,
  indicatorKind,
  splitKind,
  frameworkChoiceKind,
  laptopNameKind,
  glossaryKind,
  translationKind,
  picturePartKind,
  pictureKind,
  informationKind,
  diaryNoteKind,
  workshopKind,
  planKind,
  groupIndicatorsKind,
  protocolKind,
  participantKind,
  consentKind,
  recallWordsKind,
  testKind,
  ratingKind,
  commentKind,
  languageKind,
  translationShownKind,
  paperKind,
  handsKind,
  suggestionRecordKind,
  commentTagKind,
  ruleKind,
  roundKind,
  roundStateKind,
  facilitatorsKind,
  personRoundKind,
  collectedKind,
  discussedKind,
  resolutionKind,
  resolutionBatchKind,
  linkKind,
  teamKeyKind,
  withdrawalKind,
  supersessionKind,
]

const BY_NAME: ReadonlyMap<string, RecordKind> = new Map(
  RECORD_KINDS.map(kind => [kind.name, kind]),
)

/** The kind of this name, if this program knows it. */
export function recordKind(name: string): RecordKind | undefined {
  return BY_NAME.get(name)
}

/** The kinds of one part of a package, in order. */
export function kindsOf(part: Part): readonly RecordKind[] {
  return RECORD_KINDS.filter(kind => kind.part === part)
}

function describeTable(kind: RecordKind): RecordTable {
  const { about, fields } = kind
  const columnOf = (name: string): string => fields[name]?.column ?? name
  const person = personField(kind)
  return {
    kind: kind.name,
    table: kind.table,
    columns: Object.values(fields).map(({ column }) => column),
    key: kind.key.map(columnOf),
    person: person === undefined ? null : columnOf(person),
    workshop: about !== 'study' && 'workshop' in about ? columnOf(about.workshop) : null,
    subject: kind.subject?.map(columnOf) ?? null,
    holdsAnswers: kind.holdsAnswers ?? false,
    over: supersededTable(kind),
    isSupersession: kind === supersessionKind,
    blanks: kind.blanks ?? {},
  }
}

/** The other table whose records a kind may supersede; null for most. */
function supersededTable({ over }: RecordKind): RecordTable['over'] {
  if (!over) return null
  const columnOf = (name: string): string => over.kind.fields[name]?.column ?? name
  const [key = 'id'] = over.kind.key.map(columnOf)
  return { table: over.kind.table, key, subject: over.subject.map(columnOf) }
}

/** The tables of every kind, in the order in which records are stored. */
export const RECORD_TABLES: readonly RecordTable[] = RECORD_KINDS.map(describeTable)

/** The tables whose records can take one another's place. */
export const SUBJECT_TABLES: readonly RecordTable[] = RECORD_TABLES.filter(
  ({ subject }) => subject !== null,
)

/** The table for records of kinds that this program does not know. */
export const UNKNOWN_TABLE: RecordTable = {
  kind: 'unknown',
  table: 'unknown_record',
  columns: ['kind', 'key', 'person', 'line'],
  key: ['kind', 'key'],
  person: 'person',
  workshop: null,
  subject: null,
  over: null,
  holdsAnswers: false,
  isSupersession: false,
  blanks: {},
}

/** The tables of all records that a package may hold, in the order in which they are stored. */
export const INCOMING_TABLES: readonly RecordTable[] = [
  ...RECORD_TABLES.filter(({ isSupersession }) => !isSupersession),
  UNKNOWN_TABLE,
  ...RECORD_TABLES.filter(({ isSupersession }) => isSupersession),
]

const BY_KIND: ReadonlyMap<string, RecordTable> = new Map(
  RECORD_TABLES.map(table => [table.kind, table]),
)

/** The table for the records of a kind. */
export function tableOf({ name }: RecordKind): RecordTable {
  const table = BY_KIND.get(name)
  if (!table) throw new Error(`There is no table for records of the kind ${name}.`)
  return table
}
