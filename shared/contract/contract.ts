import { chartsContract } from './charts.ts'
import { conflictsContract } from './conflicts.ts'
import { discussionContract } from './discussion.ts'
import { exchangeContract } from './exchange.ts'
import { keysContract } from './keys.ts'
import { libraryContract } from './library.ts'
import { peopleContract } from './people.ts'
import { provenanceContract } from './provenance.ts'
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
  ...conflictsContract,
  ...peopleContract,
  ...keysContract,
  ...provenanceContract,
}

export type Contract = typeof contract
