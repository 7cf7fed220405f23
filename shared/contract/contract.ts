import { libraryContract } from './library.ts'
import { resultsContract } from './results.ts'
import { workshopsContract } from './workshops.ts'

/** Everything that a front may ask of the engine. One line an operation; the types are the rules. */
export const contract = {
  ...libraryContract,
  ...workshopsContract,
  ...resultsContract,
}

export type Contract = typeof contract
