import Database from 'better-sqlite3'
import { consolidate } from '../../engine/results/consolidate.ts'
import { getTotals } from '../../engine/store/tallies.ts'
import { type Benchmark, compare } from './benchmark.ts'
import { exampleLibrary } from './example-workbook.ts'

/** 3 workshops of 410 people make a little over 240,000 ratings of 106 indicators. */
const SIZE = { workshops: 3, participants: 410, seed: 1 }
const TURNS = 15

/** Every figure of the results, against SQLite counting the same rows and nothing else. */
export async function benchResults(): Promise<Benchmark> {
  const { library, workbook } = exampleLibrary(SIZE)
  const { ratings } = getTotals(workbook.store)
  const database = new Database(workbook.store.file, { readonly: true })
  const bare = database.prepare(
    `SELECT indicator, criterion, answer, level, count(*) FROM rating
     GROUP BY indicator, criterion, answer, level`,
  )
  const result = await compare(`results over ${ratings.toLocaleString('en')} ratings`, TURNS, {
    floor: () => bare.all(),
    ours: () => consolidate(workbook, { round: 1 }),
  })
  database.close()
  library.close()
  return result
}
