import { expect, it } from 'vitest'
import { tempFolder } from '../helpers/temp-folder.ts'
import { runCli, runJson } from './run-cli.ts'

interface Entries {
  readonly entries: readonly { readonly kind: string; readonly words: string }[]
}

it('tells what was done in a study, adds notes, and finds entries', async () => {
  using folder = tempFolder()
  const { path } = folder
  await runCli(['example', 'book.sqlite'], path)
  const added = await runCli(['diary', 'add', 'book.sqlite', 'It rained.'], path)
  expect(added.stderr).toMatch(/goes to everybody who gets a package/)
  await runJson(['diary', 'add', 'book.sqlite', 'It snowed.'], path)
  const all = await runJson<Entries>(['diary', 'book.sqlite'], path)
  expect(all.entries.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['note', 'set-up', 'framework']),
  )
  const found = await runJson<Entries>(
    ['diary', 'book.sqlite', '--kind', 'note', '--kind', 'merge', '--find', 'snow'],
    path,
  )
  expect(found.entries.map(({ words }) => words)).toEqual(['It snowed.'])
  const table = await runCli(['diary', 'book.sqlite', '--kind', 'note'], path)
  expect(table.stdout).toMatch(/note\s+It rained\./)
  const unknown = await runCli(['diary', 'book.sqlite', '--kind', 'weather'], path)
  expect(unknown).toMatchObject({ code: 2 })
  expect(unknown.stderr).toMatch(/Use one of note, set-up/)
})
