import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { projectPath } from '../../build/project.ts'
import type { PermittedFile } from '../../engine/files/permits.ts'
import { forkReader } from '../../engine/files/reader-process.ts'
import { exampleFramework } from '../../engine/frameworks/example/example-framework.ts'
import { mergeInOneGo } from '../../engine/packages/merge/in-one-go.ts'
import { writePackage } from '../../engine/packages/write/write-package.ts'
import { systemClock } from '../../engine/program.ts'
import { appendRating } from '../../engine/store/records/ratings.ts'
import { createWorkbook } from '../../engine/workbooks/open.ts'
import type { Workbook } from '../../engine/workbooks/workbook.ts'
import { addParticipant } from '../../engine/workshops/participants.ts'
import { addWorkshop } from '../../engine/workshops/workshops.ts'
import { CRITERIA } from '../../shared/model/vocabulary.ts'
import { type Benchmark, commandCall, compare } from './benchmark.ts'

const PACKAGES = 40
const PEOPLE = 30
/** In each of the packages that show whether the time for a rating and the memory stay the same. */
const MANY_PEOPLE = 300
const INDICATORS = 100
const TURNS = 5

const program = { appVersion: '0.0.0-bench', clock: systemClock }

/**
 * Forty packages of 6,000 ratings into a workbook, with every check on, against the least that it could
 * cost: SQLite copying the same rows from an attached file into one durable table. Once that table is bare,
 * with its key alone; once it is the workbook's own, which can be asked and counted.
 */
export async function benchMerge(): Promise<readonly Benchmark[]> {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-bench-merge-'))
  try {
    const packages = await makePackages(folder, PACKAGES)
    const source = join(folder, 'source.sqlite')
    const all = emptyWorkbook(source)
    await mergeInOneGo(packedReader(), all, packages)
    all.close()
    const results: Benchmark[] = []
    for (const [name, schema] of [
      ['bare', BARE],
      ['its own', OWN],
    ] as const) {
      // What is merged into is there before: making a workbook is no part of a merge.
      const into = Array.from({ length: TURNS }, (_, turn) => ({
        table: durableTable(join(folder, `floor-${name}-${turn}.sqlite`), schema),
        workbook: emptyWorkbook(join(folder, `${name}-${turn}.sqlite`)),
      }))
      results.push(
        await compare(`merge 240,000 ratings, against a copy into a table that is ${name}`, TURNS, {
          floor: turn => copyAll(into[turn]?.table, source),
          ours: turn => mergeAll(into[turn]?.workbook, packages),
        }),
      )
    }
    return results
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The cost of a merge for each rating, and in memory, when there are a hundred times as many: 24,000 ratings
 * stand in the place of the floor. Each merge has a process of its own. Memory is in megabytes, not in
 * milliseconds.
 */
export async function benchMergeSizes(): Promise<readonly Benchmark[]> {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-bench-sizes-'))
  try {
    const [few, many] = [join(folder, 'few'), join(folder, 'many')]
    await makePackages(few, 4)
    await makePackages(many, PACKAGES, MANY_PEOPLE)
    const small = await mergeInChild(few, 4)
    const large = await mergeInChild(many, PACKAGES)
    const comparing = (name: string, of: (merge: ChildMerge) => number): Benchmark => {
      const [floorMs, oursMs] = [of(small), of(large)]
      return { name, floorMs, oursMs, ratio: oursMs / floorMs, n: 1 }
    }
    return [
      comparing(
        'merge 1,000 ratings of 2,400,000, against 1,000 of 24,000',
        ({ milliseconds, ratings }) => (milliseconds / ratings) * 1_000,
      ),
      comparing(
        'memory (MB, not ms) while 2,400,000 ratings are merged, against 24,000',
        ({ megabytes }) => megabytes,
      ),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The cost of a merge in a process of its own. */
export interface ChildMerge {
  readonly milliseconds: number
  readonly ratings: number
  /** The most memory that its process ever had; the reader's is its own. */
  readonly megabytes: number
}

async function mergeInChild(folder: string, count: number): Promise<ChildMerge> {
  const script = fileURLToPath(new URL('./merge-in-child.ts', import.meta.url))
  const call = [...commandCall().slice(0, -1), script, folder, String(count)]
  const { stdout } = await promisify(execFile)(process.execPath, call, { cwd: projectPath('') })
  return JSON.parse(stdout)
}

const COLUMNS = `id TEXT PRIMARY KEY, participant TEXT, framework TEXT, indicator TEXT, criterion TEXT,
  round INTEGER, answer TEXT, level INTEGER, comment TEXT, wording TEXT, entry TEXT, recorded_at TEXT,
  device TEXT, package INTEGER`
const BARE = `CREATE TABLE rating (${COLUMNS}) STRICT`
const OWN = `${BARE};
  CREATE INDEX by_key ON rating (indicator, criterion, round, participant, answer, level, id);
  CREATE INDEX of_participant ON rating (participant, round)`

function durableTable(file: string, schema: string): Database.Database {
  const database = new Database(file)
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON']) {
    database.pragma(pragma)
  }
  database.exec(schema)
  return database
}

function copyAll(table: Database.Database | undefined, source: string): void {
  table?.prepare('ATTACH ? AS source').run(source)
  table?.exec('INSERT INTO rating SELECT * FROM source.rating')
  table?.close()
}

async function mergeAll(
  workbook: Workbook | undefined,
  packages: readonly PermittedFile[],
): Promise<void> {
  if (!workbook) return
  const { totals } = await mergeInOneGo(packedReader(), workbook, packages)
  workbook.close()
  const ratings = packages.length * PEOPLE * INDICATORS * CRITERIA.length
  if (totals.new < ratings) throw new Error(`Only ${totals.new} records of ${ratings} were new.`)
}

/** The reader as it is shipped, in one file; its sources would be translated at every start. */
export const packedReader = () => forkReader(pathToFileURL(projectPath('dist/node/reader.mjs')))

/** An empty workbook of the framework that all laptops here have. */
export function emptyWorkbook(file: string): Workbook {
  const framework = exampleFramework()
  return createWorkbook(file, { title: 'Bench', scale: 5, madeUp: true, framework }, program)
}

/** Laptops with a workshop each, whose people rated everything once. */
async function makePackages(
  folder: string,
  count: number,
  people = PEOPLE,
): Promise<readonly PermittedFile[]> {
  mkdirSync(folder, { recursive: true })
  const packages: PermittedFile[] = []
  for (let number = 0; number < count; number++) {
    const laptop = emptyWorkbook(join(folder, `laptop-${number}.sqlite`))
    laptop.store.transaction(() => fill(laptop, people))
    const name = `${number}.workbook`
    const file = { path: join(folder, name), name }
    await writePackage(forkReader(), laptop, {}, file)
    laptop.close()
    rmSync(laptop.store.file)
    packages.push(file)
  }
  return packages
}

function fill(laptop: Workbook, people: number): void {
  const { store, device } = laptop
  const details = { title: 'Bench', date: '2026-03-09', venue: '', groups: ['ADCS', 'DfE'] }
  const { id: workshop } = addWorkshop(laptop, details)
  const versions = store.prepare<object, { framework: string; id: string }>(
    'SELECT framework, id FROM indicator ORDER BY position LIMIT @most',
  )
  const indicators = versions.all({ most: INDICATORS })
  for (let person = 0; person < people; person++) {
    const { id: participant } = addParticipant(laptop, { workshop, group: 'ADCS' })
    for (const [index, { framework, id: indicator }] of indicators.entries()) {
      for (const criterion of CRITERIA) {
        appendRating(store, {
          id: uuidv7(),
          participant,
          framework,
          indicator,
          criterion,
          round: 1,
          answer: { kind: 'level', level: 1 + ((person + index) % 5) },
          comment: (person + index) % 7 === 0 ? 'It would help us to plan ahead.' : '',
          wording: 'title',
          entry: 'screen',
          recordedAt: laptop.clock(),
          device,
        })
      }
    }
  }
}
