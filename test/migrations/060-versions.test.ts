import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate, readMigrations } from '../../engine/store/migrate.ts'

const migrations = readMigrations()
const upTo = (version: number) => migrations.filter(migration => migration.version <= version)

const DEVICE = `INSERT INTO device VALUES ('d', '2026-03-09T09:00:00.000Z', 'created', '0.1.0', '1')`
const FRAMEWORK = `INSERT INTO framework VALUES ('h', 'F', 'file', 'f.csv', '2026-03-09T09:00:00.000Z', 'd')`
const INDICATOR = `INSERT INTO indicator
  (framework, id, position, code, title, section, outcome, definition, data_type, status, source, unit,
   population, easy_read, rationale)
  VALUES ('h', 'i', 0, 'A1', 'One', '["A"]', '', '', 'proxy', 'new', '', '', '', '', '')`

/** A file with one framework from before there were later versions, taken up to this step. */
function migratedFrom50(): Database.Database {
  const database = new Database(':memory:')
  onTestFinished(() => {
    database.close()
  })
  database.pragma('foreign_keys = ON')
  migrate(database, upTo(50))
  database.exec(`${DEVICE}; ${FRAMEWORK}; ${INDICATOR}`)
  migrate(database, upTo(60))
  return database
}

describe('060 versions', () => {
  it('leaves what was loaded before as it was, with no split', () => {
    const database = migratedFrom50()
    expect(database.prepare('SELECT title FROM indicator').pluck().all()).toEqual(['One'])
    expect(database.prepare('SELECT * FROM indicator_split').all()).toEqual([])
  })

  it('keeps every split as it was recorded', () => {
    const database = migratedFrom50()
    database.exec(`INSERT INTO indicator_split VALUES ('h', 'i', 'earlier')`)
    expect(() => database.exec(`UPDATE indicator_split SET origin = 'x'`)).toThrow(/immutable/)
    expect(() => database.exec('DELETE FROM indicator_split')).toThrow(/immutable/)
  })

  it('refuses a split of an indicator that its version does not have', () => {
    const insert = `INSERT INTO indicator_split VALUES ('h', 'x', 'i')`
    expect(() => migratedFrom50().exec(insert)).toThrow(/FOREIGN KEY/)
  })

  it('reads the splits of a version, and what replaced what, by their keys', () => {
    const database = migratedFrom50()
    const planOf = (sql: string) =>
      (database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[])
        .map(({ detail }) => detail)
        .join('\n')
    expect(planOf(`SELECT * FROM indicator_split WHERE framework = 'h'`)).toContain(
      'SEARCH indicator_split USING PRIMARY KEY (framework=?)',
    )
    expect(
      planOf(
        `SELECT s.record FROM framework AS f CROSS JOIN supersession AS s ON s.superseded = f.hash`,
      ),
    ).toContain('SEARCH s USING PRIMARY KEY (superseded=?)')
  })
})
