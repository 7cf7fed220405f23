import { os, type RouterParts } from '../operation.ts'
import { listRounds, openRound, takeBackRound } from './rounds.ts'

/** The operations on rounds of rating. */
export const roundOperations = ({ inWorkbook }: RouterParts) => ({
  list: inWorkbook(os.round.list, ({ store }, { workshop }) => listRounds(store, workshop)),
  open: inWorkbook(os.round.open, openRound, ({ workshop }) => ({
    kind: 'round-changed',
    workshop,
  })),
  takeBack: inWorkbook(os.round.takeBack, takeBackRound, ({ workshop }) => ({
    kind: 'round-changed',
    workshop,
  })),
})
