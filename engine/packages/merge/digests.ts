import { createHash } from 'node:crypto'
import type { RecordCounts } from '../../../shared/model/packages.ts'
import { iterateImported } from '../../store/packages/import-records.ts'
import type { PackageDigestRow } from '../../store/packages/receipts.ts'
import type { RecordTable } from '../../store/packages/record-table.ts'
import type { ReadableStore } from '../../store/store.ts'
import { lineWriter } from '../format/canonical-line.ts'
import { INCOMING_TABLES, recordKind } from '../format/record-kinds.ts'
import { rangeOf, type StagedPackage } from './staging.ts'

/** Digests records, person by person, over their canonical lines in the order of their keys. */
export interface RecordDigester {
  /** Adds a record: its columns in the order of the table, and last its unknown fields. */
  readonly add: (row: readonly (string | number | null)[]) => void
  readonly all: () => readonly Pick<PackageDigestRow, 'person' | 'records' | 'digest'>[]
}

/** A digester for the records of a table. */
export function recordDigester(table: RecordTable): RecordDigester {
  const kind = recordKind(table.kind)
  const toLine = kind && lineWriter(kind)
  const personAt = table.person === null ? -1 : table.columns.indexOf(table.person)
  const lineAt = table.columns.indexOf('line')
  const hashes = new Map<
    string,
    { readonly hash: ReturnType<typeof createHash>; records: number }
  >()
  return {
    add: row => {
      const extra = row.at(-1)
      const person = personAt < 0 ? '' : String(row[personAt])
      const line = toLine
        ? toLine(row.slice(0, -1), typeof extra === 'string' ? extra : null)
        : String(row[lineAt])
      const known = hashes.get(person) ?? { hash: createHash('sha256'), records: 0 }
      known.hash.update(`${line}\n`)
      known.records += 1
      hashes.set(person, known)
    },
    all: () =>
      [...hashes].map(([person, { hash, records }]) => ({
        person,
        records,
        digest: hash.digest('hex'),
      })),
  }
}

/**
 * Digests the records that the workbook has from a package, kind by kind and person by person. The reader's
 * own digests serve where every record of a kind was imported.
 */
export function* digestPackage(
  store: ReadableStore,
  { ranges, contents }: StagedPackage,
  number: number,
  kinds: ReadonlyMap<string, RecordCounts>,
): Generator<PackageDigestRow> {
  for (const table of INCOMING_TABLES) {
    const counts = kinds.get(table.kind)
    if (!counts) continue
    const { read, new: added, conflicting } = counts
    const fromReader = contents.filter(({ kind }) => kind === table.kind)
    // Supersessions are erased together with people's records, so they are counted but not digested.
    if (table.isSupersession) {
      yield { package: number, kind: table.kind, person: '', records: added, digest: '' }
    } else if (added + conflicting === read && fromReader.length > 0) {
      for (const content of fromReader) yield { ...content, package: number }
    } else if (added + conflicting > 0) {
      const digests = recordDigester(table)
      const range = { ...rangeOf(ranges, table.kind), package: number }
      for (const row of iterateImported(store, table, range)) digests.add(row)
      for (const one of digests.all()) yield { ...one, package: number, kind: table.kind }
    }
  }
}
