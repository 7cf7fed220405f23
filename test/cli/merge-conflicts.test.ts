import { expect, it } from 'vitest'
import { linkParticipants } from '../../engine/people/people.ts'
import { getAllKnownParticipants } from '../../engine/store/records/people.ts'
import { openWorkbook } from '../../engine/workbooks/open.ts'
import type { MergeReceipt } from '../../shared/model/packages.ts'
import { program } from '../helpers/sample-workbook.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { runCli, runJson } from './run-cli.ts'

interface Merged extends MergeReceipt {
  readonly conflicts: readonly {
    readonly participant: object
    readonly ratings: readonly object[]
  }[]
}

it('says of the conflicts of linked people in merge what conflicts, info and results say', async () => {
  using folder = tempFolder()
  const { path } = folder
  await runCli(['example', 'book.sqlite', '--workshops', '1', '--participants', '4'], path)
  const workbook = openWorkbook(folder.file('book.sqlite'), program)
  const [one, other] = getAllKnownParticipants(workbook.store)
  linkParticipants(workbook, { participant: one?.id ?? '', other: other?.id ?? '' })
  workbook.close()
  await runCli(['export', 'book.sqlite', 'own.workbook'], path)

  const merged = await runJson<Merged>(['merge', 'book.sqlite', 'own.workbook'], path)
  const { open } = await runJson<{ open: readonly object[] }>(['conflicts', 'book.sqlite'], path)
  expect(open.length).toBeGreaterThan(0)
  expect(merged.after.conflicts).toBe(open.length)
  expect(merged.conflicts).toHaveLength(open.length)
  expect(merged.conflicts.every(({ ratings }) => ratings.length === 2)).toBe(true)
  expect(await runJson(['info', 'book.sqlite'], path)).toMatchObject({ conflicts: open.length })
  expect(await runJson(['results', 'book.sqlite'], path)).toMatchObject({
    conflicts: { keys: open.length },
  })
  const { stdout } = await runCli(['merge', 'book.sqlite', 'own.workbook'], path)
  expect(stdout).toContain(`${open.length} conflicts in the workbook, to be settled.`)
})
