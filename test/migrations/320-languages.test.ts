import { expect, it } from 'vitest'
import { MOMENT, migrated, participant } from './one-step.ts'

it('320 keeps in which language something was said, until its person withdraws', () => {
  const database = migrated({ from: 319, to: 320 }, participant('p'))
  database.exec(`INSERT INTO language_record (id, participant, round, language, said, recorded_at, device)
    VALUES ('l', 'p', 1, 'cy', '["r"]', ${MOMENT}, 'd')`)
  for (const statement of [
    `UPDATE language_record SET language = 'en'`,
    'DELETE FROM language_record',
  ]) {
    expect(() => database.exec(statement)).toThrow(/immutable/)
  }
  database.exec(
    `INSERT INTO withdrawal (id, participant, recorded_at, device) VALUES ('w', 'p', ${MOMENT}, 'd')`,
  )
  database.exec('DELETE FROM language_record')
  expect(database.prepare('SELECT count(*) FROM language_record').pluck().get()).toBe(0)
})
