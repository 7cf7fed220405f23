import { describe, expect, it } from 'vitest'
import { framework, MOMENT, migrated, participant, supersedes } from './one-step.ts'

const asked = (id: string, indicators: string) => `INSERT INTO group_indicators_record
  (id, workshop, stakeholder_group, indicators, recorded_at, device)
  VALUES ('${id}', 's', 'ADCS', ${indicators}, ${MOMENT}, 'd')`

const protocol = (id: string, sequence: string, seed: string, minutes = 'NULL') => `INSERT INTO
  workshop_protocol_record (id, workshop, sequence, seed, wordings, minutes, recorded_at, device)
  VALUES ('${id}', 's', '${sequence}', '${seed}', '["title"]', ${minutes}, ${MOMENT}, 'd')`

const fresh = () => migrated({ from: 309, to: 310 }, framework('i'), participant('p'))

describe('310 protocols', () => {
  it('keeps later records in the place of earlier ones', () => {
    const database = fresh()
    database.exec(`${asked('a', `'["i"]'`)}; ${asked('b', 'NULL')}; ${supersedes('b', 'a')}`)
    database.exec(`${protocol('c', 'fixed', '')}; ${protocol('e', 'sections', 'x', '45')}`)
    database.exec(supersedes('e', 'c'))
    expect(database.prepare('SELECT id FROM group_indicators').all()).toEqual([{ id: 'b' }])
    expect(database.prepare('SELECT id FROM workshop_protocol').all()).toEqual([{ id: 'e' }])
  })

  it('changes and deletes none', () => {
    const database = fresh()
    database.exec(`${asked('a', `'["i"]'`)}; ${protocol('c', 'indicators', 'x')}`)
    for (const table of ['group_indicators_record', 'workshop_protocol_record']) {
      expect(() => database.exec(`UPDATE ${table} SET workshop = 't'`)).toThrow(/immutable/)
      expect(() => database.exec(`DELETE FROM ${table}`)).toThrow(/immutable/)
    }
  })

  it('has a seed where the order is shuffled and nowhere else, and minutes within reason', () => {
    const database = fresh()
    for (const wrong of [
      protocol('a', 'fixed', 'x'),
      protocol('a', 'sections', ''),
      protocol('a', 'backwards', 'x'),
      protocol('a', 'fixed', '', '0'),
    ]) {
      expect(() => database.exec(wrong)).toThrow(/CHECK/)
    }
  })
})
