import type { Framework } from '../../shared/model/framework.ts'
import { NO_PROTOCOL } from '../../shared/model/protocol.ts'
import type { Turn } from '../../shared/model/turn.ts'
import type { Participant } from '../../shared/model/workshop.ts'
import { askedOfPerson } from '../rounds/asked-by-group.ts'
import { inOrder, orderOf } from '../rounds/order.ts'
import { indicatorsOfRound } from '../rounds/rounds.ts'
import type { ReadableStore } from '../store/store.ts'
import { protocolOf } from '../workshops/protocol.ts'

/** The indicators that a person is asked in a round, their order, and the wordings that are offered. */
export function wayOfAsking(
  store: ReadableStore,
  participant: Participant,
  { round, framework }: { readonly round: number; readonly framework: Framework },
): Pick<Turn, 'asked' | 'order' | 'wordings'> {
  const { id, workshop } = participant
  const asked = askedOfPerson(store, participant, indicatorsOfRound(store, { workshop, round }))
  const order = orderOf(store, workshop) ?? { ...NO_PROTOCOL, seed: '' }
  const ordered = inOrder(order, { participant: id, round }, framework.indicators)
  return {
    asked: asked && [...asked],
    order: order.sequence === 'fixed' ? null : ordered.map(indicator => indicator.id),
    wordings: protocolOf(store, workshop).wordings,
  }
}
