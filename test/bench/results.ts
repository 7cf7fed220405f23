import Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { currentFramework } from '../../engine/frameworks/versions/current-version.ts'
import { recordRating } from '../../engine/ratings/record.ts'
import { consolidate, consolidateWithAgreement } from '../../engine/results/consolidate.ts'
import { createLiveResults } from '../../engine/results/live-results.ts'
import { getAllWorkshops } from '../../engine/store/records/workshops.ts'
import { getAllPeople } from '../../engine/store/reports/answers.ts'
import { getTotals } from '../../engine/store/reports/tallies.ts'
import type { Workbook } from '../../engine/workbooks/workbook.ts'
import type { NewRating } from '../../shared/model/rating.ts'
import { type Benchmark, compare, exampleLibrary } from './benchmark.ts'

/** 3 workshops of 410 people make a little over 240,000 ratings of 106 indicators. */
const SIZE = { workshops: 3, participants: 410, seed: 1 }
const TURNS = 15

/**
 * Every figure of the results, without and with the agreement over all indicators, and again after one
 * more rating, against SQLite counting the same rows and nothing else.
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
  const live = createLiveResults()
  const oneMore = await compare(`results after one more rating ${over}`, TURNS, {
    floor,
    ours: turn => {
      const rating = anotherRating(workbook, turn)
      live.whileRating(workbook, rating.indicator, () => recordRating(workbook, rating))
      return live.read(workbook, { round: 1 })
    },
  })
  database.close()
  library.close()
  return [results, withAgreement, oneMore]
}

/** Another person's mind changed about another indicator with each turn. */
function anotherRating(workbook: Workbook, turn: number): NewRating {
  const [person] = getAllPeople(
    workbook.store,
    getAllWorkshops(workbook.store).map(({ id }) => id),
  )
  const indicator = currentFramework(workbook.store).indicators[turn]
  if (!person || !indicator) throw new Error('The example has too few people or indicators.')
  return {
    id: uuidv7(),
    participant: person.id,
    indicator: indicator.id,
    criterion: 'usefulness',
    round: 1,
    answer: { kind: 'level', level: 1 + (turn % 5) },
    comment: '',
    wording: 'title',
  }
}
