import { expect, it } from 'vitest'
import { framework, MOMENT, migrated, participant } from './one-step.ts'

it('340 keeps translations for ever, and what was shown of them until its person withdraws', () => {
  const database = migrated({ from: 339, to: 340 }, framework('i'), participant('p'))
  const add = (indicator: string) =>
    database.exec(`INSERT INTO translation_record
        (id, framework, indicator, language, texts, file_name, recorded_at, device)
      VALUES ('t', 'h', '${indicator}', 'cy', '{"title":"Un"}', 'f.csv', ${MOMENT}, 'd')`)
  expect(() => add('of no framework')).toThrow(/FOREIGN KEY/)
  add('i')
  database.exec(`INSERT INTO translation_shown (id, participant, round, shown, recorded_at, device)
    VALUES ('s', 'p', 1, '[{"said":"r","translation":"t"}]', ${MOMENT}, 'd')`)
  for (const statement of [
    `UPDATE translation_record SET language = 'en'`,
    'DELETE FROM translation_record',
    'UPDATE translation_shown SET round = 2',
    'DELETE FROM translation_shown',
  ]) {
    expect(() => database.exec(statement)).toThrow(/immutable/)
  }
  database.exec(
    `INSERT INTO withdrawal (id, participant, recorded_at, device) VALUES ('w', 'p', ${MOMENT}, 'd')`,
  )
  database.exec('DELETE FROM translation_shown')
  expect(database.prepare('SELECT count(*) FROM translation_shown').pluck().get()).toBe(0)
})
