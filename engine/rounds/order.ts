import { createHash } from 'node:crypto'
import type { Indicator } from '../../shared/model/framework.ts'
import { getAllProtocols, type ProtocolRecord } from '../store/records/protocols.ts'
import type { ReadableStore } from '../store/store.ts'

/** The order in which a workshop asks, and the seed of a shuffled one. */
export type Order = Pick<ProtocolRecord, 'sequence' | 'seed'>

/** A person in a round, for whom an order is computed. */
interface InRound {
  readonly participant: string
  readonly round: number
}

/** The order of the framework. */
const FIXED: Order = { sequence: 'fixed', seed: '' }

/** The order in which a workshop asks, that of the framework by default; null where two teams chose differently. */
export function orderOf(store: ReadableStore, workshop: string): Order | null {
  const [first = FIXED, ...others] = getAllProtocols(store, workshop)
  const isSame = others.every(
    ({ sequence, seed }) => sequence === first.sequence && seed === first.seed,
  )
  return isSame ? { sequence: first.sequence, seed: first.seed } : null
}

/**
 * Puts indicators into the order of one person in one round. A shuffled order is that of the SHA-256, in hexadecimal, of
 * seed, participant, round and the id of the indicator or the title of its first section, parted by spaces; within a
 * section that of the framework stays. So it can be computed again anywhere, and no later indicator moves the others.
 */
export function inOrder<One extends Pick<Indicator, 'id' | 'section'>>(
  { sequence, seed }: Order,
  { participant, round }: InRound,
  indicators: readonly One[],
): readonly One[] {
  if (sequence === 'fixed') return indicators
  const places = new Map<string, string>()
  const placeOf = ({ id, section }: One): string => {
    const what = sequence === 'indicators' ? id : (section[0] ?? '')
    const known = places.get(what)
    if (known !== undefined) return known
    const text = [seed, participant, round, what].join(' ')
    const place = createHash('sha256').update(text).digest('hex')
    places.set(what, place)
    return place
  }
  return indicators.toSorted((one, other) => {
    const [mine, theirs] = [placeOf(one), placeOf(other)]
    if (mine === theirs) return 0
    return mine < theirs ? -1 : 1
  })
}
