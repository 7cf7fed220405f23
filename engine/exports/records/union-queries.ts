import { MERGE_WORDS } from '../../../shared/messages/records-folder.ts'
import type { RecordTable } from '../../store/packages/record-table.ts'
import type { Dialect, Query } from '../parquet/dialect.ts'
import { EXPORTED_TABLES } from './record-files.ts'

/** The name under which the files of a table are read, before anything is left out. */
export const raw = (table: string): string => `raw_${table}`

const RECORDS = EXPORTED_TABLES.filter(({ isSupersession }) => !isSupersession)
const PERSONAL = RECORDS.filter(({ person }) => person !== null)

/** The union of the folders: each record once, and nothing of people who withdrew. */
export function unionQueries(dialect: Dialect): readonly Query[] {
  return [
    {
      name: 'withdrawn',
      words: MERGE_WORDS.withdrawn,
      kept: true,
      sql: `SELECT DISTINCT participant FROM ${raw('withdrawal')}`,
    },
    {
      name: 'gone',
      kept: true,
      sql: PERSONAL.map(
        ({ table, key, person }) => `SELECT r.${key[0]} AS id FROM ${raw(table)} AS r
  JOIN withdrawn AS w ON w.participant = r.${person}`,
      ).join('\nUNION '),
    },
    ...RECORDS.flatMap((table, at) => [
      ...(isLarge(table) ? [repeatedKeys(table, dialect)] : []),
      { ...union(table, dialect), ...(at === 0 && { words: MERGE_WORDS.union }) },
    ]),
    {
      name: 'set_aside',
      words: MERGE_WORDS.setAside,
      sql: RECORDS.map(table => toldApart(table, dialect))
        .concat(`SELECT kind, ${dialect.quoted('key')} FROM ${raw('apart')}`)
        .join('\nUNION '),
    },
    {
      name: 'supersession',
      words: MERGE_WORDS.supersessions,
      kept: true,
      sql: `SELECT DISTINCT superseded, record FROM ${raw('supersession')} AS s
WHERE NOT EXISTS (SELECT 1 FROM gone WHERE gone.id = s.record)
  AND NOT EXISTS (SELECT 1 FROM gone WHERE gone.id = s.superseded)`,
    },
    {
      name: 'superseded',
      kept: true,
      sql: 'SELECT DISTINCT superseded AS id FROM supersession',
    },
  ]
}

/** Tables with about as many rows as there are answers: their rows are compared only where a key is there again. */
const LARGE = ['rating', 'comment_record']
const isLarge = ({ table }: RecordTable): boolean => LARGE.includes(table)

/** Tables that several queries ask. Any other is a view, so that nobody waits for what no number comes from. */
const ASKED_OFTEN = ['indicator', 'participant_link', 'settlement']

const repeated = ({ table }: RecordTable): string => `repeated_${table}`

/** The digests of keys under which there are several records. Two keys with one digest are then compared for nothing. */
const repeatedKeys = (table: RecordTable, { digest }: Dialect): Query => ({
  name: repeated(table),
  kept: true,
  sql: `SELECT digest FROM (SELECT ${digest(table.key)} AS digest FROM ${raw(table.table)}) AS keys
GROUP BY digest HAVING count(*) > 1`,
})

const isRepeated = (table: RecordTable, { digest }: Dialect): string =>
  `EXISTS (SELECT 1 FROM ${repeated(table)} AS d WHERE d.digest = ${digest(table.key.map(column => `r.${column}`))})`

/** The keys under which there are several records that do not say the same: somebody changed a file. */
function toldApart(table: RecordTable, dialect: Dialect): string {
  const key = table.key.join(', ')
  const among = isLarge(table) ? ` WHERE ${isRepeated(table, dialect)}` : ''
  return `SELECT '${table.kind}' AS kind, concat_ws(' ', ${key}) AS ${dialect.quoted('key')} FROM (
  SELECT ${key}, ${dialect.digest(table.columns)} AS digest FROM ${raw(table.table)} AS r${among}) AS told
GROUP BY ${key} HAVING min(digest) <> max(digest)`
}

/** Each record once; of those that say different things under one key, the first in the order of what they say. */
function union(table: RecordTable, dialect: Dialect): Query {
  const { columns, key, person } = table
  const others = columns.filter(column => !key.includes(column))
  const ordered = others.length === 0 ? key : others
  const from = (conditions: readonly string[]): string => {
    const all = person === null ? conditions : [...conditions, isHere(person)]
    return `${raw(table.table)} AS r${all.length === 0 ? '' : ` WHERE ${all.join(' AND ')}`}`
  }
  const listed = columns.join(', ')
  const first = (conditions: readonly string[]): string => `SELECT ${listed} FROM (
  SELECT r.*, row_number() OVER (PARTITION BY ${key.join(', ')} ORDER BY ${ordered.join(', ')}) AS place
  FROM ${from(conditions)}) AS ranked
WHERE place = 1`
  const again = isRepeated(table, dialect)
  const isKept = isLarge(table) || ASKED_OFTEN.includes(table.table)
  return {
    name: table.table,
    ...(isKept && { kept: true }),
    sql: isLarge(table)
      ? `SELECT ${listed} FROM ${from([`NOT ${again}`])}\nUNION ALL\n${first([again])}`
      : first([]),
  }
}

const isHere = (person: string): string =>
  `NOT EXISTS (SELECT 1 FROM withdrawn AS w WHERE w.participant = r.${person})`
