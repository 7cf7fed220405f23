import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { verifyWorkbook } from '../../../engine/verify/verify.ts'
import {
  ownFolder,
  program,
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'

/** The file of a closed workbook with two participants who rated two indicators, one of them twice. */
function ratedFile(): string {
  const workbook = sampleWorkbook()
  const [a = '', b = ''] = currentFramework(workbook.store).indicators.map(({ id }) => id)
  const workshop = sampleWorkshop(workbook)
  const ada = sampleParticipant(workbook, workshop)
  const ben = sampleParticipant(workbook, workshop)
  recordRating(workbook, rating(ada, a, 2))
  recordRating(workbook, rating(ada, a, 5))
  recordRating(workbook, rating(ben, b, 3))
  workbook.close()
  return workbook.store.file
}

/** Changes a file behind the program's back, past its triggers, which are put back. */
function tamper(file: string, trigger: string, sql: string): void {
  const database = new Database(file)
  database.pragma('foreign_keys = OFF')
  const kept = database
    .prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(trigger)
  database.exec(`DROP TRIGGER ${trigger}; ${sql}; ${kept}`)
  database.close()
}

const failedChecks = (file: string): readonly string[] => {
  const { ok, checks } = verifyWorkbook(file, program)
  const failed = checks.filter(check => !check.ok)
  expect(ok).toBe(failed.length === 0)
  return failed.map(({ name }) => name)
}

describe('verifying a workbook', () => {
  it('finds nothing wrong with one that the program wrote', () => {
    expect(failedChecks(ratedFile())).toEqual([])
  })

  it('finds nothing wrong with one that was killed as a large merge ended, under the journal of it', () => {
    const file = ratedFile()
    const database = new Database(file)
    database.pragma('journal_mode = DELETE')
    database.close()
    expect(failedChecks(file)).toEqual([])
  })

  it('finds first bytes that name no way of writing of this program', () => {
    const file = ratedFile()
    const bytes = readFileSync(file)
    bytes[18] = 1
    writeFileSync(file, bytes)
    expect(failedChecks(file)).toEqual(['durability'])
  })

  it.each([
    [
      'a rating off the scale',
      'rating_stays',
      'UPDATE rating SET level = 9',
      ['records', 'ratings'],
    ],
    [
      'a rating of an indicator that is not there',
      'rating_stays',
      `UPDATE rating SET indicator = 'gone'`,
      ['references', 'records', 'ratings'],
    ],
    [
      'a rating that takes the place of another person’s',
      'supersession_stays',
      'UPDATE supersession SET superseded = (SELECT id FROM rating ORDER BY id DESC LIMIT 1)',
      ['records', 'supersessions'],
    ],
    [
      'a rating that takes the place of none',
      'supersession_stays',
      `UPDATE supersession SET superseded = 'gone'`,
      ['records', 'supersessions'],
    ],
    [
      'a participant of a workshop that is not there',
      'participant_record_stays',
      `UPDATE participant_record SET workshop = 'gone'`,
      ['references', 'records'],
    ],
    [
      'a framework whose words were changed',
      'indicator_stays',
      `UPDATE indicator SET title = 'Another title' WHERE code = 'A2'`,
      ['records', 'frameworks'],
    ],
    [
      'a level that is another one of the scale',
      'rating_stays',
      'UPDATE rating SET level = level % 5 + 1',
      ['records'],
    ],
  ])('finds %s', (_, trigger, sql, failed) => {
    const file = ratedFile()
    tamper(file, trigger, sql)
    expect(failedChecks(file)).toEqual(failed)
  })

  it('finds pages that the disk has garbled', () => {
    const bytes = readFileSync(ratedFile())
    const pageSize = bytes.readUInt16BE(16)
    const from = bytes.indexOf('Indicator A2')
    bytes.fill(0xff, from - (from % pageSize), from - (from % pageSize) + 8)
    const file = join(ownFolder(), 'garbled.sqlite')
    writeFileSync(file, bytes)
    expect(failedChecks(file)).toContain('integrity')
  })

  it('says that a file whose tables are not its own does not open', () => {
    const file = ratedFile()
    const database = new Database(file)
    database.exec('CREATE TABLE stranger (id TEXT) STRICT')
    database.close()
    expect(failedChecks(file)).toEqual(['opens'])
  })

  it('refuses what is no workbook at all', () => {
    const file = join(ownFolder(), 'notes.txt')
    writeFileSync(file, 'some notes')
    expect(() => verifyWorkbook(file, program)).toThrow(
      expect.objectContaining({ code: 'NOT_A_WORKBOOK' }),
    )
  })
})
