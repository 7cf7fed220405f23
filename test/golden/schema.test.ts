import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { expectRecorded } from './recorded.ts'
import { openStudy, PATIENCE } from './study.ts'

interface Part {
  readonly type: string
  readonly name: string
  readonly sql: string | null
}

/** The schema of a workbook file as text: its numbers, and every part with the words that made it. */
function schemaOf(file: string): string {
  const database = new Database(file, { readonly: true })
  try {
    const numbers = ['application_id', 'user_version', 'page_size', 'encoding', 'journal_mode'].map(
      name => `${name} ${database.pragma(name, { simple: true })}`,
    )
    const parts = database
      .prepare<[], Part>('SELECT type, name, sql FROM sqlite_master ORDER BY type, name')
      .all()
    const described = parts.map(({ type, name, sql }) => `-- ${type} ${name}\n${sql ?? ''}`)
    return `${[...numbers, ...described].join('\n\n')}\n`
  } finally {
    database.close()
  }
}

// A step that is added to the schema changes this record, and no other: record it again on purpose.
it('makes a workbook file with the schema of before', PATIENCE, async () => {
  using study = await openStudy()
  const [made] = await study.run([['create', 'new.sqlite', '--framework', 'small.csv']])
  expect(made).toMatchObject({ code: 0 })
  expectRecorded('schema', schemaOf(study.folder.file('new.sqlite')))
})
