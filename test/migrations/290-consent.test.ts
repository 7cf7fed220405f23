import { expect, it } from 'vitest'
import { MOMENT, migrated, participant } from './one-step.ts'

it('290 changes and deletes no agreement and no text, but the agreement of somebody who withdrew', () => {
  const database = migrated({ from: 289, to: 290 }, participant('p'))
  database.exec(`INSERT INTO information_record (id, title, text, recorded_at, device)
    VALUES ('t', 'A study', 'We ask.', ${MOMENT}, 'd')`)
  database.exec(`INSERT INTO consent_record (id, participant, information, recorded_at, device)
    VALUES ('c', 'p', 't', ${MOMENT}, 'd')`)
  for (const statement of [
    `UPDATE information_record SET text = 'We ask more.'`,
    'DELETE FROM information_record',
    `UPDATE consent_record SET information = 'other'`,
    'DELETE FROM consent_record',
  ]) {
    expect(() => database.exec(statement)).toThrow(/immutable/)
  }
  database.exec(
    `INSERT INTO withdrawal (id, participant, recorded_at, device) VALUES ('w', 'p', ${MOMENT}, 'd')`,
  )
  database.exec('DELETE FROM consent_record')
  expect(database.prepare('SELECT count(*) FROM information_record').pluck().get()).toBe(1)
})
