import { describe, expect, it } from 'vitest'
import { framework, MOMENT, migrated, participant, supersedes } from './one-step.ts'

const hands = (id: string, counts: string, wording = 'title') => `INSERT INTO hands_record
  (id, workshop, stakeholder_group, round, framework, indicator, criterion, counts, dont_know, not_applicable,
   present, wording, keyed_by, recorded_at, device)
  VALUES ('${id}', 's', 'ADCS', 1, 'h', 'i', 'usefulness', '${counts}', 0, 0, 9, '${wording}', 'AB', ${MOMENT}, 'd')`

const counted = () => migrated({ from: 299, to: 300 }, framework('i'), participant('p'))

describe('300 hands', () => {
  it('keeps a later count in the place of an earlier one', () => {
    const database = counted()
    database.exec(`${hands('a', '[1,2,3]')}; ${hands('b', '[1,2,4]')}; ${supersedes('b', 'a')}`)
    expect(database.prepare('SELECT id FROM current_hands').all()).toEqual([{ id: 'b' }])
  })

  it('changes and deletes no count', () => {
    const database = counted()
    database.exec(hands('a', '[1,2,3]'))
    expect(() => database.exec('UPDATE hands_record SET present = 20')).toThrow(/immutable/)
    expect(() => database.exec('DELETE FROM hands_record')).toThrow(/immutable/)
    expect(() => database.exec(hands('b', '1, 2'))).toThrow(/CHECK/)
  })

  it('takes counts of ten levels, and of what was put to the room in any wording', () => {
    const database = counted()
    const ofTen = '[0,1,0,1,0,1,0,1,0,1]'
    for (const wording of ['title', 'plain', 'easy']) database.exec(hands(wording, ofTen, wording))
    expect(database.prepare('SELECT count(*) FROM hands_record').pluck().get()).toBe(3)
    expect(() => database.exec(hands('a', ofTen, 'shouted'))).toThrow(/CHECK/)
  })
})
