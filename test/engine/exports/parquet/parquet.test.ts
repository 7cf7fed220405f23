import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { describe, expect, it, onTestFinished } from 'vitest'
import { writeExport } from '../../../../engine/exports/write-export.ts'
import { exampleFramework } from '../../../../engine/frameworks/example/example-framework.ts'
import { recordRatings } from '../../../../engine/ratings/record.ts'
import { addSyntheticRatings } from '../../../../engine/ratings/synthetic/synthetic-ratings.ts'
import { createWorkbook } from '../../../../engine/workbooks/open.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import type { ExportScope } from '../../../../shared/model/exports.ts'
import type { ConsensusRule } from '../../../../shared/model/rules.ts'
import type { ScaleLength } from '../../../../shared/model/scale.ts'
import { counts } from '../../../helpers/counts.ts'
import { openDuck } from '../../../helpers/duckdb.ts'
import {
  ownFolder,
  program,
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../../helpers/sample-workbook.ts'
import { indicatorIds } from '../exported.ts'
import { GROUPS, hostileWorkbook } from '../hostile-workbook.ts'

type Row = Readonly<Record<string, unknown>>

async function parquetOf(workbook: Workbook, scope: ExportScope = { round: 1 }): Promise<string> {
  const path = join(ownFolder(), 'out.parquet')
  await writeExport(workbook, { format: 'parquet', scope }, { path, name: 'out.parquet' })
  return path
}

const filesOf = (folder: string, table: string) =>
  globSync(`${table}/**/*.parquet`, { cwd: folder })
    .toSorted()
    .map(name => ({
      path: join(folder, name),
      round: /round=(\d+)/.exec(name)?.[1],
    }))

/** The rows of a table as engines see them, with the partition that they lie in. */
async function rowsOf(folder: string, table: string): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const { path, round } of filesOf(folder, table)) {
    const file = await asyncBufferFromFile(path)
    const read = await parquetReadObjects({ file })
    rows.push(...read.map(row => ({ ...row, ...(round && { round: Number(round) }) })))
  }
  return rows
}

/** The folder in DuckDB, read by its own reader of Parquet through the queries that come with it. */
async function queried(folder: string) {
  const duck = await openDuck(folder)
  onTestFinished(duck.close)
  await duck.run(readFileSync(join(folder, 'queries.sql'), 'utf8'))
  return duck
}

/** Ratings of the example framework on a scale, in two rounds. */
function syntheticWorkbook(scale: ScaleLength): Workbook {
  const example = exampleFramework()
  const framework = { ...example, indicators: example.indicators.slice(0, 20) }
  const content = { title: 'Try', scale, madeUp: true, framework } as const
  const workbook = createWorkbook(join(ownFolder(), 'try.sqlite'), content, program)
  onTestFinished(workbook.close)
  addSyntheticRatings(workbook, { workshops: 2, participants: 9, seed: 3 })
  const people = sampleParticipant(workbook, sampleWorkshop(workbook), 'DfE')
  const again = indicatorIds(workbook).map((id, index) =>
    rating(people, id, 1 + (index % scale), { round: 2 }),
  )
  recordRatings(workbook, again, 'screen')
  return workbook
}

const FIGURES = [
  ...[
    'n',
    'dont_know',
    'not_applicable',
    'missing',
    'asked',
    'participants',
    'mean',
    'sd',
    'median',
    'q1',
  ],
  ...['q3', 'iqr', 'p30', 'p70', 'mean_absolute_deviation', 'favourable', 'unfavourable'],
  ...['agreement_a', 'verdict', 'level_1', 'level_3'],
]

/** By what a row is about, its figures; only where anybody answered. */
function byPlace(rows: readonly Row[], names: readonly string[]) {
  const told = rows
    .filter(row => Number(row.n) > 0)
    .map(row => {
      const place = [row.round, row.indicator, row.criterion, row.part ?? row.group ?? ''].join(' ')
      const figures = names.map(name => {
        const value = row[name] ?? null
        return typeof value === 'number' ? Math.round(value * 1e9) / 1e9 + 0 : value
      })
      return [place, figures] as const
    })
  return Object.fromEntries(told)
}

const OWN_TEST = { kind: 'shares', high: 2, low: 2, atLeastPercent: 60, underPercent: 20 } as const
const OWN_RULE: ConsensusRule = {
  ...{ name: 'own', version: 1, title: 'Own', source: '', atLeastAnswers: 3 },
  scales: [
    { levels: 5, test: { ...OWN_TEST, each: 'both', outAtMostPercent: 40, withDontKnow: true } },
  ],
}

const JUDGED = [
  { scale: 5, rule: 'percent-75', quantile: 'R-7' },
  { scale: 5, rule: OWN_RULE, quantile: 'R-7' },
  { scale: 9, rule: 'comet-70-15-per-group', quantile: 'R-2' },
  { scale: 9, rule: 'ram', quantile: 'R-6' },
  { scale: 4, rule: 'iqr', quantile: 'R-2' },
  { scale: 10, rule: 'iqr', quantile: 'R-7' },
] as const

describe('an export as Parquet', () => {
  it('is a folder for each table, with ratings and results partitioned by round', async () => {
    const folder = await parquetOf(hostileWorkbook())
    expect(globSync('ratings/*', { cwd: folder }).toSorted()).toEqual(
      ['ratings/round=1', 'ratings/round=3'].map(name => join(name)),
    )
    const ratings = await rowsOf(folder, 'ratings')
    expect(ratings).toHaveLength(21)
    expect(ratings[0]).toMatchObject({ indicator: 'A1', level: 1, answer: '1' })
    expect(ratings[0]?.recorded_at).toBeInstanceOf(Date)
    const groups = (await rowsOf(folder, 'participants')).map(row => row.group)
    // Text stands as typed: no program computes it.
    expect(new Set(groups)).toEqual(new Set(GROUPS))
    expect((await rowsOf(folder, 'comments'))[0]?.comment).toBe('=0\n"x"')
  })

  it('has columns of the documented types, and says which have a value in every row', async () => {
    const folder = await parquetOf(hostileWorkbook())
    const [file] = filesOf(folder, 'ratings')
    const { schema } = await parquetMetadataAsync(await asyncBufferFromFile(file?.path ?? ''))
    const told = schema.map(({ name, type, converted_type: is, repetition_type: need }) =>
      [name, type, is, need].join(' '),
    )
    expect(told).toContain('rating_id BYTE_ARRAY UTF8 REQUIRED')
    expect(told).toContain('level INT32  OPTIONAL')
    expect(told).toContain('recorded_at INT64 TIMESTAMP_MILLIS OPTIONAL')
    expect(told.some(column => column.startsWith('round '))).toBe(false)
  })

  it('is the same bytes each time, and replaces what was there as a whole', async () => {
    const workbook = hostileWorkbook()
    const [first, second] = [await parquetOf(workbook), await parquetOf(workbook)]
    const names = globSync('**/*.*', { cwd: first }).toSorted()
    expect(names.length).toBeGreaterThan(10)
    for (const name of names) {
      expect(readFileSync(join(second, name)).equals(readFileSync(join(first, name))), name).toBe(
        true,
      )
    }
    writeFileSync(join(first, 'old.txt'), 'of an export before')
    const scope = { round: 1 }
    const to = { path: first, name: 'out.parquet' }
    await writeExport(workbook, { format: 'parquet', scope }, to)
    expect(globSync('**/*.*', { cwd: first }).toSorted()).toEqual(names)
    expect(globSync('*', { cwd: join(first, '..') })).toEqual([basename(first)])
  })

  it('has tables for engines to join before anything was rated', async () => {
    const folder = await parquetOf(sampleWorkbook())
    expect(await rowsOf(folder, 'ratings')).toEqual([])
    expect(await rowsOf(folder, 'results')).toHaveLength(6)
  })

  it.each(JUDGED.slice(0, counts.queriedRules))(
    'comes with a query for each number of the results, by $rule and $quantile on $scale levels',
    async ({ scale, rule, quantile }) => {
      const folder = await parquetOf(syntheticWorkbook(scale), { round: 1, rule, quantile })
      const duck = await queried(folder)
      const names = scale === 9 ? [...FIGURES, 'ipras'] : FIGURES
      const found = await duck.rows(
        `SELECT * FROM figures JOIN agreement_a USING (round, indicator, criterion, part)
         JOIN verdicts USING (round, indicator, criterion, part)`,
      )
      const everyone = await rowsOf(folder, 'results')
      const groups = await rowsOf(folder, 'results_by_group')
      const wanted = byPlace([...everyone, ...groups], names)
      expect(Object.keys(wanted).length).toBeGreaterThan(250)
      expect(byPlace(found, names)).toEqual(wanted)

      const equal = Object.keys(everyone[0] ?? {}).filter(name => name.startsWith('equal_'))
      expect(equal).toHaveLength(11)
      const equally = await duck.rows('SELECT *, 1 AS n FROM equal_groups')
      expect(byPlace(equally, equal)).toEqual(byPlace(everyone, equal))
      if (rule === 'percent-75' || rule === 'comet-70-15-per-group' || typeof rule === 'object') {
        const changes = await duck.rows(`SELECT *, 1 AS n FROM changes_to_flip WHERE part = ''`)
        expect(byPlace(changes, ['changes_to_flip'])).toEqual(
          byPlace(everyone, ['changes_to_flip']),
        )
      }
      const agreement = await rowsOf(folder, 'agreement')
      for (const kind of ['nominal', 'ordinal', 'interval']) {
        const alphas = await duck.rows(
          `SELECT criterion, alpha FROM alphas WHERE round = 1 AND kind = '${kind}'`,
        )
        for (const { criterion, alpha } of alphas) {
          const row = agreement.find(one => one.criterion === criterion)
          expect(alpha, kind).toBeCloseTo(Number(row?.[`alpha_${kind}`]), 9)
        }
      }
    },
  )

  it('computes Kendall’s W from the ratings as the results do', async () => {
    const workbook = sampleWorkbook(['A1', 'A2', 'A3', 'A4'])
    const workshop = sampleWorkshop(workbook)
    const levels = [
      [1, 2, 3, 4],
      [2, 2, 3, 5],
      [1, 3, 3, 2],
    ]
    for (const row of levels) {
      const person = sampleParticipant(workbook, workshop)
      const ratings = indicatorIds(workbook).map((id, at) => rating(person, id, row[at] ?? 1))
      recordRatings(workbook, ratings, 'screen')
    }
    const folder = await parquetOf(workbook)
    const [found] = await (await queried(folder)).rows('SELECT * FROM kendall')
    const [row] = await rowsOf(folder, 'agreement')
    expect(row?.kendall_w).toBeGreaterThan(0.3)
    expect(found?.kendall_w).toBeCloseTo(Number(row?.kendall_w), 12)
    expect(found?.kendall_n).toBe(row?.kendall_n)
  })
})
