import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, it, onTestFinished } from 'vitest'
import { read, utils } from 'xlsx'
import type { ResultsWithAgreement } from '../../shared/model/results.ts'
import { type ScaleLength, scaleOf } from '../../shared/model/scale.ts'
import { CRITERIA } from '../../shared/model/vocabulary.ts'
import { runCli, runJson } from '../cli/run-cli.ts'
import { alphaByPairs } from '../engine/results/plain-agreement.ts'
import { levelsOf, plainFigures } from '../engine/results/plain-figures.ts'
import {
  GROUPS,
  madeUpStudy,
  PUBLISHED_SIZE,
  type StudySize,
} from '../fixtures/long-scales/made-up-study.ts'
import { isLongRun } from '../helpers/counts.ts'
import { openDuck } from '../helpers/duckdb.ts'
import { isInstalled, run, unzip } from '../helpers/programs.ts'
import { ownFolder } from '../helpers/sample-workbook.ts'

type Row = Readonly<Record<string, string>>

const PATIENCE = { timeout: 120_000 }

/** Runs commands of the program in a folder; each must end well. */
const commandsIn = (folder: string) => ({
  cli: async (...args: readonly string[]) => {
    const { code, stderr } = await runCli(args, folder)
    expect({ args, code, stderr: code === 0 ? '' : stderr }).toEqual({ args, code: 0, stderr: '' })
  },
  json: <T>(...args: readonly string[]) => runJson<T>(args, folder),
})

/** A study that was made up, from its two files to a workbook with every answer. */
async function loaded(size: StudySize) {
  const folder = ownFolder()
  const study = madeUpStudy(size)
  const { cli, json } = commandsIn(folder)
  writeFileSync(join(folder, 'framework.csv'), study.framework)
  writeFileSync(join(folder, 'ratings.csv'), study.ratings)
  await cli('create', 'study.sqlite', '--framework', 'framework.csv', '--scale', `${size.levels}`)
  const groups = ['--groups', GROUPS.join(';')]
  const { id } = await json<{ id: string }>('workshop', 'study.sqlite', '--title', 'One', ...groups)
  await cli('rate', 'study.sqlite', 'ratings.csv', '--workshop', id)
  const results = await json<ResultsWithAgreement>('results', 'study.sqlite')
  return { folder, cli, json, results, ...study }
}

/** Expects every figure of every item to be that of the answers in the file, worked out the long way. */
function expectFigures(
  { indicators }: ResultsWithAgreement,
  { answers, groupOf }: Pick<Awaited<ReturnType<typeof loaded>>, 'answers' | 'groupOf'>,
  levels: number,
): void {
  for (const { code, criteria } of indicators) {
    for (const criterion of CRITERIA) {
      const given = answers.get(`${code} ${criterion}`) ?? []
      const byGroup = GROUPS.map(group => given.filter((_, person) => groupOf(person) === group))
      const { mean, sd, agreementA, meanAbsoluteDeviation, ...exact } = plainFigures(
        byGroup,
        levels,
      )
      const near = (figure: number | null) => (figure === null ? null : expect.closeTo(figure, 9))
      expect(criteria[criterion], `${code} ${criterion}`).toMatchObject({
        ...exact,
        mean: near(mean),
        sd: near(sd),
        agreementA: near(agreementA),
        meanAbsoluteDeviation: near(meanAbsoluteDeviation),
      })
    }
  }
}

it(
  'takes a study of the size of a published one, with seven levels, from its files to its results',
  PATIENCE,
  async () => {
    const { results, ...study } = await loaded(PUBLISHED_SIZE)
    expect(results).toMatchObject({ participants: 65, levels: 7 })
    expect(results.indicators).toHaveLength(61)
    expectFigures(results, study, 7)
    const verdicts = results.indicators.flatMap(({ criteria }) =>
      CRITERIA.map(criterion => criteria[criterion].verdict),
    )
    expect(new Set(verdicts)).toEqual(new Set(['in', 'none', 'out']))
  },
)

/** Everything that a workbook is exported as from the command line. */
const FILES = ['x.xlsx', 'x.docx', 'x.pptx', 'x.csv', 'x.zip', 'x.html', 'x.parquet'] as const

it.runIf(isLongRun).each([6, 10] as const)(
  'takes %i levels through every figure, every file and a merge',
  PATIENCE,
  async levels => {
    const { folder, cli, json, results, ...study } = await loaded({ people: 20, items: 6, levels })
    expectFigures(results, study, levels)
    for (const criterion of CRITERIA) {
      const units = results.indicators.map(({ code }) =>
        levelsOf(study.answers.get(`${code} ${criterion}`) ?? []),
      )
      const { alphaNominal, alphaOrdinal, alphaInterval } = results.agreement[criterion]
      expect([alphaNominal, alphaOrdinal, alphaInterval]).toEqual(
        (['nominal', 'ordinal', 'interval'] as const).map(metric =>
          expect.closeTo(alphaByPairs(units, metric) ?? Number.NaN, 10),
        ),
      )
    }
    for (const file of FILES) await cli('export', 'study.sqlite', file)
    expectSpreadsheet(join(folder, 'x.xlsx'), results, levels)
    const rows: readonly Row[] = parse(readFileSync(join(folder, 'x.csv')), { columns: true })
    expect(rows.some(row => Object.values(row).includes(String(levels)))).toBe(true)
    await expectDataPackage(join(folder, 'x.zip'), levels)
    await expectQueries(join(folder, 'x.parquet'), results)

    await cli('export', 'study.sqlite', 'x.workbook')
    await cli('merge', 'again.sqlite', 'x.workbook')
    const again = await json<ResultsWithAgreement>('results', 'again.sqlite')
    expect(again.indicators).toEqual(results.indicators)
    expect(again.agreement).toEqual(results.agreement)
  },
)

/** Expects a column for each level, with its label and its count. */
function expectSpreadsheet(
  path: string,
  { indicators }: ResultsWithAgreement,
  levels: ScaleLength,
): void {
  const rows = utils.sheet_to_json<Row>(read(readFileSync(path)).Sheets.Results ?? {})
  const { usefulness, usability } = scaleOf(levels).levels
  const highest = `level_${levels}: ${usefulness.at(-1)?.label} / ${usability.at(-1)?.label}`
  const counted = (criterion: string) =>
    rows
      .filter(row => row.criterion === criterion && (row.group ?? '') === '')
      .map(row => row[highest])
  expect(Object.keys(rows[0] ?? {})).toContain(highest)
  for (const criterion of CRITERIA) {
    expect(counted(criterion)).toEqual(
      expect.arrayContaining(indicators.map(({ criteria }) => criteria[criterion].counts[levels])),
    )
  }
}

/** Expects the scripts of a data package to label each level, and R, where it is installed, to find every figure again. */
async function expectDataPackage(path: string, levels: ScaleLength): Promise<void> {
  const files = await unzip(readFileSync(path))
  const scripts = [...files].filter(
    ([name]) => /\.(sps|do|R)$/.test(name) && !/recompute/.test(name),
  )
  expect(scripts.length).toBeGreaterThan(2)
  for (const [, bytes] of scripts) {
    for (const { label } of scaleOf(levels).levels.usability) {
      expect(bytes.toString('utf8')).toContain(label)
    }
  }
  if (!isInstalled('Rscript')) return
  const unpacked = ownFolder()
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(unpacked, name)), { recursive: true })
    writeFileSync(join(unpacked, name), bytes)
  }
  expect(run('Rscript', ['recompute.R'], unpacked)).toMatch(/^All \d+ figures agree/m)
}

/** Expects the queries that come with the Parquet files to find the figures of the program. */
async function expectQueries(folder: string, { indicators }: ResultsWithAgreement): Promise<void> {
  const duck = await openDuck(folder)
  onTestFinished(duck.close)
  await duck.run(readFileSync(join(folder, 'queries.sql'), 'utf8'))
  const found = await duck.rows(
    `SELECT * FROM figures JOIN verdicts USING (round, indicator, criterion, part) WHERE part = ''`,
  )
  for (const { code, criteria } of indicators) {
    for (const criterion of CRITERIA) {
      const { n, median, q1, verdict } = criteria[criterion]
      expect(
        found.find(row => row.indicator === code && row.criterion === criterion),
      ).toMatchObject({ n, median, q1, verdict })
    }
  }
}
