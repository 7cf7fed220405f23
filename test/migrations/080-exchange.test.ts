import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate, readMigrations } from '../../engine/store/migrate.ts'

const migrations = readMigrations()

function migratedTo(version: number): Database.Database {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(
    database,
    migrations.filter(migration => migration.version <= version),
  )
  onTestFinished(() => {
    database.close()
  })
  return database
}

const NOW = '2026-03-09T09:00:00.000Z'

/** A file of format 70 with two people who rated one indicator, one of them twice. */
function filled(): Database.Database {
  const database = migratedTo(70)
  database.exec(`
    INSERT INTO device VALUES ('d', '${NOW}', 'created', '0.1.0', '1');
    INSERT INTO framework VALUES ('h', 'F', 'file', 'f.csv', '${NOW}', 'd');
    INSERT INTO indicator VALUES ('h', 'i', 0, 'A1', 'One', '["A"]', '', '', NULL, NULL, '', '', '', '', '', '');
    INSERT INTO workshop_record VALUES ('s', 's', 'Spring', '2026-03-09', '', '["ADCS"]', '${NOW}', 'd');
    INSERT INTO participant_record VALUES ('p', 'p', 's', 'P01', 'ADCS', '${NOW}', 'd');
    INSERT INTO participant_record VALUES ('q', 'q', 's', 'P02', 'ADCS', '${NOW}', 'd');`)
  for (const [id, participant] of [
    ['r1', 'p'],
    ['r2', 'p'],
    ['r3', 'q'],
  ]) {
    database.exec(`INSERT INTO rating VALUES ('${id}', '${participant}', 'h', 'i', 'usefulness', 1,
      'level', 4, '', 'title', 'screen', '${NOW}', 'd')`)
  }
  database.exec(`INSERT INTO supersession VALUES ('r2', 'r1')`)
  return database
}

describe('step 80, exchange', () => {
  it('keeps every record, as one that came with no package, and who loaded the framework', () => {
    const database = filled()
    migrate(database, migrations)
    expect(database.prepare('SELECT id, package FROM rating ORDER BY id').raw().all()).toEqual([
      ['r1', null],
      ['r2', null],
      ['r3', null],
    ])
    expect(database.prepare('SELECT * FROM framework_loading').raw().all()).toEqual([
      ['h', 'd', 'F', 'file', 'f.csv', NOW, null],
    ])
  })

  it('lets the rows of someone who withdrew be deleted, and no other', () => {
    const database = filled()
    migrate(database, migrations)
    const deleteAll = (): void => {
      for (const table of ['supersession', 'rating', 'participant_record']) {
        const whose = table === 'supersession' ? '' : ` WHERE participant = 'p'`
        database.exec(`DELETE FROM ${table}${whose}`)
      }
    }
    expect(deleteAll).toThrow('records are immutable')
    database.exec(`INSERT INTO withdrawal VALUES ('w', 'p', '${NOW}', 'd', NULL)`)
    deleteAll()
    expect(database.prepare('SELECT id FROM rating').pluck().all()).toEqual(['r3'])
    expect(() => database.exec('DELETE FROM rating')).toThrow('records are immutable')
    expect(() => database.exec('DELETE FROM withdrawal')).toThrow('records are immutable')
  })

  it('shows another loading of a framework only if there is one, word for word', () => {
    const database = filled()
    migrate(database, migrations)
    const show = `UPDATE framework SET title = 'G', loaded_at = '2026-01-01T00:00:00.000Z'`
    expect(() => database.exec(show)).toThrow('records are immutable')
    database.exec(`INSERT INTO device VALUES ('e', '${NOW}', 'created', '0.1.0', '', NULL);
      INSERT INTO framework_loading VALUES
        ('h', 'e', 'G', 'file', 'f.csv', '2026-01-01T00:00:00.000Z', NULL)`)
    database.exec(`${show}, device = 'e'`)
    expect(database.prepare('SELECT title FROM framework').pluck().all()).toEqual(['G'])
  })

  it('lets nothing of a receipt be changed but the digest of one who withdrew, to nothing', () => {
    const database = filled()
    migrate(database, migrations)
    database.exec(`INSERT INTO receipt VALUES ('c', '${NOW}', 'd', '{}');
      INSERT INTO package VALUES (1, 'c', 'a.workbook', 'x', 'd', 's');
      INSERT INTO brought VALUES (1, 'rating', 'p', 2, 'x');
      INSERT INTO brought VALUES (1, 'rating', 'q', 1, 'y')`)
    const blank = `UPDATE brought SET digest = '' WHERE person = 'p'`
    for (const sql of [
      blank,
      'DELETE FROM brought',
      'DELETE FROM package',
      'DELETE FROM receipt',
    ]) {
      expect(() => database.exec(sql)).toThrow('records are immutable')
    }
    database.exec(`INSERT INTO withdrawal VALUES ('w', 'p', '${NOW}', 'd', NULL)`)
    database.exec(blank)
    expect(() => database.exec(`UPDATE brought SET records = 0 WHERE person = 'p'`)).toThrow()
    expect(() => database.exec(`UPDATE brought SET digest = ''`)).toThrow('records are immutable')
  })

  it('finds what it asks for by index', () => {
    const database = migratedTo(80)
    const plan = (sql: string): string =>
      (database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[])
        .map(({ detail }) => detail)
        .join('\n')
    expect(plan(`SELECT 1 FROM withdrawal WHERE participant = 'p'`)).toContain(
      'withdrawal_of_participant',
    )
    expect(plan(`SELECT extra FROM record_extra WHERE kind = 'rating' AND key = 'r'`)).toContain(
      'PRIMARY KEY',
    )
  })
})
