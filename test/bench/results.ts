import Database from 'better-sqlite3'
import { consolidate } from '../../engine/results/consolidate.ts'
import { consolidateWithAgreement } from '../../engine/results/set-agreement.ts'
import { getTotals } from '../../engine/store/tallies.ts'
import { type Benchmark, compare } from './benchmark.ts'
import { exampleLibrary } from './example-workbook.ts'

/** 3 workshops of 410 people make a little over 240,000 ratings of 106 indicators. */
const SIZE = { workshops: 3, participants: 410, seed: 1 }
const TURNS = 15

/**
 * Every figure of the results, without and with the agreement over all indicators, against SQLite
 * counting the same rows and nothing else.
 */
export async function benchResults(): Promise<readonly Benchmark[]> {
  const { library, workbook } = exampleLibrary(SIZE)
  const { ratings } = getTotals(workbook.store)
  const database = new Database(workbook.store.file, { readonly: true })
  const bare = database.prepare(
    `SELECT indicator, criterion, answer, level, count(*) FROM rating
     GROUP BY indicator, criterion, answer, level`,
  )
  const floor = () => bare.all()
  const over = `over ${ratings.toLocaleString('en')} ratings`
  const results = await compare(`results ${over}`, TURNS, {
    floor,
    ours: () => consolidate(workbook, { round: 1 }),
  })
  const withAgreement = await compare(`results and agreement ${over}`, TURNS, {
    floor,
    ours: () => consolidateWithAgreement(workbook, { round: 1 }),
  })
  database.close()
  library.close()
  return [results, withAgreement]
}
