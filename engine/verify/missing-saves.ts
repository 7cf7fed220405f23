import { readTold, type ToldSave } from '../store/connection/told.ts'
import { getTurn, hasDraftSince } from '../store/records/turns.ts'
import type { ReadableStore } from '../store/store.ts'

/**
 * Counts the fields of turns whose last save was acknowledged and is not in the file: their log was lost, or another
 * program put an older file in its place. A turn that has ended since, and a list that is not there, tell of none.
 */
export function countMissing(store: ReadableStore): number {
  const latest = new Map(readTold(store.file).map(save => [fieldOf(save), save]))
  return [...latest.values()].filter(save => isMissing(store, save)).length
}

const fieldOf = ({ turn, part, indicator, criterion }: ToldSave): string =>
  [turn, part, indicator, criterion].join(' ')

function isMissing(store: ReadableStore, save: ToldSave): boolean {
  const turn = getTurn(store, save.turn)
  if (turn?.ended) return false
  return !hasDraftSince(store, save)
}
