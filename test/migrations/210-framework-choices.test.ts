import { describe, expect, it } from 'vitest'
import { MOMENT, migrated, supersedes } from './one-step.ts'

const framework = `INSERT INTO framework (hash, title, origin, file_name, loaded_at, device)
  VALUES ('h', 'Draft', 'file', 'draft.csv', ${MOMENT}, 'd')`

const choice = (id: string, aside: string) => `INSERT INTO framework_choice_record
  (id, framework, beside, aside, recorded_at, device)
  VALUES ('${id}', 'h', '["x"]', '${aside}', ${MOMENT}, 'd')`

const chosen = () => {
  const database = migrated({ from: 209, to: 210 }, framework)
  return { database, current: database.prepare('SELECT id FROM framework_choice').pluck() }
}

describe('210 framework choices', () => {
  it('begins with no choice, and keeps those that nothing supersedes', () => {
    const { database, current } = chosen()
    expect(current.all()).toEqual([])
    database.exec(`${choice('a', '["x"]')}; ${choice('b', '[]')}; ${supersedes('b', 'a')}`)
    expect(current.all()).toEqual(['b'])
  })

  it('takes lists only, and changes and deletes no choice', () => {
    const { database } = chosen()
    expect(() => database.exec(choice('a', 'x'))).toThrow(/CHECK/)
    database.exec(choice('a', '[]'))
    expect(() => database.exec(`UPDATE framework_choice_record SET aside = '[]'`)).toThrow(
      /immutable/,
    )
    expect(() => database.exec('DELETE FROM framework_choice_record')).toThrow(/immutable/)
  })
})
