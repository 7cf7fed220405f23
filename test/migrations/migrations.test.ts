import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { APPLICATION_ID, expectedSchema } from '../../engine/store/blank.ts'
import { openStore } from '../../engine/store/connection/database.ts'
import { describeSchema, migrate, readMigrations, versionOf } from '../../engine/store/migrate.ts'
import { ownFolder } from '../helpers/sample-workbook.ts'

const migrations = readMigrations()
const upTo = (version: number) => migrations.filter(migration => migration.version <= version)

/** A database in memory that has been taken up to this version. */
function migratedTo(version: number): Database.Database {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, upTo(version))
  onTestFinished(() => {
    database.close()
  })
  return database
}

const queryPlan = (database: Database.Database, sql: string): string =>
  (database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[])
    .map(row => row.detail)
    .join('\n')

const WORKBOOK = `INSERT INTO workbook VALUES (1, 'w', 'Title', 5, 0, '2026-03-09T09:00:00.000Z')`
const DEVICE = `INSERT INTO device VALUES ('d', '2026-03-09T09:00:00.000Z', 'created', '0.1.0', '1')`
const FRAMEWORK = `INSERT INTO framework VALUES ('h', 'F', 'file', 'f.csv', '2026-03-09T09:00:00.000Z', 'd')`
const INDICATOR = `INSERT INTO indicator VALUES
  ('h', 'i', 0, 'A1', 'One', '["A"]', '', '', 'proxy', 'new', '', '', '', '', '')`
const WORKSHOP = `INSERT INTO workshop_record VALUES
  ('s', 's', 'Spring', '2026-03-09', '', '["ADCS"]', '2026-03-09T09:00:00.000Z', 'd')`
const PARTICIPANT = `INSERT INTO participant_record VALUES
  ('p', 'p', 's', 'P01', 'ADCS', '2026-03-09T09:00:00.000Z', 'd')`
const rating = (id: string, answer = "'level', 4") => `INSERT INTO rating VALUES
  ('${id}', 'p', 'h', 'i', 'usefulness', 1, ${answer}, '', 'title', 'screen',
   '2026-03-09T09:00:00.000Z', 'd')`

describe('the steps of the schema', () => {
  it('are numbered by tens, each above the one before', () => {
    const numbers = migrations.map(({ version }) => version)
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
    expect(numbers.filter(number => number % 10 !== 0)).toEqual([])
  })

  it('bring a file from any earlier step to the schema of a new file', () => {
    for (const { version } of migrations) {
      const database = migratedTo(version)
      migrate(database, migrations)
      expect(describeSchema(database)).toBe(expectedSchema(migrations))
      expect(versionOf(database)).toBe(migrations.at(-1)?.version)
    }
  })

  it('are taken all or not at all', () => {
    const database = migratedTo(10)
    const broken = [...migrations, { version: 990, name: 'broken', sql: 'CREATE NONSENSE' }]
    expect(() => migrate(database, broken)).toThrow(/NONSENSE/)
    expect(versionOf(database)).toBe(10)
    expect(describeSchema(database)).toBe(expectedSchema(upTo(10)))
  })

  it('leave a whole backup beside an older workbook, with its rows, before it is changed', () => {
    const file = join(ownFolder(), 'old.sqlite')
    const old = new Database(file)
    old.pragma(`application_id = ${APPLICATION_ID}`)
    migrate(old, upTo(20))
    old.exec(`${WORKBOOK}; ${DEVICE}; ${FRAMEWORK}; ${INDICATOR}`)
    old.close()
    const { database } = openStore(file)
    expect(database.prepare('SELECT title FROM indicator').pluck().all()).toEqual(['One'])
    database.close()
    expect(existsSync(`${file}.format-20.backup`)).toBe(true)
    const backup = new Database(`${file}.format-20.backup`, { readonly: true })
    expect(versionOf(backup)).toBe(20)
    expect(backup.prepare('SELECT title FROM indicator').pluck().all()).toEqual(['One'])
    backup.close()
  })
})

describe('010 workbook', () => {
  it('holds one workbook row and its devices', () => {
    const database = migratedTo(10)
    database.exec(`${WORKBOOK}; ${DEVICE}`)
    expect(() => database.exec(WORKBOOK.replace('(1,', '(2,'))).toThrow(/CHECK/)
  })

  it('finds out whether a record is superseded without reading all of them', () => {
    const plan = queryPlan(migratedTo(10), `SELECT 1 FROM supersession WHERE superseded = 'x'`)
    expect(plan).toContain('SEARCH supersession USING PRIMARY KEY (superseded=?)')
  })

  it('keeps every supersession as it was written', () => {
    const database = migratedTo(10)
    database.exec(`INSERT INTO supersession VALUES ('b', 'a')`)
    expect(() => database.exec(`UPDATE supersession SET record = 'c'`)).toThrow(/immutable/)
    expect(() => database.exec('DELETE FROM supersession')).toThrow(/immutable/)
  })
})

describe('020 framework', () => {
  it('keeps framework versions and indicators as they were loaded', () => {
    const database = migratedTo(20)
    database.exec(`${DEVICE}; ${FRAMEWORK}; ${INDICATOR}`)
    for (const table of ['framework', 'indicator']) {
      expect(() => database.exec(`UPDATE ${table} SET title = 'x'`)).toThrow(/immutable/)
      expect(() => database.exec(`DELETE FROM ${table}`)).toThrow(/immutable/)
    }
  })

  it('shows as current the version that nothing supersedes', () => {
    const database = migratedTo(20)
    database.exec(`${DEVICE}; ${FRAMEWORK}; ${FRAMEWORK.replace("'h'", "'h2'")}`)
    database.exec(`INSERT INTO supersession VALUES ('h2', 'h')`)
    expect(database.prepare('SELECT hash FROM current_framework').pluck().all()).toEqual(['h2'])
  })

  it('takes data types and statuses of the vocabulary only', () => {
    const database = migratedTo(20)
    database.exec(`${DEVICE}; ${FRAMEWORK}`)
    expect(() => database.exec(INDICATOR.replace('proxy', 'guess'))).toThrow(/CHECK/)
  })
})

describe('030 workshop', () => {
  it('shows a workshop and a participant as last described, and keeps what was said before', () => {
    const database = migratedTo(30)
    database.exec(`${DEVICE}; ${WORKSHOP}; ${PARTICIPANT}`)
    database.exec(PARTICIPANT.replace("'p', 'p'", "'p2', 'p'").replace('ADCS', 'Ofsted'))
    database.exec(`INSERT INTO supersession VALUES ('p2', 'p')`)
    const groups = 'SELECT stakeholder_group FROM'
    expect(database.prepare(`${groups} participant`).pluck().all()).toEqual(['Ofsted'])
    expect(database.prepare(`${groups} participant_record`).pluck().all()).toHaveLength(2)
    for (const table of ['workshop_record', 'participant_record']) {
      expect(() => database.exec(`UPDATE ${table} SET recorded_at = ''`)).toThrow(/immutable/)
      expect(() => database.exec(`DELETE FROM ${table}`)).toThrow(/immutable/)
    }
  })

  it('finds the participants of a workshop by an index', () => {
    const plan = queryPlan(migratedTo(30), `SELECT * FROM participant WHERE workshop = 's'`)
    expect(plan).toContain('USING INDEX participant_record_of_workshop')
  })
})

describe('040 rating', () => {
  const withPeople = (): Database.Database => {
    const database = migratedTo(40)
    database.exec(`${DEVICE}; ${FRAMEWORK}; ${INDICATOR}; ${WORKSHOP}; ${PARTICIPANT}`)
    return database
  }

  it('takes a level with a level, and other answers without', () => {
    const database = withPeople()
    database.exec(rating('r1'))
    database.exec(rating('r2', "'dont_know', NULL"))
    expect(() => database.exec(rating('r3', "'dont_know', 4"))).toThrow(/CHECK/)
    expect(() => database.exec(rating('r4', "'level', NULL"))).toThrow(/CHECK/)
  })

  it('takes no rating of an indicator, participant or device that is not there', () => {
    for (const [known, unknown] of [
      ["'i'", "'x'"],
      ["'p'", "'x'"],
      ["'d'", "'x'"],
    ] as const) {
      expect(() => withPeople().exec(rating('r').replace(known, unknown))).toThrow(/FOREIGN KEY/)
    }
  })

  it('keeps every rating as it was recorded', () => {
    const database = withPeople()
    database.exec(rating('r'))
    expect(() => database.exec('UPDATE rating SET level = 1')).toThrow(/immutable/)
    expect(() => database.exec('DELETE FROM rating')).toThrow(/immutable/)
  })

  it('looks up one key, and counts a workbook, in the index alone', () => {
    const database = withPeople()
    const key = `indicator = 'i' AND criterion = 'usefulness' AND round = 1 AND participant = 'p'`
    expect(queryPlan(database, `SELECT id FROM current_rating WHERE ${key}`)).toContain(
      'SEARCH rating USING COVERING INDEX rating_by_key (indicator=? AND criterion=? AND round=? AND participant=?)',
    )
    const counting = 'SELECT indicator, criterion, count(*) FROM current_rating GROUP BY 1, 2'
    expect(queryPlan(database, counting)).toContain(
      'SCAN rating USING COVERING INDEX rating_by_key',
    )
  })
})

describe('050 notes', () => {
  it('gives indicators that were loaded before no notes, and keeps those of later ones', () => {
    const database = migratedTo(40)
    database.exec(`${DEVICE}; ${FRAMEWORK}; ${INDICATOR}`)
    migrate(database, upTo(50))
    database.exec(INDICATOR.replace("'i', 0", "'j', 1").replace(/\)$/, ", 'Owner: Sam')"))
    const notes = 'SELECT notes FROM indicator ORDER BY position'
    expect(database.prepare(notes).pluck().all()).toEqual(['', 'Owner: Sam'])
    expect(() => database.exec(`UPDATE indicator SET notes = 'x'`)).toThrow(/immutable/)
  })

  it('still reads the indicators of a version by its key', () => {
    const plan = queryPlan(migratedTo(50), `SELECT notes FROM indicator WHERE framework = 'h'`)
    expect(plan).toContain('SEARCH indicator USING PRIMARY KEY (framework=?)')
  })
})
