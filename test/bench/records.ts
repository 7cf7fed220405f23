import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { projectPath } from '../../build/project.ts'
import { writeRecords } from '../../engine/exports/records/write-records.ts'
import { type Benchmark, exampleLibrary } from './benchmark.ts'

const PEOPLE_IN_WORKSHOP = 40
const PACKAGES = 40

type Run = (sql: string) => Promise<unknown>

/**
 * Bringing generated ratings together by the queries that come with records, and every figure of the results on top, in
 * DuckDB and, where a Python with pyspark is named, in Spark: against DuckDB counting the same rows and nothing else.
 */
export async function benchRecords(ratings: number): Promise<readonly Benchmark[]> {
  const at = mkdtempSync(join(tmpdir(), 'workbook-bench-'))
  // Half of a laptop's memory: what takes more goes to the disk, as it would there.
  const instance = await DuckDBInstance.create(join(at, 'bench.duckdb'), { memory_limit: '8GB' })
  const connection = await instance.connect()
  const run: Run = sql => connection.run(sql)
  const folder = await emptyStudy(at)
  await generate(run, folder, ratings)
  const rows = `read_parquet('${folder}/records/rating/*/*.parquet')`
  const floorMs = await timed(() =>
    run(`SELECT indicator, criterion, level, count(*) FROM ${rows} GROUP BY ALL`),
  )
  const duckMs = await timed(async () => {
    await run(sqlOf(folder, 'duckdb', 'merge').replace(`'*'`, `'${at}/*'`))
    await run(sqlOf(folder, 'duckdb', 'queries'))
    for (const view of VIEWS) await run(`SELECT count(*), count(COLUMNS(*)) FROM ${view}`)
  })
  connection.closeSync()
  instance.closeSync()
  const name = `${ratings.toLocaleString('en')} ratings brought together, and every figure, by`
  const row = (engine: string, oursMs: number): Benchmark => ({
    ...{ name: `${name} ${engine}`, floorMs, oursMs, ratio: oursMs / floorMs, n: 1 },
  })
  const sparkMs = bySpark(at, folder)
  rmSync(at, { recursive: true })
  return [row('DuckDB', duckMs), ...(sparkMs === null ? [] : [row('Spark', sparkMs)])]
}

const VIEWS = ['figures', 'agreement_a', 'equal_groups', 'verdicts', 'alphas', 'kendall']

const sqlOf = (folder: string, dialect: string, name: string): string =>
  readFileSync(join(folder, dialect, `${name}.sql`), 'utf8')

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The folder of a study with the example framework and a first workshop, to which the rest is generated. */
async function emptyStudy(at: string): Promise<string> {
  const { library, workbook } = exampleLibrary({ workshops: 1, participants: 1, seed: 1 })
  const folder = join(at, 'study.parquet')
  await writeRecords(workbook, {}, { path: folder, name: 'study.parquet' })
  library.close()
  return folder
}

/** Writes generated workshops, people and ratings beside those of the folder, as if packages had brought them. */
async function generate(run: Run, folder: string, ratings: number): Promise<void> {
  const here = (table: string) =>
    `read_parquet('${folder}/records/${table}/package=here/*.parquet')`
  await run(`CREATE TABLE questions AS SELECT framework, id AS indicator, criterion,
    row_number() OVER () - 1 AS number
    FROM ${here('indicator')}, (VALUES ('usefulness'), ('usability')) AS c(criterion)`)
  await run(`CREATE MACRO made(kind, number) AS
    format('{:08x}-{:04x}-7000-8000-{:012x}', 1800000000, kind, number)`)
  const people = `(SELECT ceil(${ratings} / count(*))::BIGINT FROM questions)`
  const copy = async (table: string, part: number, sql: string) => {
    const path = join(folder, 'records', table, `package=${part}-generated`)
    mkdirSync(path, { recursive: true })
    await run(`COPY (${sql}) TO '${join(path, 'records.parquet')}' (FORMAT parquet)`)
  }
  for (let part = 1; part <= PACKAGES; part++) {
    const isHere = `range // ${PEOPLE_IN_WORKSHOP} % ${PACKAGES} = ${part - 1}`
    const workshop = `made(1, range // ${PEOPLE_IN_WORKSHOP})`
    await copy(
      'workshop_record',
      part,
      `SELECT DISTINCT w.* REPLACE (${workshop} AS id, ${workshop} AS workshop)
       FROM range(${people}), ${here('workshop_record')} AS w WHERE ${isHere}`,
    )
    await copy(
      'participant_record',
      part,
      `SELECT p.* REPLACE (made(2, range) AS id, made(2, range) AS participant,
         ${workshop} AS workshop, 'Group ' || (range % 5) AS stakeholder_group)
       FROM range(${people}), ${here('participant_record')} AS p WHERE ${isHere}`,
    )
    await copy(
      'rating',
      part,
      `SELECT r.* REPLACE (made(3, range * 1000 + q.number) AS id, made(2, range) AS participant,
         q.framework AS framework, q.indicator AS indicator, q.criterion AS criterion,
         'level' AS answer, (1 + hash(range, q.number) % 5)::INTEGER AS level)
       FROM range(${people}), questions AS q,
         (SELECT * FROM ${here('rating')} LIMIT 1) AS r WHERE ${isHere}`,
    )
  }
}

/** Half of a laptop's memory, and parts of some hundred thousand rows, of which Spark joins those that turn out small. */
const FOR_MILLIONS =
  '--driver-memory 8g --conf spark.sql.shuffle.partitions=32 --conf spark.sql.adaptive.enabled=true pyspark-shell'

/** The milliseconds that Spark takes, its start included; null where no Python with pyspark is named. */
function bySpark(at: string, folder: string): number | null {
  const python = process.env.WORKBOOK_SPARK_PYTHON
  if (python === undefined) return null
  const asked = join(at, 'queries.json')
  // Spark leaves out whatever is not asked for, so every column is.
  const count = (view: string) => [
    view,
    `SELECT count(*) AS rows, sum(hash(*)) AS columns FROM ${view}`,
  ]
  writeFileSync(asked, JSON.stringify(Object.fromEntries(VIEWS.map(count))))
  const script = projectPath('test/engine/exports/records/run-in-spark.py')
  const files = ['merge', 'queries'].map(name => join(folder, 'spark', `${name}.sql`))
  const start = performance.now()
  const { status, stderr } = spawnSync(
    python,
    [script, `${at}/*.parquet`, join(at, 'warehouse'), asked, ...files],
    { encoding: 'utf8', env: { ...process.env, PYSPARK_SUBMIT_ARGS: FOR_MILLIONS } },
  )
  if (status !== 0) throw new Error(stderr)
  return performance.now() - start
}
