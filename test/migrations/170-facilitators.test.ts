import { describe, expect, it } from 'vitest'
import { MOMENT, migrated, supersedes } from './one-step.ts'

const note = (id: string, text: string) => `INSERT INTO facilitators_record
  (id, workshop, round, text, recorded_at, device) VALUES ('${id}', 's', 1, '${text}', ${MOMENT}, 'd')`

describe('170 facilitators', () => {
  it('notes nobody for what was there before, and keeps each note beside what nothing supersedes', () => {
    const database = migrated({ from: 169, to: 170 })
    const current = () =>
      database.prepare('SELECT text FROM current_facilitators ORDER BY id').pluck().all()
    expect(current()).toEqual([])
    database.exec(`${note('a', 'AB')}; ${note('b', 'CD')}`)
    expect(current()).toEqual(['AB', 'CD'])
    database.exec(`${note('c', '')}; ${supersedes('c', 'a', 'b')}`)
    expect(current()).toEqual([''])
  })

  it('changes and deletes none of them', () => {
    const database = migrated({ from: 169, to: 170 })
    database.exec(note('a', 'AB'))
    for (const sql of [
      `UPDATE facilitators_record SET text = ''`,
      'DELETE FROM facilitators_record',
    ]) {
      expect(() => database.exec(sql), sql).toThrow(/immutable/)
    }
  })
})
