import type { RecordCounts } from '../../shared/model/exchange.ts'
import { appendApartRecord } from '../store/odd-records.ts'
import type { RecordTable } from '../store/record-table.ts'
import type { WritableStore } from '../store/store.ts'
import {
  countWithdrawn,
  getAllApart,
  getAllUnjoined,
  isWithdrawn,
  keepExtras,
  type PackageRange,
  takeIn,
  takeInSupersessions,
} from '../store/take-in.ts'
import { keyOf, lineWriter } from './canonical-line.ts'
import type { Stored } from './record-kind.ts'
import { recordKind } from './record-kinds.ts'
import { RECORD_TABLES, SUBJECT_TABLES } from './record-tables.ts'
import type { StagedPackage } from './stage-packages.ts'
import { UnfitPackage } from './unfit-package.ts'

/** Takes in the records of one kind that wait of a package, and says what became of them. */
export function takeInKind(
  store: WritableStore,
  table: RecordTable,
  range: PackageRange,
  staged: StagedPackage,
): RecordCounts {
  const read = range.last - range.first + 1
  if (table.isSupersession) return takeInJoins(store, table, range, staged)
  const added = takeInOrRefuse(() => takeIn(store, table, range), staged)
  if (hasExtras(staged, table)) keepExtras(store, table, range)
  if (added === read) return counts(read, { new: added })
  const withdrawn = countWithdrawn(store, table, range)
  const rejected = keepApart(store, table, range)
  return counts(read, { new: added, withdrawn, rejected })
}

const hasExtras = ({ ranges }: StagedPackage, { kind }: RecordTable): boolean =>
  ranges.get(kind)?.hasExtras ?? false

function counts(
  read: number,
  found: { readonly new: number; readonly withdrawn?: number; readonly rejected?: number },
): RecordCounts {
  const { new: added, withdrawn = 0, rejected = 0 } = found
  const known = read - added - withdrawn - rejected
  return { read, new: added, known, conflicting: 0, withdrawn, rejected }
}

/** A record that names one which is nowhere breaks a rule of the store; then the package is unfit. */
function takeInOrRefuse<T>(work: () => T, staged: StagedPackage): T {
  try {
    return work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code.startsWith('SQLITE_CONSTRAINT')) {
      throw new UnfitPackage(
        staged,
        'one of its records names another that is neither in it nor here',
      )
    }
    throw error
  }
}

/** Keeps the records that say something else than their namesakes here. Gives how many. */
function keepApart(store: WritableStore, table: RecordTable, range: PackageRange): number {
  const kind = recordKind(table.kind)
  const toLine = kind && lineWriter(kind)
  const apart = getAllApart(store, table, range)
  const at = (column: string): number => table.columns.indexOf(column)
  for (const row of apart) {
    const values = row.slice(0, -1)
    const extra = row.at(-1)
    const valueAt = (column: string): Stored => values[at(column)] ?? null
    appendApartRecord(store, {
      kind: kind ? kind.name : String(valueAt('kind')),
      key: kind ? keyOf(table.key.map(valueAt)) : String(valueAt('key')),
      person: table.person === null ? '' : String(valueAt(table.person)),
      line: toLine?.(values, typeof extra === 'string' ? extra : null) ?? String(valueAt('line')),
      package: range.package,
    })
  }
  return apart.length
}

/**
 * Takes in supersessions. Both records must be here by now and about the same, or a package could hide what it
 * is not about. One of someone who withdrew says nothing any more: the other may be of a person who was linked
 * to them, and stays.
 */
function takeInJoins(
  store: WritableStore,
  table: RecordTable,
  range: PackageRange,
  staged: StagedPackage,
): RecordCounts {
  const read = range.last - range.first + 1
  const added = takeInSupersessions(store, range, SUBJECT_TABLES)
  if (hasExtras(staged, table)) keepExtras(store, table, range)
  const unjoined = added === read ? [] : getAllUnjoined(store, range, SUBJECT_TABLES)
  const isGone = (id: string): boolean =>
    RECORD_TABLES.some(of => {
      const { first, last } = staged.ranges.get(of.kind) ?? { first: 1, last: 0 }
      return isWithdrawn(store, of, id, { first, last })
    })
  const strange = unjoined.find(({ record, superseded }) => !isGone(record) && !isGone(superseded))
  if (strange) {
    const words = `${strange.record} would take the place of ${strange.superseded}, which is about something else or not there`
    throw new UnfitPackage(staged, words)
  }
  return counts(read, { new: added, withdrawn: unjoined.length })
}
