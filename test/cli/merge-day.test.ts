import { copyFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listConflicts, listOpenConflicts } from '../../engine/conflicts/list.ts'
import { reopenBatch, resolveMany } from '../../engine/conflicts/resolve.ts'
import { openWorkbook } from '../../engine/workbooks/open.ts'
import type { StudyState } from '../../shared/model/whole-study.ts'
import { isLongRun } from '../helpers/counts.ts'
import { type MergeDay, mergeDay } from '../helpers/merge-day.ts'
import { program } from '../helpers/sample-workbook.ts'
import { type TempFolder, tempFolder } from '../helpers/temp-folder.ts'
import { runCli, runJson } from './run-cli.ts'

/** As the day was: 504 questions that six people of a cloned laptop answered twice. */
const SIZE = { workshops: 4, laptops: 5, people: 6, indicators: 42 }

/** Merges packages, in this order, into a fresh copy of the team's workbook; gives its file. */
async function mergedIn(
  folder: TempFolder,
  day: MergeDay,
  name: string,
  packages: readonly string[],
) {
  copyFileSync(day.team, folder.file(name))
  await runCli(['merge', name, ...packages], folder.path)
  return name
}

const resultsOf = async (folder: TempFolder, book: string) =>
  (await runCli(['results', book, '--json'], folder.path)).stdout

describe.runIf(isLongRun)('the day on which the laptops come back', () => {
  it('gives the same results in any order, and as if York had not changed the framework', async () => {
    using folder = tempFolder()
    const day = await mergeDay(folder.file('day'), SIZE)
    const packages = [...day.packages.values()]
    const york = packages.at(-1) ?? ''
    const without = packages.with(-1, day.unchanged)
    const forth = await mergedIn(folder, day, 'forth.sqlite', packages)
    const results = await resultsOf(folder, forth)
    expect(results).toContain('Children who are helped, part 1')
    expect(results).not.toContain('The words of York')
    const back = await mergedIn(folder, day, 'back.sqlite', packages.toReversed())
    expect(await resultsOf(folder, back)).toBe(results)
    const plain = await mergedIn(folder, day, 'plain.sqlite', without)
    expect(await resultsOf(folder, plain)).toBe(results)
    const state = await runJson<StudyState>(['study', forth], folder.path)
    expect(state.left).toMatchObject({ conflicts: day.conflicts, setAside: 1 })
    expect(basename(dirname(york))).toBe('day')
  })

  it('names the laptop that is outstanding until its package is merged', async () => {
    using folder = tempFolder()
    const day = await mergeDay(folder.file('day'), SIZE)
    const late = day.packages.get('Bradford 2') ?? ''
    const packages = [...day.packages.values()].filter(one => one !== late)
    const book = await mergedIn(folder, day, 'team.sqlite', packages)
    const before = await runCli(['study', book], folder.path)
    expect(before.stdout).toContain(`${SIZE.laptops - 1} of ${SIZE.laptops} laptops`)
    expect(before.stdout).toContain('Bradford 2')
    await runCli(['merge', book, late], folder.path)
    const after = await runCli(['study', book], folder.path)
    expect(after.stdout).not.toContain('Bradford 2')
  })

  it('settles every conflict in two actions a person, and takes a batch back in one', async () => {
    using folder = tempFolder()
    const day = await mergeDay(folder.file('day'), SIZE)
    await mergedIn(folder, day, 'team.sqlite', [...day.packages.values()])
    const workbook = openWorkbook(join(folder.path, 'team.sqlite'), program)
    try {
      const open = listOpenConflicts(workbook.store)
      expect(open).toHaveLength(day.conflicts)
      const people = [...new Set(open.map(({ participant }) => participant))]
      const [laptop = ''] = open[0]?.sides.map(({ device }) => device) ?? []
      let actions = 0
      let last: string | null = null
      for (const person of people) {
        const among = open
          .filter(({ participant }) => participant === person)
          .flatMap(({ sides }) => sides[0]?.id ?? [])
        const way = { by: 'laptop', laptop } as const
        const rehearsed = resolveMany(workbook, { way, among, rehearses: true })
        expect(rehearsed).toMatchObject({ settled: among.length, open: 0 })
        last = resolveMany(workbook, { way, among, decidedBy: 'RK' }).batch
        actions += 2
      }
      expect(actions).toBeLessThanOrEqual(12)
      expect(listConflicts(workbook.store)).toMatchObject({
        open: [],
        batches: { length: people.length },
      })
      reopenBatch(workbook, last ?? '')
      expect(listOpenConflicts(workbook.store)).toHaveLength(day.conflicts / people.length)
    } finally {
      workbook.close()
    }
  })
})
