import { os, type RouterParts } from '../operation.ts'
import { closeRound } from './close-round.ts'
import { collect, listCollected } from './collected.ts'
import { noteFacilitators } from './facilitators.ts'
import { markPerson } from './mark-person.ts'
import { openRound, takeBackRound } from './open-round.ts'
import { listRounds } from './rounds.ts'
import { countStandings } from './standings.ts'

const changed = ({ workshop }: { readonly workshop: string }) => ({
  kind: 'round-changed' as const,
  workshop,
})

/** The operations on rounds of rating. */
export const roundOperations = ({ inWorkbook, looks }: RouterParts) => ({
  list: inWorkbook(os.round.list, ({ store }, { workshop }) => listRounds(store, workshop)),
  standings: inWorkbook(os.round.standings, ({ store }, key) => countStandings(store, key)),
  underWay: inWorkbook(os.round.underWay, looks.underWay),
  look: inWorkbook(os.round.look, looks.look, changed),
  open: inWorkbook(os.round.open, openRound, changed),
  close: inWorkbook(os.round.close, closeRound, changed),
  takeBack: inWorkbook(os.round.takeBack, takeBackRound, changed),
  noteFacilitators: inWorkbook(os.round.noteFacilitators, noteFacilitators, changed),
  mark: inWorkbook(os.round.mark, markPerson, { kind: 'people-changed' }),
  collected: inWorkbook(os.round.collected, ({ store }, { workshop }) =>
    listCollected(store, workshop),
  ),
  collect: inWorkbook(os.round.collect, collect, { kind: 'discussion-changed' }),
})
