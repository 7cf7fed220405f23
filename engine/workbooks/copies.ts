import { INCOMING_TABLES } from '../packages/format/record-kinds.ts'
import { iterateRecordKeys } from '../store/packages/record-keys.ts'
import { getDraftMoment, getTurn, iterateOpenDrafts } from '../store/records/turns.ts'
import { getAllWithdrawn } from '../store/records/withdrawals.ts'
import type { ReadableStore } from '../store/store.ts'

/** A copy that is being compared with another one of the same workbook. */
export interface ComparedCopy {
  readonly file: string
  readonly store: ReadableStore
}

/** Kinds of records that tell of a copy itself, as each begins a device of its own. */
const OF_THE_COPY = ['device']

/** The content of a copy of a workbook, by keys, to be held against another. */
function keysOf(store: ReadableStore): ReadonlyMap<string, string | null> {
  const keys = new Map<string, string | null>()
  for (const table of INCOMING_TABLES) {
    if (OF_THE_COPY.includes(table.kind)) continue
    for (const { key, person } of iterateRecordKeys(store, table)) {
      keys.set(`${table.kind} ${key}`, person)
    }
  }
  return keys
}

/**
 * Counts what one copy of a workbook has and another one lacks: records, and what people said in turns that are still
 * open. What was erased in the other because a person withdrew is not lacking there.
 */
export function countOwn({ store }: ComparedCopy, { store: other }: ComparedCopy): number {
  const theirs = keysOf(other)
  const gone = new Set(getAllWithdrawn(other))
  let own = 0
  for (const [key, person] of keysOf(store)) {
    const isErased = gone.size > 0 && ((person !== null && gone.has(person)) || isOfTie(key))
    if (!theirs.has(key) && !isErased) own++
  }
  for (const draft of iterateOpenDrafts(store)) {
    const turn = getTurn(other, draft.turn)
    const savedAt = turn && getDraftMoment(other, draft)
    const isThere = turn?.ended != null || (savedAt !== undefined && savedAt >= draft.savedAt)
    if (!isThere && !gone.has(draft.participant)) own++
  }
  return own
}

/** Ties between records are erased with those of a person, and do not name them. */
const isOfTie = (key: string): boolean => key.startsWith('supersession ')

/**
 * The copy that holds whatever any of them holds; undefined where two have something of their own. Of several that are
 * alike it is the one that `prefer` says, and names count for nothing.
 */
export function findWhole<Copy extends ComparedCopy>(
  copies: readonly Copy[],
  prefer: (copy: Copy) => boolean,
): Copy | undefined {
  const whole = copies.filter(copy =>
    copies.every(other => other === copy || countOwn(other, copy) === 0),
  )
  return whole.find(prefer) ?? whole[0]
}
