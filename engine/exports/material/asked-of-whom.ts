import { askedSentences } from '../../../shared/messages/protocol/exported-protocol.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { readAskedByGroup } from '../../rounds/asked-by-group.ts'
import { orderOf } from '../../rounds/order.ts'
import { getAllProtocols, hasProtocols } from '../../store/records/protocols.ts'
import type { ReadableStore } from '../../store/store.ts'
import { protocolOf } from '../../workshops/protocol.ts'

/** The way in which a workshop asked, as an export tells of it. */
export interface ExportedProtocol {
  /** Null where two teams chose differently. */
  readonly order: string | null
  readonly seed: string
  readonly wordings: readonly string[]
  readonly minutes: number | null
}

/** Finds how a workshop asked; null where no workshop in scope was set up in any way of its own. */
export function exportedProtocols(
  store: ReadableStore,
  workshops: readonly Workshop[],
): ((workshop: string) => ExportedProtocol) | null {
  if (!hasProtocols(store)) return null
  if (workshops.every(({ id }) => getAllProtocols(store, id).length === 0)) return null
  return workshop => {
    const { wordings, minutes } = protocolOf(store, workshop)
    const order = orderOf(store, workshop)
    return { order: order?.sequence ?? null, seed: order?.seed ?? '', wordings, minutes }
  }
}

/** Sentences on what the workshops asked of whom, and in which order. */
export function askedOfWhom(
  store: ReadableStore,
  workshops: readonly Workshop[],
): readonly string[] {
  if (!hasProtocols(store)) return []
  const orders = workshops.map(({ id }) => orderOf(store, id))
  const isNarrowed = ({ id }: Workshop) => readAskedByGroup(store, id).groups.length > 0
  return askedSentences({
    narrowed: workshops.filter(isNarrowed).length,
    shuffled: orders.filter(order => order !== null && order.sequence !== 'fixed').length,
    unclear: orders.filter(order => order === null).length,
  })
}
