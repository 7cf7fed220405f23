import { describe, expect, it } from 'vitest'
import { MOMENT, migrated, participant } from './one-step.ts'

/** A workbook of the step before, with a person whose turn is open. */
const migratedTo140 = () =>
  migrated(
    { from: 139, to: 140 },
    participant('p'),
    `INSERT INTO turn (id, participant, round, key, opened_at) VALUES ('t', 'p', 1, 'k', ${MOMENT})`,
  )

const keep = (participant: string, key: string) =>
  `INSERT INTO kept_key (participant, round, key) VALUES ('${participant}', 1, '${key}')`

describe('140 kept keys', () => {
  it('leaves an open turn its key, and keeps none yet', () => {
    const database = migratedTo140()
    expect(database.prepare('SELECT key FROM turn').pluck().all()).toEqual(['k'])
    expect(database.prepare('SELECT * FROM kept_key').all()).toEqual([])
  })

  it('keeps one key for a person in a round, and none for nobody', () => {
    const database = migratedTo140()
    database.exec(keep('p', 'k'))
    expect(() => database.exec(keep('p', 'other'))).toThrow(/UNIQUE/)
    expect(() => database.exec(keep('nobody', 'k'))).toThrow(/FOREIGN KEY/)
    expect(() => database.exec(keep('p', ''))).toThrow(/CHECK/)
  })
})
