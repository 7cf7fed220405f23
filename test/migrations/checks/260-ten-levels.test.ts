import type { Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { describeSchema, migrate, readMigrations } from '../../../engine/store/migrate.ts'
import { framework, MOMENT, migrated, participant } from '../one-step.ts'

const WORKBOOK = `INSERT INTO workbook (only, id, title, scale, made_up, created_at)
  VALUES (1, 'w', 'Study', 9, 0, ${MOMENT})`

const rating = (id: string, level: number) => `INSERT INTO rating
  (id, participant, framework, indicator, criterion, round, answer, level, comment, wording, entry, recorded_at, device)
  VALUES ('${id}', 'p', 'h', 'i', 'usefulness', 1, 'level', ${level}, NULL, 'title', 'screen', ${MOMENT}, 'd')`

const TURN = `INSERT INTO turn (id, participant, round, key, opened_at) VALUES ('t', 'p', 1, 'k', ${MOMENT})`
const draft = (level: number) => `INSERT OR REPLACE INTO draft
  (turn, part, indicator, criterion, participant, framework, answer, level, wording, saved_at)
  VALUES ('t', 'answer', 'i', 'usefulness', 'p', 'h', 'level', ${level}, 'title', ${MOMENT})`

const SHEET = `INSERT INTO sheet VALUES (1, 's', 'p', '', '', 1, 'h', 'title', '["i"]', ${MOMENT})`
const keyed = (level: number) =>
  `INSERT OR REPLACE INTO keyed VALUES (1, 1, 'i', 'usefulness', 'level', ${level}, '')`

const rows = [WORKBOOK, framework('i'), participant('p'), rating('r', 9), TURN, draft(9)]

/** Everything that stands in a file, beside the text of its tables. */
const everything = (database: Database) =>
  ['workbook', 'rating', 'draft', 'keyed', 'seal', 'unsealed', 'sheet'].map(table =>
    database.prepare(`SELECT * FROM ${table}`).all(),
  )

const old = () => migrated({ from: 259, to: 259 }, ...rows, SHEET, keyed(9))
const fresh = () => migrated({ from: 259, to: 260 }, ...rows, SHEET, keyed(9))

describe('260 ten levels', () => {
  it('keeps every row as it was, in a file that is whole', () => {
    expect(everything(fresh())).toEqual(everything(old()))
    expect(fresh().pragma('integrity_check', { simple: true })).toBe('ok')
    expect(fresh().pragma('foreign_key_check')).toEqual([])
  })

  it('takes a tenth level in ratings, drafts and readings of paper, and no eleventh', () => {
    for (const row of [(level: number) => rating('r10', level), draft, keyed]) {
      expect(() => old().exec(row(10))).toThrow(/CHECK/)
      const database = fresh()
      database.exec(row(10))
      expect(() => database.exec(row(11).replace('r10', 'r11'))).toThrow(/CHECK/)
    }
  })

  it('takes a workbook of ten levels, and none of eight', () => {
    const database = fresh()
    database.exec('UPDATE workbook SET scale = 10')
    expect(() => database.exec('UPDATE workbook SET scale = 8')).toThrow(/CHECK/)
  })

  it('leaves ratings immutable, and the file guarded as before', () => {
    const database = fresh()
    expect(() => database.exec('UPDATE rating SET level = 1')).toThrow(/immutable/)
    expect(() => database.exec('DELETE FROM rating')).toThrow(/immutable/)
    database.pragma('writable_schema = ON')
    expect(() => database.exec("UPDATE sqlite_schema SET sql = ''")).toThrow(/may not be modified/)
  })

  it('leaves a file as it was where a later step fails', () => {
    const database = old()
    const [before, schema] = [everything(database), describeSchema(database)]
    const broken = [...readMigrations(), { version: 990, name: 'broken', sql: 'CREATE NONSENSE' }]
    expect(() => migrate(database, broken)).toThrow(/NONSENSE/)
    expect(describeSchema(database)).toBe(schema)
    expect(everything(database)).toEqual(before)
    expect(() => database.exec(rating('r10', 10))).toThrow(/CHECK/)
  })

  it('writes no row of the ratings themselves, however many there are', () => {
    const database = old()
    database.exec(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
       INSERT INTO rating SELECT 'many' || i, 'p', 'h', 'i', 'usability', 2, 'level', 3, NULL, 'title', 'screen',
         ${MOMENT}, 'd', NULL FROM n`,
    )
    const changes = () => database.prepare('SELECT total_changes()').pluck().get()
    const counted = Number(changes())
    migrate(database, readMigrations())
    expect(Number(changes()) - counted).toBeLessThan(20)
  })
})
