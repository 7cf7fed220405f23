import { os, type RouterParts } from '../operation.ts'
import { listRounds, openRound, takeBackRound } from './rounds.ts'

/** The operations on rounds of rating. */
export function roundOperations({ library, events }: RouterParts) {
  return {
    round: {
      list: os.round.list.handler(({ input: { workbook, workshop } }) => [
        ...listRounds(library.require(workbook).store, workshop),
      ]),
      open: os.round.open.handler(({ input: { workbook, ...wanted } }) => {
        const round = openRound(library.require(workbook), wanted)
        events.publish(workbook, { kind: 'round-changed', workshop: wanted.workshop })
        return round
      }),
      takeBack: os.round.takeBack.handler(({ input: { workbook, ...wanted } }) => {
        const round = takeBackRound(library.require(workbook), wanted)
        events.publish(workbook, { kind: 'round-changed', workshop: wanted.workshop })
        return round
      }),
    },
  }
}
