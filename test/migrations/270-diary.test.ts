import { describe, expect, it } from 'vitest'
import { MOMENT, migrated, supersedes } from './one-step.ts'

const note = (id: string, text: string, from = 'NULL') => `INSERT INTO diary_note_record
  (id, note, text, recorded_at, device, package) VALUES ('${id}', 'a', '${text}', ${MOMENT}, 'd', ${from})`

const written = (id: string, columns = '', values = '') => `INSERT INTO written_file
  (id, kind, format, name, recorded_at${columns}) VALUES ('${id}', 'export', 'csv', 'a.csv', ${MOMENT}${values})`

describe('270 diary', () => {
  it('begins without notes, and keeps those that nothing supersedes', () => {
    const database = migrated({ from: 260, to: 270 })
    const texts = database.prepare('SELECT text FROM diary_note').pluck()
    expect(texts.all()).toEqual([])
    database.exec(`${note('a', 'Rain.')}; ${note('b', 'Snow.')}; ${supersedes('b', 'a')}`)
    expect(texts.all()).toEqual(['Snow.'])
  })

  it('changes and deletes no note, and seals what is made here', () => {
    const database = migrated({ from: 260, to: 270 })
    database.exec(`${note('a', 'Rain.')}; ${note('b', 'Snow.', '1')}`)
    expect(() => database.exec(`UPDATE diary_note_record SET text = ''`)).toThrow(/immutable/)
    expect(() => database.exec('DELETE FROM diary_note_record')).toThrow(/immutable/)
    const owed = database.prepare(`SELECT key FROM unsealed WHERE about = 'diary_note_record'`)
    expect(owed.pluck().all()).toEqual(['a'])
  })

  it('keeps the release of an export, and says of earlier ones that it is not known', () => {
    const database = migrated({ from: 260, to: 270 }, written('a'))
    database.exec(written('b', ', release', `, 'tables'`))
    const releases = database.prepare('SELECT release FROM written_file ORDER BY id').pluck()
    expect(releases.all()).toEqual([null, 'tables'])
    expect(() => database.exec(written('c', ', release', `, 'all'`))).toThrow(/CHECK/)
  })
})
