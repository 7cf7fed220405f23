import { dirname } from 'node:path'
import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import { copyBackups } from '../../engine/backups/copy-backups.ts'
import {
  previewWithdrawal,
  requireConfirmation,
  withdraw,
  writeConfirmation,
} from '../../engine/withdrawal/withdraw.ts'
import type { Workbook } from '../../engine/workbooks/workbook.ts'
import { COPIES_LATER, personalRecordLines } from '../../shared/messages/workshop.ts'
import type { WithdrawalPreview, WithdrawalReceipt } from '../../shared/model/workshop.ts'
import { findOne, NAMING_HELP } from '../find-participant.ts'
import { withWorkbook } from '../inputs.ts'
import { namedFile } from '../options.ts'
import { CommandFailure, print, printJson, talk } from '../output.ts'

interface WithdrawOptions {
  readonly workshop?: string
  readonly confirmation?: string
  readonly yes?: true
  readonly json?: true
}

const EXAMPLES = `${NAMING_HELP}
Without --yes, what would go is shown first and the code must be typed.

Examples:
  workbook withdraw spring.sqlite KUB-07
  workbook withdraw spring.sqlite "P07 (laptop KUB)"
  workbook withdraw spring.sqlite "amber kite river stone" --confirmation deleted.html
  workbook withdraw spring.sqlite P07 --workshop 01994d2e-5a3b-7c1d-8e9f-0a1b2c3d4e5f --yes --json`

/** `withdraw BOOK PARTICIPANT`: erases one person and prints what went. */
export function addWithdraw(program: Command): void {
  program
    .command('withdraw')
    .description('erase everything that one person said, at their wish')
    .argument('<book>', 'a workbook file')
    .argument('<participant>', 'a participant’s code, four words, or id')
    .option('--workshop <id>', 'the workshop, where two people have the same code')
    .option('--confirmation <file>', 'write a page to hand to the person, .html or .txt')
    .option('--yes', 'do it without asking')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action((book: string, participant: string, options: WithdrawOptions) =>
      withWorkbook(book, workbook => erase(workbook, participant, options)),
    )
}

async function erase(workbook: Workbook, words: string, options: WithdrawOptions): Promise<void> {
  const { id, name } = findOne(workbook, words, options.workshop)
  if (!options.yes) await ask(workbook, id, name)
  const receipt = withdraw(workbook, id)
  if (receipt.copiesLater) await copyBackups(dirname(workbook.store.file), workbook.clock)
  if (options.json) printJson(receipt)
  else for (const line of receiptLines(receipt)) print(line)
  if (options.confirmation) {
    await writeConfirmation(workbook.title, receipt, namedFile(options.confirmation))
    talk(`Wrote ${options.confirmation}, to be handed to the person.`)
  }
}

async function ask({ store }: Workbook, participant: string, name: string): Promise<void> {
  const preview = previewWithdrawal(store, participant)
  for (const line of questionAbout(preview)) talk(line)
  if (!process.stdin.isTTY) {
    throw new CommandFailure('Nothing was deleted: add --yes to delete without being asked.', 2)
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    requireConfirmation(store, participant, await terminal.question(`Type ${name} to delete: `))
  } finally {
    terminal.close()
  }
}

function questionAbout({ participants, records }: WithdrawalPreview): readonly string[] {
  const people = participants.map(({ name, workshopTitle }) => `${name} in ${workshopTitle}`)
  return [`This deletes for good, of ${people.join(' and ')}:`, ...personalRecordLines(records)]
}

function receiptLines(receipt: WithdrawalReceipt): readonly string[] {
  const { id, records, backups, clean, copiesLater } = receipt
  return [
    'Deleted:',
    ...personalRecordLines(records).map(line => `  ${line}`),
    `Backups cleaned: ${backups}`,
    ...(copiesLater ? [COPIES_LATER] : []),
    ...(clean
      ? []
      : [
          'Another program has the file or a backup open: the last traces go when it is closed there and the workbook is opened next.',
        ]),
    `Number of this withdrawal: ${id}`,
  ]
}
