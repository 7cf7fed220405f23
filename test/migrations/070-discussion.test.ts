import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { migrate, readMigrations } from '../../engine/store/migrate.ts'

const NOW = `'2026-03-09T09:00:00.000Z'`
const BEFORE = `
  INSERT INTO device VALUES ('d', ${NOW}, 'created', '0.1.0', '1');
  INSERT INTO framework (hash, title, origin, file_name, loaded_at, device)
    VALUES ('h', 'F', 'file', 'f.csv', ${NOW}, 'd');
  INSERT INTO indicator (framework, id, position, code, title, section, outcome, definition, source,
    unit, population, easy_read, rationale) VALUES ('h', 'i', 0, 'A1', 'One', '["A"]', '', '', '', '', '', '', '');
  INSERT INTO workshop_record VALUES ('s', 's', 'Spring', '2026-03-09', '', '["ADCS"]', ${NOW}, 'd');
  INSERT INTO participant_record VALUES ('p', 'p', 's', 'P01', 'ADCS', ${NOW}, 'd');
  INSERT INTO rating VALUES ('r', 'p', 'h', 'i', 'usefulness', 1, 'level', 4, 'Why', 'title', 'screen',
    ${NOW}, 'd');`

const SUGGESTION = `INSERT INTO suggestion VALUES ('u', 'p', 'wording', 'h', 'i', 1, 'Shorter', ${NOW}, 'd')`
const AFTER = `${SUGGESTION};
  INSERT INTO rule_record VALUES ('c', 'c', '{}', 0, ${NOW}, 'd');
  INSERT INTO comment_tag VALUES ('t', 'p', 'r', 'cost', 0, ${NOW}, 'd');
  INSERT INTO round_record VALUES ('o', 'o', 's', 2, '["i"]', 0, ${NOW}, 'd');
  INSERT INTO discussed_record VALUES ('m', NULL, 'i', 1, ${NOW}, 'd');`

const TABLES = ['suggestion', 'rule_record', 'comment_tag', 'round_record', 'discussed_record']

/** A file with the rows of an earlier version, taken up to this one. */
function migrated(): Database.Database {
  const database = new Database(':memory:')
  onTestFinished(() => {
    database.close()
  })
  database.pragma('foreign_keys = ON')
  const steps = readMigrations()
  migrate(
    database,
    steps.filter(({ version }) => version < 70),
  )
  database.exec(BEFORE)
  migrate(
    database,
    steps.filter(({ version }) => version <= 70),
  )
  return database
}

it('keeps the rows of before and takes those of what a room makes of them', () => {
  const database = migrated()
  database.exec(AFTER)
  expect(database.prepare('SELECT comment FROM rating').pluck().all()).toEqual(['Why'])
  for (const table of TABLES) {
    expect(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(1)
  }
})

it('keeps each of these records as it was written', () => {
  const database = migrated()
  database.exec(AFTER)
  for (const table of TABLES) {
    expect(() => database.exec(`UPDATE ${table} SET recorded_at = ''`)).toThrow(/immutable/)
    expect(() => database.exec(`DELETE FROM ${table}`)).toThrow(/immutable/)
  }
})

it('shows what nothing supersedes, and no round that was taken back', () => {
  const database = migrated()
  database.exec(AFTER)
  database.exec(`INSERT INTO round_record VALUES ('o2', 'o', 's', 2, '["i"]', 1, ${NOW}, 'd')`)
  for (const [record, superseded] of [
    ['o2', 'o'],
    ['x', 'u'],
    ['x', 'c'],
    ['x', 't'],
    ['x', 'm'],
  ]) {
    database.prepare('INSERT INTO supersession VALUES (?, ?)').run(record, superseded)
  }
  const views = ['current_suggestion', 'rule', 'current_comment_tag', 'opened_round']
  for (const view of [...views, 'current_discussed']) {
    expect(database.prepare(`SELECT id FROM ${view}`).all()).toEqual([])
  }
})

it('takes a wording only with its indicator, and something missing only without', () => {
  const database = migrated()
  expect(() => database.exec(SUGGESTION.replace("'i'", 'NULL'))).toThrow(/CHECK/)
  expect(() => database.exec(SUGGESTION.replace('wording', 'missing'))).toThrow(/CHECK/)
  expect(() => database.exec(SUGGESTION.replace("'i'", "'x'"))).toThrow(/FOREIGN KEY/)
})

it('finds a person’s suggestions, a comment’s tags and a workshop’s rounds by an index', () => {
  const database = migrated()
  const plan = (sql: string): string =>
    (database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[])
      .map(({ detail }) => detail)
      .join('\n')
  expect(plan(`SELECT * FROM current_suggestion WHERE participant = 'p' AND round = 1`)).toContain(
    'suggestion_of_participant (participant=? AND round=?)',
  )
  expect(plan(`SELECT * FROM current_comment_tag WHERE rating = 'r'`)).toContain(
    'comment_tag_of_rating (rating=?)',
  )
  expect(plan(`SELECT * FROM opened_round WHERE workshop = 's'`)).toContain(
    'round_record_of_workshop (workshop=?)',
  )
})
