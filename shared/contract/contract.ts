import { conflictsContract, exchangeContract, keysContract } from './packages.ts'
import { chartsContract, provenanceContract, resultsContract, rulesContract } from './results.ts'
import { libraryContract, versionsContract } from './study.ts'
import {
  discussionContract,
  peopleContract,
  roundsContract,
  workshopsContract,
} from './workshop.ts'

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
  ...conflictsContract,
  ...peopleContract,
  ...keysContract,
  ...provenanceContract,
}

export type Contract = typeof contract
