import { consentContract } from './consent.ts'
import { handsContract } from './hands.ts'
import { packagesContract } from './packages.ts'
import { paperContract } from './paper.ts'
import { programContract } from './program.ts'
import { resultsContract } from './results.ts'
import { roomContract } from './room.ts'
import { studyContract } from './study.ts'
import { turnContract } from './turn.ts'
import { wholeStudyContract } from './whole-study.ts'
import { workshopContract } from './workshop.ts'

/** All operations that a front may ask the engine for, a line for each; their types are the rules. */
export const contract = {
  ...programContract,
  ...studyContract,
  ...wholeStudyContract,
  ...consentContract,
  ...workshopContract,
  ...paperContract,
  ...handsContract,
  ...turnContract,
  ...resultsContract,
  ...packagesContract,
  ...roomContract,
}

export type Contract = typeof contract
