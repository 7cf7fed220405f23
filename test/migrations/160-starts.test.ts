import { describe, expect, it } from 'vitest'
import { MOMENT, migrated, participant } from './one-step.ts'

/** A workbook of the step before, with one participant. */
const migratedTo160 = () => migrated({ from: 159, to: 160 }, participant('p'))

const start = (id: string, turn = 'NULL, NULL, NULL') => `INSERT INTO start
  (participant, workshop, code, stakeholder_group, recorded_at, hash, first_word, turn, round, key)
  VALUES ('${id}', 's', '${id}', 'ADCS', ${MOMENT}, '${'h'.repeat(43)}', '{}', ${turn})`

describe('160 starts', () => {
  it('leaves every participant one, and begins with no start', () => {
    const database = migratedTo160()
    expect(database.prepare('SELECT participant FROM participant').pluck().all()).toEqual(['p'])
    expect(database.prepare('SELECT * FROM start').all()).toEqual([])
  })

  it('keeps who has said nothing apart from the participants, and erases them without a trace', () => {
    const database = migratedTo160()
    database.exec(start('q'))
    const present = database.prepare('SELECT participant FROM present_participant ORDER BY 1')
    expect(present.pluck().all()).toEqual(['p', 'q'])
    expect(database.prepare('SELECT participant FROM participant').pluck().all()).toEqual(['p'])
    database.exec('DELETE FROM start')
    expect(present.pluck().all()).toEqual(['p'])
  })

  it('takes a turn whole or not at all', () => {
    const database = migratedTo160()
    database.exec(start('q', "'t', 1, 'k'"))
    expect(() => database.exec(start('r', "'t', NULL, 'k'"))).toThrow(/CHECK/)
    expect(() => database.exec(start('r', "'t', 1, ''"))).toThrow(/CHECK/)
  })
})
