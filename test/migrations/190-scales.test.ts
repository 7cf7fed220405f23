import type { Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { MOMENT, migrated } from './one-step.ts'

describe('190 scales', () => {
  it('keeps the workbook as it was, and takes scales of six and seven levels', () => {
    const row = `INSERT INTO workbook (only, id, title, scale, made_up, created_at)
      VALUES (1, 'w', 'Study', 5, 0, ${MOMENT})`
    const rows = (database: Database) => database.prepare('SELECT * FROM workbook').all()
    const after = migrated({ from: 189, to: 190 }, row)
    expect(rows(after)).toEqual(rows(migrated({ from: 189, to: 189 }, row)))
    for (const scale of [6, 7]) after.exec(`UPDATE workbook SET scale = ${scale}`)
    expect(() => after.exec('UPDATE workbook SET scale = 8')).toThrow(/CHECK/)
  })
})
