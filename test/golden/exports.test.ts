import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CliRun } from '../cli/run-cli.ts'
import { expectSameBytes, expectSameParts } from './hashes.ts'
import { expectRun } from './recorded.ts'
import { openStudy, PATIENCE, type Study } from './study.ts'

const BOOK = 'book.sqlite'
const FIRST = '01a22462-ede9-7752-8474-500551eb0454'
const SECOND = '01a22462-ee32-76b8-829e-8db7f72bd092'
const ONE_WORKSHOP = ['--workshop', FIRST]
const FOR_THE_PUBLIC = ['--pseudonyms', '--no-comments', '--hide-under', '3']
const JUDGED = ['--rule', 'ours', '--quantile', 'R-6']
const ROUND_2 = ['--round', '2', '--rounds', '2']
const TWO_WORKSHOPS = [
  '--workshop',
  FIRST,
  '--workshop',
  SECOND,
  '--group',
  'ADCS',
  '--group',
  'DfE',
]

/** Each file that `export` writes, with what is asked of it. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  'all.xlsx': [],
  'public.xlsx': FOR_THE_PUBLIC,
  'judged-round-2.xlsx': [...JUDGED, ...ROUND_2, ...ONE_WORKSHOP],
  'all.csv': [],
  'public.csv': FOR_THE_PUBLIC,
  'pseudonyms.csv': ['--pseudonyms'],
  'round-2.csv': [...ROUND_2],
  'some.csv': TWO_WORKSHOPS,
  'all.zip': [],
  'public.zip': FOR_THE_PUBLIC,
  'judged.zip': [...JUDGED, ...ONE_WORKSHOP],
  'all.html': [],
  'public.html': FOR_THE_PUBLIC,
  'judged-round-2.html': [...JUDGED, ...ROUND_2],
  'all.parquet': [],
  'public.parquet': FOR_THE_PUBLIC,
  'all.workbook': [],
  'one-workshop.workbook': ONE_WORKSHOP,
  'set-up.workbook': ['--setup'],
}

/** The exports that are refused, and leaves no file. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'refused-group.csv': ['--group', 'Nobody'],
  'refused-workshop.xlsx': ['--workshop', BOOK],
  'refused-rule.html': ['--rule', 'ram'],
  'refused-set-up.csv': ['--setup'],
  'refused-pseudonyms.workbook': ['--pseudonyms'],
}

const written = (name: string): string => `out-${name}`

describe('what the program writes from the workbook of the version before', PATIENCE, () => {
  let study: Study
  let runs: ReadonlyMap<string, CliRun>

  beforeAll(async () => {
    study = await openStudy()
    study.copy(BOOK)
    const asked = Object.entries({ ...FILES, ...REFUSED })
    const said = await study.run([
      ...asked.map(([name, how]) => ['export', BOOK, written(name), ...how, '--json']),
      ['template', 'template.xlsx', '--json'],
    ])
    const names = [...asked.map(([name]) => name), 'template.xlsx']
    runs = new Map(said.map((run, place) => [names[place] ?? '', run]))
  }, PATIENCE.timeout)
  afterAll(() => study[Symbol.dispose]())

  const runOf = (name: string): CliRun => {
    const run = runs.get(name)
    if (!run) throw new Error(`${name} was not asked for.`)
    return run
  }

  it.each(Object.keys(FILES))('is byte for byte what it was: %s', async name => {
    expectRun(`export-${name}`, runOf(name), 'exactly')
    await expectSameBytes(name, study.folder.file(written(name)))
  })

  it('has in the template for a framework what it had, but for the time at which it is made', async () => {
    const { stdout, ...run } = runOf('template.xlsx')
    // The time is in the file, so that it is a few bytes longer or shorter from one second to the next.
    const said = stdout.replace(/"bytes": 13\d{3}/, '"bytes": "<13 kB>"')
    expectRun('template', { ...run, stdout: said }, 'exactly')
    await expectSameParts('template.xlsx', study.folder.file('template.xlsx'), study.steady)
  })

  it.each(Object.keys(REFUSED))('is refused in the words of before: %s', name => {
    expectRun(`export-${name}`, runOf(name), 'exactly')
    expect(existsSync(study.folder.file(written(name)))).toBe(false)
  })

  it('is never written over a file that is there, unless asked to', async () => {
    const [refused, replaced] = await study.run([
      ['export', BOOK, written('all.csv'), '--json'],
      ['export', BOOK, written('all.csv'), '--force', '--json'],
    ])
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(replaced).toEqual(runOf('all.csv'))
    await expectSameBytes('all.csv', study.folder.file(written('all.csv')))
  })
})
