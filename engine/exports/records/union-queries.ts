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
      {
        ...divergent(table, dialect),
        ...(at === 0 && { words: MERGE_WORDS.union }),
      },
      union(table),
    ]),
    {
      name: 'set_aside',
      words: MERGE_WORDS.setAside,
      sql: RECORDS.map(
        table => `SELECT '${table.kind}' AS kind, ${keyText(table)} AS ${dialect.quoted('key')}
FROM ${different(table)}`,
      )
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

const different = ({ table }: RecordTable): string => `different_${table}`

const keyText = ({ key }: RecordTable): string => `concat_ws(' ', ${key.join(', ')})`

/** The records of one id that say different things, of which there are none unless somebody changed a file. */
const divergent = (table: RecordTable, { digest }: Dialect): Query => ({
  name: different(table),
  kept: true,
  sql: `SELECT ${table.key.join(', ')} FROM (
  SELECT ${table.key.join(', ')}, ${digest(table.columns)} AS digest FROM ${raw(table.table)}) AS told
GROUP BY ${table.key.join(', ')} HAVING min(digest) <> max(digest)`,
})

/** Each record once; of those that say different things under one id, the first in the order of what they say. */
function union(table: RecordTable): Query {
  const { columns, key, person } = table
  const others = columns.filter(column => !key.includes(column))
  const same = key.map(column => `d.${column} = r.${column}`).join(' AND ')
  const isIn = `EXISTS (SELECT 1 FROM ${different(table)} AS d WHERE ${same})`
  const stays =
    person === null
      ? ''
      : `NOT EXISTS (SELECT 1 FROM withdrawn AS w WHERE w.participant = r.${person}) AND `
  const listed = columns.join(', ')
  const once = [...key, ...others.map(column => `any_value(${column}) AS ${column}`)]
  const ordered = others.length === 0 ? key : others
  return {
    name: table.table,
    kept: true,
    sql: `SELECT ${listed} FROM (
  SELECT ${once.join(', ')}
  FROM ${raw(table.table)} AS r WHERE ${stays}NOT ${isIn}
  GROUP BY ${key.join(', ')}) AS alike
UNION ALL
SELECT ${listed} FROM (
  SELECT r.*, row_number() OVER (PARTITION BY ${key.join(', ')} ORDER BY ${ordered.join(', ')}) AS place
  FROM ${raw(table.table)} AS r WHERE ${stays}${isIn}) AS ranked
WHERE place = 1`,
  }
}
