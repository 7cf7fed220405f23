import { MERGE_WORDS, RECORD_QUERY_WORDS } from '../../../shared/messages/records-folder.ts'
import type { Dialect } from '../parquet/dialect.ts'
import { inDialect } from '../parquet/dialect.ts'
import { figureQueries, type Judged } from '../parquet/queries.ts'
import { askedQueries, roundQueries } from './asked-queries.ts'
import { CURRENT_QUERIES } from './current-queries.ts'
import { EXPORTED_TABLES } from './record-files.ts'
import { raw, unionQueries } from './union-queries.ts'
import { versionQueries } from './version-queries.ts'

/** The text of `merge.sql`: from the files of any number of folders to the answers and who was asked. */
export function mergeSql(
  dialect: Dialect,
  { scale, madeUp }: Pick<Judged, 'scale'> & { readonly madeUp: boolean },
): string {
  const tables = [...EXPORTED_TABLES.map(({ table }) => table), 'study', 'apart']
  const files = tables.map(table => dialect.files(raw(table), table)).join('\n')
  const check = `SELECT CASE WHEN min(scale) <> ${scale.length} OR max(scale) <> ${scale.length}
  OR min(made_up) <> ${Number(madeUp)} OR max(made_up) <> ${Number(madeUp)}
  THEN ${dialect.refusal(MERGE_WORDS.otherStudy)} END AS refused FROM ${raw('study')};`
  return [
    `${MERGE_WORDS.head[dialect.name]}\n${dialect.folders}`,
    `-- ${MERGE_WORDS.files}\n${files}`,
    check,
    inDialect(dialect, [
      ...unionQueries(dialect),
      ...CURRENT_QUERIES,
      ...versionQueries(dialect),
      ...roundQueries(dialect),
      ...askedQueries(dialect),
    ]),
  ]
    .join('\n\n')
    .concat('\n')
}

/** The text of `queries.sql`: every number of the results, on what `merge.sql` made. */
export const recordQueriesSql = (dialect: Dialect, judged: Judged): string =>
  `${RECORD_QUERY_WORDS}\n\n${inDialect(dialect, figureQueries(judged, dialect))}\n`
