import { chartsContract } from './charts.ts'
import { discussionContract } from './discussion.ts'
import { exchangeContract } from './exchange.ts'
import { libraryContract } from './library.ts'
import { resultsContract } from './results.ts'
import { roundsContract } from './rounds.ts'
import { rulesContract } from './rules.ts'
import { versionsContract } from './versions.ts'
import { workshopsContract } from './workshops.ts'

/** Everything that a front may ask of the engine. One line an operation; the types are the rules. */
export const contract = {
  ...libraryContract,
  ...exchangeContract,
  ...versionsContract,
  ...workshopsContract,
  ...resultsContract,
  ...discussionContract,
  ...roundsContract,
  ...rulesContract,
  ...chartsContract,
}

export type Contract = typeof contract
