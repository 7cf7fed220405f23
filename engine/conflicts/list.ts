import type {
  Conflict,
  ConflictList,
  ConflictSide,
  Resolution,
  ResolutionBatch,
} from '../../shared/model/conflict.ts'
import { listDisputedRooms } from '../hands/rooms.ts'
import { type NameOf, readNames } from '../people/names.ts'
import {
  getAllConflictSides,
  getAllResolutionBatches,
  getAllResolutionsInForce,
  getSidesOfResolution,
  type ResolutionRecord,
  type SideRow,
} from '../store/records/conflicts.ts'
import type { ReadableStore } from '../store/store.ts'
import { readLaptops } from '../study/laptops.ts'
import { listDescriptions } from './descriptions.ts'

/** Every open conflict with its sides, in the order of the framework. */
export function listOpenConflicts(store: ReadableStore): readonly Conflict[] {
  const conflicts = new Map<string, Conflict>()
  const nameOf = readNames(store)
  for (const row of getAllConflictSides(store)) {
    const { indicator, criterion, round, person } = row
    const key = JSON.stringify([indicator, criterion, round, person])
    const sides = [...(conflicts.get(key)?.sides ?? []), toSide(row, nameOf)]
    const { indicatorCode: code, title } = row
    conflicts.set(key, { participant: person, indicator, criterion, round, code, title, sides })
  }
  // The other side may be that of a test, which counts for nothing.
  return [...conflicts.values()].filter(({ sides }) => sides.length > 1)
}

/** The open conflicts, and the resolutions in force. */
export function listConflicts(store: ReadableStore): ConflictList {
  const nameOf = readNames(store)
  const settled = getAllResolutionsInForce(store).map(record =>
    describeResolution(store, record, nameOf),
  )
  const open = [...listOpenConflicts(store)]
  const descriptions = [...listDescriptions(store)]
  const all = [...open, ...descriptions]
  const devices = new Set(all.flatMap(({ sides }) => sides.map(({ device }) => device)))
  const laptops = [...devices].toSorted().map(readLaptops(store))
  const hands = [...listDisputedRooms(store)]
  return { open, descriptions, hands, settled, batches: batchesOf(store, settled), laptops }
}

/** The resolutions in force that were made together. */
function batchesOf(store: ReadableStore, settled: readonly Resolution[]): ResolutionBatch[] {
  const held = new Set(settled.map(({ id }) => id))
  return getAllResolutionBatches(store)
    .map(batch => ({ ...batch, resolutions: batch.resolutions.filter(id => held.has(id)) }))
    .filter(({ resolutions }) => resolutions.length > 0)
}

/** A resolution with its sides, named as people know them. */
export function describeResolution(
  store: ReadableStore,
  record: ResolutionRecord,
  nameOf: NameOf = readNames(store),
): Resolution {
  const rows = getSidesOfResolution(store, record.id)
  const chosen = rows.find(({ id }) => id === record.chosen)
  if (!chosen) throw new Error(`The settlement ${record.id} chose a rating that is not here.`)
  const { chosen: _, ...rest } = record
  return {
    ...rest,
    code: chosen.indicatorCode,
    title: chosen.title,
    chosen: toSide(chosen, nameOf),
    aside: rows.filter(({ id }) => id !== record.chosen).map(row => toSide(row, nameOf)),
  }
}

function toSide(row: SideRow, nameOf: NameOf): ConflictSide {
  const { person: _, indicator: __, criterion: ___, round: ____, ...rest } = row
  const { indicatorCode: _____, title: ______, ...side } = rest
  return { ...side, name: nameOf({ id: side.participant, code: side.code }) }
}
