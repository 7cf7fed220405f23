import { APPLICATION_ID } from '../connection/database.ts'
import { expectedSchema, newestVersion, readMigrations } from '../migrate.ts'
import type { ReadableStore } from '../store.ts'

type Nothing = Record<string, never>

/** Reads one setting of the open file; null when it has none of that name. */
export function readPragma(store: ReadableStore, name: string): string | number | null {
  const row = store.prepare<Nothing, Record<string, string | number>>(`PRAGMA ${name}`).get({})
  return row ? (Object.values(row)[0] ?? null) : null
}

/** What SQLite finds wrong with the pages and indexes of the file; empty when they are sound. */
export function findDamage(store: ReadableStore): readonly string[] {
  return store
    .prepare<Nothing, { readonly integrity_check: string }>('PRAGMA integrity_check')
    .all({})
    .map(row => row.integrity_check)
    .filter(message => message !== 'ok')
}

/** How many rows refer to a row that is not there, by the table they are in. */
export function countBrokenReferences(
  store: ReadableStore,
): readonly { readonly table: string; readonly count: number }[] {
  return store
    .prepare<Nothing, { readonly table: string; readonly count: number }>(
      `SELECT "table", count(*) AS count FROM pragma_foreign_key_check GROUP BY "table"`,
    )
    .all({})
}

/** Whether the file says that it is a workbook of this program's format, and has exactly its tables. */
export function hasOwnSchema(store: ReadableStore): boolean {
  const migrations = readMigrations()
  const described = store
    .prepare<Nothing, { readonly sql: string }>(
      'SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name',
    )
    .all({})
    .map(row => row.sql)
    .join(';\n')
  return (
    readPragma(store, 'application_id') === APPLICATION_ID &&
    readPragma(store, 'user_version') === newestVersion(migrations) &&
    described === expectedSchema(migrations)
  )
}

/** How many rating records have a level that this workbook's scale does not have. */
export function countOffScale(store: ReadableStore): number {
  return countOf(
    store,
    'SELECT count(*) AS count FROM rating WHERE level > (SELECT scale FROM workbook)',
  )
}

/** How many rating records are about an indicator that their framework version does not have. */
export function countWithoutIndicator(store: ReadableStore): number {
  return countOf(
    store,
    `SELECT count(*) AS count FROM rating AS r WHERE NOT EXISTS (
       SELECT 1 FROM indicator AS i WHERE i.framework = r.framework AND i.id = r.indicator)`,
  )
}

/**
 * How many supersessions do not join two records about the same: two ratings or settlements of one
 * person, indicator, criterion and round, or two records of one participant, workshop, link,
 * suggestion, rule, tag, opened round or mark, or two framework versions or keys of the team. Who was
 * ever linked to somebody is one person here, because a settlement between the two is older than the
 * taking back of the link.
 */
export function countCrossedSupersessions(store: ReadableStore): number {
  return countOf(
    store,
    `WITH RECURSIVE
     edge (near, far) AS (
       SELECT one, other FROM participant_link UNION SELECT other, one FROM participant_link),
     reached (participant, far) AS (
       SELECT near, near FROM edge
       UNION SELECT reached.participant, edge.far FROM reached JOIN edge ON edge.near = reached.far),
     person AS MATERIALIZED (
       SELECT participant, min(far) AS id FROM reached GROUP BY participant),
     answered (id, participant, indicator, criterion, round) AS (
       SELECT id, participant, indicator, criterion, round FROM rating
       UNION ALL SELECT id, participant, indicator, criterion, round FROM settlement),
     subject (id, about) AS (
       SELECT answered.id,
         json_array('rating', coalesce(person.id, participant), indicator, criterion, round)
       FROM answered LEFT JOIN person USING (participant)
       UNION ALL SELECT id, json_array('link', one, other) FROM participant_link
       UNION ALL SELECT id, json_array('team key') FROM team_key_record
       UNION ALL SELECT id, json_array('participant', participant) FROM participant_record
       UNION ALL SELECT id, json_array('workshop', workshop) FROM workshop_record
       UNION ALL SELECT hash, json_array('framework') FROM framework
       UNION ALL SELECT id, json_array('suggestion', participant, kind, indicator, round)
         FROM suggestion
       UNION ALL SELECT id, json_array('rule', rule) FROM rule_record
       UNION ALL SELECT id, json_array('tag', rating, tag) FROM comment_tag
       UNION ALL SELECT id, json_array('round', opening) FROM round_record
       UNION ALL SELECT id, json_array('discussed', workshop, indicator) FROM discussed_record)
     SELECT count(*) AS count FROM supersession AS s
     LEFT JOIN subject AS a ON a.id = s.record
     LEFT JOIN subject AS b ON b.id = s.superseded
     WHERE a.about IS NULL OR b.about IS NULL OR a.about <> b.about`,
  )
}

function countOf(store: ReadableStore, sql: string): number {
  const row = store.prepare<Nothing, { readonly count: number }>(sql).get({})
  if (!row) throw new Error('A query that counts returned no row.')
  return row.count
}
