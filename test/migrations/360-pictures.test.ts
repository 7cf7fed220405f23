import { expect, it } from 'vitest'
import { framework, MOMENT, migrated } from './one-step.ts'

it('360 changes and deletes no picture, and takes none without its parts or of another type', () => {
  const database = migrated({ from: 359, to: 360 }, framework('i'))
  const [first, second] = ['a'.repeat(64), 'b'.repeat(64)]
  const addPart = (id: string, next: string | null) =>
    database.exec(`INSERT INTO picture_part (id, data, next)
      VALUES ('${id}', 'AAAA', ${next === null ? 'NULL' : `'${next}'`})`)
  const add = (id: string, content: string, type: string) =>
    database.exec(`INSERT INTO picture_record
      (id, framework, indicator, content, type, description, file_name, recorded_at, device)
      VALUES ('${id}', 'h', 'i', ${content}, ${type}, '', 'i.png', ${MOMENT}, 'd')`)
  expect(() => addPart(first, second)).toThrow(/FOREIGN KEY/)
  expect(() => add('p', `'${first}'`, `'image/png'`)).toThrow(/FOREIGN KEY/)
  addPart(second, null)
  addPart(first, second)
  add('p', `'${first}'`, `'image/png'`)
  add('none', 'NULL', 'NULL')
  expect(() => add('q', `'${first}'`, `'image/svg+xml'`)).toThrow(/CHECK/)
  expect(() => add('q', `'${first}'`, 'NULL')).toThrow(/CHECK/)
  for (const statement of [
    `UPDATE picture_part SET data = 'BBBB'`,
    'DELETE FROM picture_part',
    `UPDATE picture_record SET description = 'A house'`,
    'DELETE FROM picture_record',
  ]) {
    expect(() => database.exec(statement)).toThrow(/immutable/)
  }
})
