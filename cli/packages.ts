import { packageColumns } from '../shared/messages/packages.ts'
import type { PackageAccount, RecordCounts } from '../shared/model/packages.ts'
import { printTable } from './output.ts'

/** Prints the packages of a merge as the screen shows them, and last their sum. */
export function printPackages(packages: readonly PackageAccount[], totals: RecordCounts): void {
  const columns = packageColumns(packages)
  const sum = (name: string) => (name in totals ? totals[name as keyof RecordCounts] : '')
  printTable(
    ['package', 'outcome', ...columns.map(({ name }) => name)],
    [
      ...packages.map(one => [
        ...[one.file, one.accepted ? 'in' : 'refused'],
        ...columns.map(({ of }) => of(one)),
      ]),
      ['all', '', ...columns.map(({ name }) => sum(name))],
    ],
  )
}
