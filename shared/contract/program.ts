import { programFacts } from '../model/program.ts'
import { operation } from './operation.ts'

/** The operations on the program itself. */
export const programContract = {
  program: {
    /** The version that runs, and where it keeps things. */
    facts: operation.output(programFacts),
  },
}
