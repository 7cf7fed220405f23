import type { Command } from 'commander'
import { packageFinder } from '../../engine/packages/merge/find-receipts.ts'
import { allReceipts } from '../../engine/packages/merge/receipts.ts'
import { totalCounts } from '../../shared/model/packages.ts'
import { withWorkbookToRead } from '../inputs.ts'
import { print, printJson } from '../output.ts'
import { printPackages } from '../packages.ts'

interface ReceiptsOptions {
  readonly find?: string
  readonly json?: true
}

const EXAMPLES = `
Examples:
  workbook receipts study.sqlite
  workbook receipts study.sqlite --find "Leeds 2"
  workbook receipts study.sqlite --find KUB-07 --json`

/** `receipts BOOK`: lists the merges of a workbook with every file that was chosen and what became of it. */
export function addReceipts(program: Command): void {
  program
    .command('receipts')
    .description('list the receipts of merges: every package, and what became of it')
    .argument('<book>', 'a workbook file')
    .option(
      '--find <words>',
      'only packages that these words find: a file, a laptop, a workshop, or a person’s code',
    )
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action((book: string, { find, json }: ReceiptsOptions) =>
      withWorkbookToRead(book, ({ store }) => {
        const isMeant = find === undefined ? () => true : packageFinder(store, find)
        const receipts = allReceipts(store).flatMap(receipt => {
          const packages = receipt.packages.filter(isMeant)
          return packages.length === 0 ? [] : [{ ...receipt, packages }]
        })
        if (json) printJson({ file: book, receipts })
        else if (receipts.length === 0) print('There is no such receipt.')
        for (const { id, mergedAt, packages } of json ? [] : receipts) {
          print(`Receipt ${id}, merged ${mergedAt}`)
          printPackages(packages, totalCounts(packages))
          print('')
        }
      }),
    )
}
