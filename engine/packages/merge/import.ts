import type { RecordCounts } from '../../../shared/model/packages.ts'
import { isConstraintFailure } from '../../store/connection/failures.ts'
import {
  countWithdrawn,
  getAllDivergent,
  getAllUnjoined,
  importFrameworks,
  importRecords,
  importSupersessions,
  isWithdrawn,
  keepExtras,
  type PackageRange,
} from '../../store/packages/import-records.ts'
import { appendDivergentRecord, type RecordTable } from '../../store/packages/record-table.ts'
import type { WritableStore } from '../../store/store.ts'
import { keyOf, lineWriter } from '../format/canonical-line.ts'
import type { Stored } from '../format/record-kind.ts'
import { INCOMING_TABLES, recordKind, SUBJECT_TABLES } from '../format/record-kinds.ts'
import { UnfitPackage } from './fit.ts'
import { rangeOf, type StagedPackage } from './staging.ts'

/** A package that is being merged: the number it gets, and what has become of its records so far. */
export interface ImportedPackage {
  readonly staged: StagedPackage
  readonly number: number
  /** The counts of each kind of record that was imported. */
  readonly kinds: Map<string, RecordCounts>
}

/**
 * Imports the staged records of one package into these tables and counts what became of them. Call it inside
 * a transaction. Throws `UnfitPackage`.
 */
export function importTables(
  store: WritableStore,
  tables: readonly RecordTable[],
  { staged, number, kinds }: ImportedPackage,
): void {
  for (const table of tables) {
    const range = { ...rangeOf(staged.ranges, table.kind), package: number }
    if (range.last < range.first) continue
    if (table.kind === 'framework') importFrameworks(store, range)
    const importRange = table.isSupersession ? importSupersessionRange : importRecordRange
    kinds.set(table.kind, importRange(store, table, range, staged))
  }
}

/** A record is new if no other has its key; one with the same key is known, or divergent and rejected. */
function importRecordRange(
  store: WritableStore,
  table: RecordTable,
  range: PackageRange,
  staged: StagedPackage,
): RecordCounts {
  const read = range.last - range.first + 1
  const added = importOrRefuse(() => importRecords(store, table, range), staged)
  if (hasExtras(staged, table)) keepExtras(store, table, range)
  if (added === read) return toCounts(read, { new: added })
  const withdrawn = countWithdrawn(store, table, range)
  const rejected = keepDivergent(store, table, range)
  return toCounts(read, { new: added, withdrawn, rejected })
}

const hasExtras = ({ ranges }: StagedPackage, { kind }: RecordTable): boolean =>
  ranges.get(kind)?.hasExtras ?? false

/** The counts of a kind. Whatever is neither new, withdrawn nor rejected was known. */
function toCounts(
  read: number,
  found: { readonly new: number; readonly withdrawn?: number; readonly rejected?: number },
): RecordCounts {
  const { new: added, withdrawn = 0, rejected = 0 } = found
  const known = read - added - withdrawn - rejected
  return { read, new: added, known, conflicting: 0, withdrawn, rejected }
}

/** Makes a package unfit whose record refers to one that exists neither in it nor in the workbook. */
function importOrRefuse<T>(work: () => T, staged: StagedPackage): T {
  try {
    return work()
  } catch (error) {
    if (!isConstraintFailure(error)) throw error
    const detail = 'one of its records names another that is neither in it nor here'
    throw new UnfitPackage(staged, detail)
  }
}

/** Keeps divergent records beside the ones of the same key. Returns the number of them. */
function keepDivergent(store: WritableStore, table: RecordTable, range: PackageRange): number {
  const kind = recordKind(table.kind)
  const toLine = kind && lineWriter(kind)
  const divergent = getAllDivergent(store, table, range)
  for (const row of divergent) {
    const values = row.slice(0, -1)
    const extra = row.at(-1)
    const valueAt = (column: string): Stored => values[table.columns.indexOf(column)] ?? null
    appendDivergentRecord(store, {
      kind: kind ? kind.name : String(valueAt('kind')),
      key: kind ? keyOf(table.key.map(valueAt)) : String(valueAt('key')),
      person: table.person === null ? '' : String(valueAt(table.person)),
      line: toLine?.(values, typeof extra === 'string' ? extra : null) ?? String(valueAt('line')),
      package: range.package,
    })
  }
  return divergent.length
}

/**
 * Imports supersessions. Both records must be in the workbook by now and have the same subject, or a package
 * could hide any record by superseding it. Supersessions of withdrawn records are dropped: the other record
 * may belong to a person who was linked to the withdrawn one, and stays current.
 */
function importSupersessionRange(
  store: WritableStore,
  table: RecordTable,
  range: PackageRange,
  staged: StagedPackage,
): RecordCounts {
  const read = range.last - range.first + 1
  const added = importSupersessions(store, range, SUBJECT_TABLES)
  if (hasExtras(staged, table)) keepExtras(store, table, range)
  const unjoined = added === read ? [] : getAllUnjoined(store, range, SUBJECT_TABLES)
  const isGone = (id: string): boolean =>
    INCOMING_TABLES.some(one => isWithdrawn(store, one, id, rangeOf(staged.ranges, one.kind)))
  const strange = unjoined.find(({ record, superseded }) => !isGone(record) && !isGone(superseded))
  if (strange) {
    const { record, superseded } = strange
    const detail = `${record} would take the place of ${superseded}, which is about something else or not there`
    throw new UnfitPackage(staged, detail)
  }
  return toCounts(read, { new: added, withdrawn: unjoined.length })
}
