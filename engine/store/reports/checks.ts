import { APPLICATION_ID, expectedSchema } from '../blank.ts'
import { newestVersion, readMigrations } from '../migrate.ts'
import type { ReadableStore } from '../store.ts'

type Nothing = Record<string, never>

/** The value of a pragma of the open file; null if there is none of that name. */
export function readPragma(store: ReadableStore, name: string): string | number | null {
  const row = store.prepare<Nothing, Record<string, string | number>>(`PRAGMA ${name}`).get({})
  return row ? (Object.values(row)[0] ?? null) : null
}

/** SQLite's messages on damaged pages and indexes of the file; empty if they are sound. */
export function findDamage(store: ReadableStore): readonly string[] {
  touchTables(store)
  return store
    .prepare<Nothing, { readonly integrity_check: string }>('PRAGMA integrity_check')
    .all({})
    .map(row => row.integrity_check)
    .filter(message => message !== 'ok')
}

/** The first of SQLite's messages on damaged pages, without holding indexes against their tables; empty if sound. */
export function findQuickDamage(store: ReadableStore): readonly string[] {
  touchTables(store)
  return store
    .prepare<Nothing, { readonly quick_check: string }>('PRAGMA quick_check(1)')
    .all({})
    .map(row => row.quick_check)
    .filter(message => message !== 'ok')
}

/**
 * Reads the beginning of every table and index: an empty one whose page has become one of another kind passes SQLite's
 * own check, and cannot be read. Throws what SQLite says.
 */
function touchTables(store: ReadableStore): void {
  const tables = store
    .prepare<Nothing, { readonly name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .all({})
  for (const { name } of tables) {
    store.prepare<Nothing>(`SELECT * FROM "${name}" LIMIT 1`).get({})
    const indexes = store
      .prepare<{ table: string }, { readonly name: string }>(
        'SELECT name FROM pragma_index_list(@table) WHERE partial = 0',
      )
      .all({ table: name })
    for (const index of indexes) {
      store.prepare<Nothing>(`SELECT 1 FROM "${name}" INDEXED BY "${index.name}" LIMIT 1`).get({})
    }
  }
}

/** Counts the rows that refer to a missing row, by their table; a tag refers to a comment or an older rating. */
export function countBrokenReferences(
  store: ReadableStore,
): readonly { readonly table: string; readonly count: number }[] {
  return store
    .prepare<Nothing, { readonly table: string; readonly count: number }>(
      `SELECT "table", count(*) AS count FROM (
         SELECT "table" FROM pragma_foreign_key_check
         UNION ALL SELECT 'comment_tag' FROM comment_tag
           WHERE rating NOT IN (SELECT id FROM rating UNION ALL SELECT id FROM comment_record))
       GROUP BY "table"`,
    )
    .all({})
}

/** Tests whether the file is marked as a workbook of this program's format and has exactly its schema. */
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

/** Counts the rating records with a level beyond the workbook's scale, and shows of hands on another scale. */
export function countOffScale(store: ReadableStore): number {
  return countRows(
    store,
    `SELECT (SELECT count(*) FROM rating WHERE level > (SELECT scale FROM workbook))
       + (SELECT count(*) FROM hands_record
          WHERE json_array_length(counts) <> (SELECT scale FROM workbook)) AS count`,
  )
}

/** Counts the ratings, comments and shows of hands about an indicator that their framework version does not have. */
export function countWithoutIndicator(store: ReadableStore): number {
  return countRows(
    store,
    `SELECT count(*) AS count FROM (
       SELECT framework, indicator FROM rating UNION ALL SELECT framework, indicator FROM comment_record
       UNION ALL SELECT framework, indicator FROM hands_record)
       AS r WHERE NOT EXISTS (
       SELECT 1 FROM indicator AS i WHERE i.framework = r.framework AND i.id = r.indicator)`,
  )
}

/**
 * Counts the supersessions that do not join two records of the same subject: ratings, comments or resolutions
 * of one person, indicator, criterion and round; records of one participant, workshop, link, suggestion, rule, tag,
 * opened round or mark; framework versions; or keys of the team. Participants who were ever linked count as one
 * person, since a resolution between them may be older than the end of their link.
 */
export function countCrossedSupersessions(store: ReadableStore): number {
  return countRows(
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
       UNION ALL SELECT id, participant, indicator, criterion, round FROM comment_record
       UNION ALL SELECT id, participant, indicator, criterion, round FROM settlement),
     subject (id, about) AS (
       SELECT answered.id,
         json_array('rating', coalesce(person.id, participant), indicator, criterion, round)
       FROM answered LEFT JOIN person USING (participant)
       UNION ALL SELECT id, json_array('link', one, other) FROM participant_link
       UNION ALL SELECT id, json_array('team key') FROM team_key_record
       UNION ALL SELECT id, json_array('participant', participant) FROM participant_record
       UNION ALL SELECT id, json_array('workshop', workshop) FROM workshop_record
       UNION ALL SELECT id, json_array('plan', workshop) FROM workshop_plan_record
       UNION ALL SELECT id, json_array('group indicators', workshop, stakeholder_group)
         FROM group_indicators_record
       UNION ALL SELECT id, json_array('protocol', workshop) FROM workshop_protocol_record
       UNION ALL SELECT id, json_array('information') FROM information_record
       UNION ALL SELECT id, json_array('glossary') FROM glossary_record
       UNION ALL SELECT id, json_array('translation', indicator, language) FROM translation_record
       UNION ALL SELECT id, json_array('picture', indicator) FROM picture_record
       UNION ALL SELECT id, json_array('laptop name', laptop) FROM laptop_name_record
       UNION ALL SELECT id, json_array('diary note', note) FROM diary_note_record
       UNION ALL SELECT hash, json_array('framework') FROM framework
       UNION ALL SELECT id, json_array('framework choice') FROM framework_choice_record
       UNION ALL SELECT id, json_array('suggestion', participant, kind, indicator, round)
         FROM suggestion
       UNION ALL SELECT id, json_array('rule', rule) FROM rule_record
       UNION ALL SELECT id, json_array('tag', rating, tag) FROM comment_tag
       UNION ALL SELECT id, json_array('round', opening) FROM round_record
       UNION ALL SELECT id, json_array('round state', workshop, round) FROM round_state
       UNION ALL SELECT id, json_array('facilitators', workshop, round) FROM facilitators_record
       UNION ALL SELECT id, json_array('hands', workshop, stakeholder_group, round, indicator, criterion)
         FROM hands_record
       UNION ALL SELECT id, json_array('person round', participant, round) FROM person_round
       UNION ALL SELECT id, json_array('paper', participant, round) FROM paper_record
       UNION ALL SELECT id, json_array('recall words', participant) FROM recall_words
       UNION ALL SELECT id, json_array('test', participant) FROM participant_test
       UNION ALL SELECT id, json_array('collected', workshop, indicator) FROM collected_record
       UNION ALL SELECT id, json_array('discussed', workshop, indicator) FROM discussed_record
       UNION ALL SELECT key, json_array('unknown', kind, person) FROM unknown_record)
     SELECT count(*) AS count FROM supersession AS s
     LEFT JOIN subject AS a ON a.id = s.record
     LEFT JOIN subject AS b ON b.id = s.superseded
     WHERE a.about IS NULL OR b.about IS NULL OR a.about <> b.about`,
  )
}

function countRows(store: ReadableStore, sql: string): number {
  const row = store.prepare<Nothing, { readonly count: number }>(sql).get({})
  if (!row) throw new Error('A query that counts returned no row.')
  return row.count
}
