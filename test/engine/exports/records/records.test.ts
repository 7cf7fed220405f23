import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { projectPath } from '../../../../build/project.ts'
import { currentFramework } from '../../../../engine/frameworks/versions/current-version.ts'
import { recordRatings } from '../../../../engine/ratings/record.ts'
import { type ConsensusRule, ruleOfProgram } from '../../../../shared/model/rules.ts'
import { counts, isLongRun } from '../../../helpers/counts.ts'
import { openDuck } from '../../../helpers/duckdb.ts'
import { isInstalled, run } from '../../../helpers/programs.ts'
import { ownFolder, rating } from '../../../helpers/sample-workbook.ts'
import { type Laptop, mergeParts, openLaptop, partsOf } from '../../packages/merge/history-world.ts'
import { NUMBER_QUERIES, numbersFrom, numbersOf } from './every-number.ts'
import { peopleOn as idsOfPeople, manyLaptops, writeRecordsOf } from './many-laptops.ts'

/** The usual rule with a condition for stability, so that every number there is is asked for. */
const RULE: ConsensusRule = {
  ...ruleOfProgram('percent-75', 5),
  scales: ruleOfProgram('percent-75', 5).scales.map(scale => ({
    ...scale,
    stability: { kind: 'people', within: 1, atLeastPercent: 70 },
  })),
}
const SCOPE = { rule: RULE, quantile: 'R-7' } as const

/** The folders of laptops in one folder, in this order, some of them twice. */
async function recordsOf(laptops: Awaited<ReturnType<typeof manyLaptops>>, again = 0) {
  const at = ownFolder()
  for (const [number, laptop] of [...laptops, ...laptops.slice(0, again)].entries()) {
    await writeRecordsOf(laptop, join(at, `laptop-${number}.parquet`), SCOPE)
  }
  return at
}

/**
 * Adds what was decided on a laptop as its packages were merged, and nothing else of it: a merge asks which version of
 * the framework is in use, and its answer is a record like any other.
 */
async function writeDecisionsOf(laptop: Laptop, at: string): Promise<void> {
  const folder = await writeRecordsOf(laptop, join(at, 'desk.parquet'), SCOPE)
  const decisions = ['framework_choice_record', 'supersession']
  for (const table of globSync('records/*', { cwd: folder })) {
    if (!decisions.includes(basename(table))) rmSync(join(folder, table), { recursive: true })
  }
}

const sqlOf = (at: string, dialect: string, name: string): string =>
  readFileSync(join(at, 'laptop-0.parquet', dialect, name), 'utf8')

async function numbersByDuck(at: string) {
  const duck = await openDuck(at)
  onTestFinished(duck.close)
  await duck.run(sqlOf(at, 'duckdb', 'merge.sql').replace(`'*'`, `'${at}/*'`))
  await duck.run(sqlOf(at, 'duckdb', 'queries.sql'))
  const rows = await Promise.all(
    Object.entries(NUMBER_QUERIES).map(
      async ([name, sql]) => [name, await duck.rows(sql)] as const,
    ),
  )
  return numbersFrom(Object.fromEntries(rows) as never)
}

/** Figures of laptops' folders by DuckDB, and those of the program where their packages were merged. */
async function broughtTogether(count: number, seed: number) {
  const laptops = await manyLaptops(count, seed)
  const researcher = openLaptop('nothing')
  await mergeParts(
    researcher,
    laptops.map(laptop => partsOf(laptop)),
  )
  // In another order than they were merged in, and some of them twice.
  const at = await recordsOf(laptops.toReversed(), 1)
  await writeDecisionsOf(researcher, at)
  return { at, wanted: numbersOf(researcher.workbook, [1, 2], SCOPE) }
}

const spark = process.env.WORKBOOK_SPARK_PYTHON ?? 'python3'
const hasSpark =
  isLongRun &&
  isInstalled('java') &&
  spawnSync(spark, ['-c', 'import pyspark'], { stdio: 'ignore' }).status === 0

/** A few thousand rows are one part, and gone through sooner than code for them is made and made fast. */
const FOR_THOUSANDS = [
  '--driver-java-options -XX:TieredStopAtLevel=1',
  '--conf spark.sql.shuffle.partitions=1',
  '--conf spark.sql.adaptive.enabled=false',
  '--conf spark.sql.codegen.wholeStage=false',
  '--conf spark.sql.codegen.factoryMode=NO_CODEGEN',
  'pyspark-shell',
].join(' ')

function numbersBySpark(at: string) {
  const asked = join(ownFolder(), 'queries.json')
  writeFileSync(asked, JSON.stringify(NUMBER_QUERIES))
  const script = projectPath('test/engine/exports/records/run-in-spark.py')
  const files = ['merge.sql', 'queries.sql'].map(name => join('laptop-0.parquet', 'spark', name))
  vi.stubEnv('PYSPARK_SUBMIT_ARGS', FOR_THOUSANDS)
  const told = run(spark, [script, `${at}/*`, ownFolder(), asked, ...files], at)
  vi.unstubAllEnvs()
  return numbersFrom(JSON.parse(told.trim().split('\n').at(-1) ?? ''))
}

const ENGINES = hasSpark
  ? 'DuckDB and Spark'
  : 'DuckDB, as Spark is not to be had or takes too long,'

it(`gives by ${ENGINES} every number of a workbook into which ${counts.mergedLaptops} packages were merged`, async () => {
  for (const seed of isLongRun ? [5, 13] : [5]) {
    const { at, wanted } = await broughtTogether(counts.mergedLaptops, seed)
    expect(Object.keys(wanted).length).toBeGreaterThan(200)
    expect(await numbersByDuck(at)).toEqual(wanted)
    // Once is enough: most of what Spark takes is its statements, whatever is in the folders.
    if (hasSpark && seed === 5) expect(numbersBySpark(at)).toEqual(wanted)
  }
}, 1_800_000)

it('tells of what was changed under its id, counts one of the two whatever the order, and refuses another scale', async () => {
  const [laptop] = await manyLaptops(1, 1)
  if (!laptop) throw new Error('There is no laptop.')
  const [person = ''] = idsOfPeople(laptop)
  const [indicator] = currentFramework(laptop.workbook.store).indicators
  recordRatings(laptop.workbook, [rating(person, indicator?.id ?? '', 2)], 'file')
  const folder = await writeRecordsOf(laptop, join(ownFolder(), 'laptop-0.parquet'), SCOPE)
  const at = dirname(folder)
  const duck = await openDuck(at)
  onTestFinished(duck.close)
  const other = join(at, 'laptop-1.parquet', 'records', 'rating', 'package=here')
  mkdirSync(other, { recursive: true })
  await duck.run(
    `COPY (SELECT * REPLACE (5 AS level) FROM read_parquet('${folder}/records/rating/*/*.parquet'))
     TO '${join(other, 'records.parquet')}' (FORMAT parquet)`,
  )
  const merge = sqlOf(at, 'duckdb', 'merge.sql').replace(`'*'`, `'${at}/*'`)
  await duck.run(merge)
  expect(await duck.rows('SELECT kind FROM set_aside')).toEqual([{ kind: 'rating' }])
  expect(await duck.rows('SELECT level FROM answers')).toEqual([{ level: 2 }])

  const elsewhere = await openDuck(at)
  onTestFinished(elsewhere.close)
  await expect(elsewhere.run(merge.replaceAll('scale) <> 5', 'scale) <> 9'))).rejects.toThrow(
    'Take the folders of one study.',
  )
})
