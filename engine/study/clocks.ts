import type { MergeReceipt, PackageAccount, PackageProblem } from '../../shared/model/packages.ts'

/** The notes on packages by which a clock was wrong. */
const CLOCK_NOTES: readonly string[] = ['from-the-future', 'from-the-past', 'clock-went-back']

/** A package with a record by which a clock was wrong. */
interface WrongClock {
  readonly receipt: string
  readonly account: PackageAccount
  readonly note: PackageProblem
}

/** The packages of merges that warned of a clock, each once. */
export function findWrongClocks(receipts: readonly MergeReceipt[]): readonly WrongClock[] {
  const found = new Map<string, WrongClock>()
  for (const { id, packages } of receipts) {
    for (const account of packages) {
      const note = account.problems.find(({ code }) => CLOCK_NOTES.includes(code))
      const key = account.sha256 ?? account.file
      if (note && !found.has(key)) found.set(key, { receipt: id, account, note })
    }
  }
  return [...found.values()]
}
