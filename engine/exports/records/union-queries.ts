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
        ...repeatedIds(table, dialect),
        ...(at === 0 && { words: MERGE_WORDS.union }),
      },
      union(table),
    ]),
    {
      name: 'set_aside',
      words: MERGE_WORDS.setAside,
      sql: RECORDS.map(
        table => `SELECT '${table.kind}' AS kind, ${keyText(table)} AS ${dialect.quoted('key')}
FROM ${repeated(table)} WHERE low <> high`,
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

const repeated = ({ table }: RecordTable): string => `repeated_${table}`

const keyText = ({ key }: RecordTable): string => `concat_ws(' ', ${key.join(', ')})`

/** The ids under which there are several records, which say the same where nobody changed a file. */
const repeatedIds = (table: RecordTable, { digest }: Dialect): Query => ({
  name: repeated(table),
  kept: true,
  sql: `SELECT ${table.key.join(', ')}, min(digest) AS low, max(digest) AS high FROM (
  SELECT ${table.key.join(', ')}, ${digest(table.columns)} AS digest FROM ${raw(table.table)}) AS told
GROUP BY ${table.key.join(', ')} HAVING count(*) > 1`,
})

/** Each record once; of those that say different things under one id, the first in the order of what they say. */
function union(table: RecordTable): Query {
  const { columns, key, person } = table
  const others = columns.filter(column => !key.includes(column))
  const same = key.map(column => `d.${column} = r.${column}`).join(' AND ')
  const isRepeated = `EXISTS (SELECT 1 FROM ${repeated(table)} AS d WHERE ${same})`
  const stays =
    person === null
      ? ''
      : `NOT EXISTS (SELECT 1 FROM withdrawn AS w WHERE w.participant = r.${person}) AND `
  const listed = columns.join(', ')
  const ordered = others.length === 0 ? key : others
  return {
    name: table.table,
    kept: true,
    // Most records are in one folder alone: only the others need to be compared.
    sql: `SELECT ${listed} FROM ${raw(table.table)} AS r WHERE ${stays}NOT ${isRepeated}
UNION ALL
SELECT ${listed} FROM (
  SELECT r.*, row_number() OVER (PARTITION BY ${key.join(', ')} ORDER BY ${ordered.join(', ')}) AS place
  FROM ${raw(table.table)} AS r WHERE ${stays}${isRepeated}) AS ranked
WHERE place = 1`,
  }
}
