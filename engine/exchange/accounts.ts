import { refusalWords } from '../../shared/messages/exchange.ts'
import type { PackageAccount, RecordCounts } from '../../shared/model/exchange.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import type { FitOptions } from './choose-fitting.ts'
import { PACKAGE_VERSION } from './manifest.ts'
import type { Merged, MergedPackage } from './merge.ts'
import { notesOf } from './notes.ts'
import { type ReadPackage, type RefusedPackage, sourceOf } from './stage-packages.ts'

const NOTHING: RecordCounts = {
  read: 0,
  new: 0,
  known: 0,
  conflicting: 0,
  withdrawn: 0,
  rejected: 0,
}

/** The sum of some counts. */
export function totalCounts(all: Iterable<RecordCounts>): RecordCounts {
  let total = NOTHING
  for (const one of all) {
    total = {
      read: total.read + one.read,
      new: total.new + one.new,
      known: total.known + one.known,
      conflicting: total.conflicting + one.conflicting,
      withdrawn: total.withdrawn + one.withdrawn,
      rejected: total.rejected + one.rejected,
    }
  }
  return total
}

/** The account of each package, in the order in which they were read. */
export function accountsOf(
  workbook: Workbook,
  read: readonly ReadPackage[],
  { packages }: Merged,
  options: FitOptions,
): PackageAccount[] {
  const merged = new Map(packages.map(one => [one.staged, one]))
  return read.map(one => {
    if (one.kind === 'refused') return refusedAccount(one)
    const taken = merged.get(one)
    if (!taken) throw new Error('A package that fits was not merged.')
    return acceptedAccount(workbook, taken, options)
  })
}

/** The account of a package that is not taken. */
export function refusedAccount({
  file,
  sha256,
  source,
  refusal,
  read,
}: RefusedPackage): PackageAccount {
  const { code, detail, version } = refusal
  const message = refusalWords(code, { detail, version, supported: PACKAGE_VERSION })
  return {
    file,
    accepted: false,
    sha256,
    number: null,
    source,
    ...NOTHING,
    read,
    rejected: read,
    kinds: [],
    problems: [{ code, refuses: true, message }],
  }
}

function acceptedAccount(
  workbook: Workbook,
  taken: MergedPackage,
  options: FitOptions,
): PackageAccount {
  const { staged, number, kinds } = taken
  const { file, sha256, manifest } = staged
  return {
    file,
    accepted: true,
    sha256,
    number,
    source: sourceOf(manifest),
    ...totalCounts(kinds.values()),
    kinds: [...kinds].map(([kind, counts]) => ({ kind, ...counts })),
    problems: [...notesOf(workbook, taken, options)],
  }
}
