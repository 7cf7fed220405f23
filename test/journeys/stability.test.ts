import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import type { ResultsWithAgreement, StabilityFound } from '../../shared/model/results.ts'
import type { RuleDraft, Stability } from '../../shared/model/rules.ts'
import { CRITERIA } from '../../shared/model/vocabulary.ts'
import { runCli, runJson } from '../cli/run-cli.ts'
import { GROUPS, madeUpStudy } from '../fixtures/long-scales/made-up-study.ts'
import { openDuck } from '../helpers/duckdb.ts'
import { isInstalled, run, unzip } from '../helpers/programs.ts'
import { ownFolder } from '../helpers/sample-workbook.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

type Row = Readonly<Record<string, string>>

const PATIENCE = { timeout: 120_000 }
const SIZE = { people: 24, items: 5, levels: 7 }

const ruleOn = (name: string, stability: Stability): RuleDraft => ({
  ...{ name, title: name, source: 'The protocol', atLeastAnswers: 5 },
  scales: [
    {
      levels: 7,
      test: {
        ...{ kind: 'shares', high: 2, low: 2, atLeastPercent: 70, underPercent: 15 },
        each: 'everyone',
      },
      stability,
    },
  ],
})

const RULES = {
  'people-stay': { kind: 'people', within: 1, atLeastPercent: 80 },
  'median-stays': { kind: 'median', medianAtMost: 0.5, iqrAtMost: 1 },
} as const satisfies Readonly<Record<string, Stability>>

type RuleName = keyof typeof RULES

/** The level of each person in a round, by question; most move a little from the first round to the third, some far. */
const study = madeUpStudy(SIZE)
const LEVEL = (answer: { readonly kind: string; readonly level?: number } | null) =>
  answer?.level ?? null
const first = new Map([...study.answers].map(([key, given]) => [key, given.map(LEVEL)]))
const third = new Map(
  [...first].map(([key, given], question) => [
    key,
    given.map((level, person) => {
      if (level === null || person % 7 === 3) return null
      const step = question % 3 === 0 ? ((person % 3) - 1) * 3 : person % 4 === 0 ? 1 : 0
      return Math.min(SIZE.levels, Math.max(1, level + step))
    }),
  ]),
)

let folder: ReturnType<typeof tempFolder>

beforeAll(async () => {
  folder = tempFolder()
  const rows = [...third].flatMap(([key, given]) =>
    given.flatMap((level, person) => {
      const [code, criterion] = key.split(' ')
      const who = [`P${person + 1}`, study.groupOf(person)]
      return level === null ? [] : [[...who, code, criterion, 3, level].join(',')]
    }),
  )
  writeFileSync(folder.file('framework.csv'), study.framework)
  writeFileSync(folder.file('ratings.csv'), [study.ratings, ...rows].join('\n'))
  for (const [name, stability] of Object.entries(RULES)) {
    writeFileSync(folder.file(`${name}.json`), JSON.stringify(ruleOn(name, stability)))
  }
  await cli('create', 'study.sqlite', '--framework', 'framework.csv', '--scale', '7')
  const made = ['workshop', 'study.sqlite', '--title', 'One', '--groups', GROUPS.join(';')]
  const { id } = await runJson<{ readonly id: string }>(made, folder.path)
  await cli('rate', 'study.sqlite', 'ratings.csv', '--workshop', id)
}, 60_000)
afterAll(() => folder[Symbol.dispose]())

async function cli(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(args, folder.path)
  expect({ args, code, stderr: code === 0 ? '' : stderr }).toEqual({ args, code: 0, stderr: '' })
  return stdout
}

const resultsBy = (rule: string, round: number) =>
  runJson<ResultsWithAgreement>(
    ['results', 'study.sqlite', '--round', String(round), '--rule', rule],
    folder.path,
  )

/** The quantiles of R-7, from sorted levels. */
function quantile(levels: readonly number[], p: number): number {
  const sorted = levels.toSorted((one, other) => one - other)
  const at = (sorted.length - 1) * p
  const [below = 0, above = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return below + (at - Math.floor(at)) * (above - below)
}

/** The stability of a question by plain arithmetic on the answers of these people. */
function plainly(key: string, rule: RuleName, has: (person: number) => boolean): StabilityFound {
  const of = (round: typeof first) =>
    (round.get(key) ?? []).map((one, at) => (has(at) ? one : null))
  const [was, is] = [of(first), of(third)]
  const levels = (given: readonly (number | null)[]) => given.filter(one => one !== null)
  const moves = was.flatMap((one, at) => {
    const other = is[at] ?? null
    return one === null || other === null ? [] : [Math.abs(other - one)]
  })
  const change = (figure: (of: readonly number[]) => number) =>
    levels(is).length === 0 || levels(was).length === 0
      ? null
      : figure(levels(is)) - figure(levels(was))
  const medianChange = change(given => quantile(given, 0.5))
  const iqrChange = change(given => quantile(given, 0.75) - quantile(given, 0.25))
  const near = moves.filter(move => move <= 1).length
  const byPeople = moves.length < 5 ? null : near / moves.length >= 0.8
  const isFew = Math.min(levels(was).length, levels(is).length) < 5
  const byMedian = isFew
    ? null
    : Math.abs(medianChange ?? 9) <= 0.5 && Math.abs(iqrChange ?? 9) <= 1
  return {
    ...{ since: 1, paired: moves.length, medianChange, iqrChange },
    near: rule === 'people-stay' ? near : null,
    stable: rule === 'people-stay' ? byPeople : byMedian,
  }
}

it.each(Object.keys(RULES) as RuleName[])(
  'says of every question whether it is stable since the round before: %s',
  PATIENCE,
  async rule => {
    const said = await cli('rule', 'add', 'study.sqlite', `${rule}.json`)
    expect(said).toContain('Stable since the round before: ')
    expect(await cli('rule', 'show', 'study.sqlite', rule)).toBe(said)
    const [before, after] = [await resultsBy(rule, 1), await resultsBy(rule, 3)]
    for (const { criteria } of before.indicators) {
      for (const criterion of CRITERIA) expect(criteria[criterion].stability).toBeUndefined()
    }
    for (const { code, criteria } of after.indicators) {
      for (const criterion of CRITERIA) {
        const key = `${code} ${criterion}`
        expect(criteria[criterion].stability, key).toEqual(plainly(key, rule, () => true))
        for (const group of GROUPS) {
          const found = criteria[criterion].groups[group]?.stability
          const wanted = plainly(key, rule, person => study.groupOf(person) === group)
          expect(found, `${key} ${group}`).toEqual(wanted)
        }
      }
    }
    const verdicts = after.indicators.flatMap(({ criteria }) =>
      CRITERIA.map(criterion => criteria[criterion].stability?.stable),
    )
    expect(new Set(verdicts)).toEqual(new Set([true, false]))
    const text = await cli('results', 'study.sqlite', '--round', '3', '--rule', rule)
    const times = (is: boolean) => verdicts.filter(one => one === is).length
    expect(text).toContain(
      `Of 10 questions that were answered in an earlier round too, ${times(true)} are stable and ${times(false)} are not.`,
    )
    await expectExports(rule, after)
  },
)

/** Expects the data package, its R script, the report and the queries to say what the program says. */
async function expectExports(rule: RuleName, { indicators }: ResultsWithAgreement): Promise<void> {
  const judged = ['--round', '3', '--rule', rule]
  for (const name of ['zip', 'html', 'parquet']) {
    await cli('export', 'study.sqlite', `${rule}.${name}`, ...judged)
  }
  const files = await unzip(readFileSync(folder.file(`${rule}.zip`)))
  const rows: readonly Row[] = parse(files.get('data/results.csv') ?? '', { columns: true })
  const report = readFileSync(folder.file(`${rule}.html`), 'utf8')
  for (const text of [report, files.get('methods.md')?.toString('utf8')]) {
    expect(text).toContain('Stable since the round before: ')
    expect(text).toContain('questions that were answered in an earlier round too')
  }
  const duck = await openDuck(folder.file(`${rule}.parquet`))
  onTestFinished(duck.close)
  await duck.run(readFileSync(folder.file(`${rule}.parquet/queries.sql`), 'utf8'))
  const queried = await duck.rows('SELECT * FROM stability WHERE round = 3')
  for (const { code, criteria } of indicators) {
    for (const criterion of CRITERIA) {
      const { stability, groups } = criteria[criterion]
      const row = rows.find(
        one => one.indicator === code && one.criterion === criterion && one.round === '3',
      )
      const word = stability?.stable === null ? '' : stability?.stable ? 'yes' : 'no'
      expect(row).toMatchObject({
        since_round: '1',
        paired: String(stability?.paired),
        stable: word,
      })
      const parts = Object.entries({ '': { stability, n: 1 }, ...groups }).filter(
        ([, { n }]) => n > 0,
      )
      for (const [part, { stability: of }] of parts) {
        expect(
          queried.find(
            one => one.indicator === code && one.criterion === criterion && one.part === part,
          ),
          `${code} ${criterion} ${part}`,
        ).toMatchObject({
          since_round: of?.since,
          paired: of?.paired,
          moved_within: of?.near,
          median_change: of?.medianChange,
          iqr_change: of?.iqrChange,
          stable: of?.stable,
        })
      }
    }
  }
  if (!isInstalled('Rscript')) return
  const unpacked = ownFolder()
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(unpacked, name)), { recursive: true })
    writeFileSync(join(unpacked, name), bytes)
  }
  expect(run('Rscript', ['recompute.R'], unpacked)).toMatch(/^All \d+ figures agree/m)
  const path = join(unpacked, 'data/results.csv')
  const [head = '', ...lines] = readFileSync(path, 'utf8').split('\n')
  const at = head.split(',').indexOf('stable')
  const turned = lines.map(line => {
    const cells = line.split(',')
    return cells[at] === 'yes' ? cells.with(at, 'no').join(',') : line
  })
  writeFileSync(path, [head, ...turned].join('\n'))
  expect(() => run('Rscript', ['recompute.R'], unpacked)).toThrow('stable is yes here and no')
}
