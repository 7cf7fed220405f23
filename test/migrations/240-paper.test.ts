import { describe, expect, it } from 'vitest'
import { framework, MOMENT, migrated, participant, supersedes } from './one-step.ts'

const paper = (id: string, checkedBy: string | null) => `INSERT INTO paper_record
  (id, participant, round, sheet, keyed_by, checked_by, recorded_at, device)
  VALUES ('${id}', 'p', 1, 1, 'AB', ${checkedBy === null ? 'NULL' : `'${checkedBy}'`}, ${MOMENT}, 'd')`

const sheet = `INSERT INTO sheet
  (workshop, participant, code, stakeholder_group, round, framework, wording, indicators, printed_at)
  VALUES ('s', 'p', 'KUB-01', 'ADCS', 1, 'h', 'title', '["i"]', ${MOMENT})`

const printed = () => migrated({ from: 239, to: 240 }, framework('i'), participant('p'))

describe('240 paper', () => {
  it('keeps the note of who checked a sheet in the place of the one of who keyed it in', () => {
    const database = printed()
    database.exec(`${paper('a', null)}; ${paper('b', 'CD')}; ${supersedes('b', 'a')}`)
    const current = database.prepare('SELECT id, checked_by AS by FROM current_paper').all()
    expect(current).toEqual([{ id: 'b', by: 'CD' }])
  })

  it('changes and deletes no note but that of somebody who withdrew', () => {
    const database = printed()
    database.exec(paper('a', null))
    expect(() => database.exec(`UPDATE paper_record SET keyed_by = 'X'`)).toThrow(/immutable/)
    expect(() => database.exec('DELETE FROM paper_record')).toThrow(/immutable/)
    database.exec(
      `INSERT INTO withdrawal (id, participant, recorded_at, device) VALUES ('w', 'p', ${MOMENT}, 'd')`,
    )
    database.exec('DELETE FROM paper_record')
    expect(database.prepare('SELECT 1 FROM paper_record').all()).toEqual([])
  })

  it('forgets the person of a sheet wholly or not at all', () => {
    const database = printed()
    database.exec(sheet)
    expect(() => database.exec('UPDATE sheet SET participant = NULL')).toThrow(/CHECK/)
    database.exec(`UPDATE sheet SET participant = NULL, code = '', stakeholder_group = ''`)
  })
})
