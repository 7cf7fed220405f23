import { expect, it } from 'vitest'
import { MOMENT, migrated } from './one-step.ts'

it('330 changes and deletes no glossary, and takes no terms that are no list', () => {
  const database = migrated({ from: 329, to: 330 })
  const add = (id: string, terms: string) =>
    database.exec(`INSERT INTO glossary_record (id, terms, file_name, recorded_at, device)
      VALUES ('${id}', '${terms}', 'words.csv', ${MOMENT}, 'd')`)
  add('g', '[]')
  expect(() => add('h', 'CIN')).toThrow(/CHECK/)
  for (const statement of [
    `UPDATE glossary_record SET file_name = 'other.csv'`,
    'DELETE FROM glossary_record',
  ]) {
    expect(() => database.exec(statement)).toThrow(/immutable/)
  }
})
