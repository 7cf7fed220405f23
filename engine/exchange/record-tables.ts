import type { RecordTable } from '../store/record-table.ts'
import { supersessionKind } from './kinds/rating-kinds.ts'
import { personField, type RecordKind } from './record-kind.ts'
import { RECORD_KINDS } from './record-kinds.ts'

function describe(kind: RecordKind): RecordTable {
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
    over: overOf(kind),
    isSupersession: kind === supersessionKind,
    blanks: kind.blanks ?? {},
  }
}

function overOf({ over }: RecordKind): RecordTable['over'] {
  if (!over) return null
  const columnOf = (name: string): string => over.kind.fields[name]?.column ?? name
  const [key = 'id'] = over.kind.key.map(columnOf)
  return { table: over.kind.table, key, subject: over.subject.map(columnOf) }
}

/** The tables of every kind, in the order in which records are stored. */
export const RECORD_TABLES: readonly RecordTable[] = RECORD_KINDS.map(describe)

/** The tables whose records can take one another's place. */
export const SUBJECT_TABLES: readonly RecordTable[] = RECORD_TABLES.filter(
  ({ subject }) => subject !== null,
)

/** Where records of kinds that this program does not know are kept. */
export const UNKNOWN_TABLE: RecordTable = {
  kind: 'unknown',
  table: 'unknown_record',
  columns: ['kind', 'key', 'person', 'line'],
  key: ['kind', 'key'],
  person: 'person',
  workshop: null,
  subject: null,
  over: null,
  isSupersession: false,
  blanks: {},
}

/** Every table whose records may come with a package. */
export const INCOMING_TABLES: readonly RecordTable[] = [...RECORD_TABLES, UNKNOWN_TABLE]

const BY_KIND: ReadonlyMap<string, RecordTable> = new Map(
  RECORD_TABLES.map(table => [table.kind, table]),
)

/** Where the store keeps the records of a kind. */
export function tableOf({ name }: RecordKind): RecordTable {
  const table = BY_KIND.get(name)
  if (!table) throw new Error(`There is no table for records of the kind ${name}.`)
  return table
}
