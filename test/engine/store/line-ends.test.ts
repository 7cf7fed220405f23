import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { expectedSchema } from '../../../engine/store/blank.ts'
import { describeSchema, migrate, readMigrations } from '../../../engine/store/migrate.ts'
import { openWorkbook } from '../../../engine/workbooks/open.ts'
import { program, sampleWorkbook } from '../../helpers/sample-workbook.ts'

/** The steps as a checkout of Git for Windows has them by default (core.autocrlf=true). */
const withWindowsLineEnds = () =>
  readMigrations().map(step => ({ ...step, sql: step.sql.replaceAll('\n', '\r\n') }))

describe('a schema with the line ends of Windows', () => {
  it('is the same schema', () => {
    const database = new Database(':memory:')
    migrate(database, withWindowsLineEnds())
    const { sql } = database
      .prepare<[], { sql: string }>("SELECT sql FROM sqlite_schema WHERE name = 'rating'")
      .get() ?? { sql: '' }
    expect(sql).toContain('\r\n')
    expect(describeSchema(database)).toBe(expectedSchema(readMigrations()))
    database.close()
  })

  it('is taken in a workbook that was made with them', () => {
    const workbook = sampleWorkbook()
    const { file } = workbook.store
    workbook.close()
    const database = new Database(file)
    database.unsafeMode()
    database.pragma('writable_schema = ON')
    database.exec(`UPDATE sqlite_schema SET sql = replace(sql, char(10), char(13) || char(10))`)
    database.close()
    const opened = openWorkbook(file, program)
    expect(opened.title).toBe('Sample')
    opened.close()
  })
})
