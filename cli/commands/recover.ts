import type { Command } from 'commander'
import { recoverWorkbook } from '../../engine/backups/recover.ts'
import { forkReader } from '../../engine/files/reader-process.ts'
import { verifyWorkbook } from '../../engine/verify/verify.ts'
import { recoveryWords } from '../../shared/messages/recovery.ts'
import { thisProgram } from '../inputs.ts'
import { CommandFailure, print, printJson } from '../output.ts'

interface RecoverOptions {
  readonly json?: true
}

const EXAMPLES = `
Examples:
  workbook recover spring.sqlite
  workbook recover spring.sqlite --json`

/** `recover BOOK`: a damaged workbook put together from its backup and what can still be read of it. */
export function addRecover(program: Command): void {
  program
    .command('recover')
    .description('recover a damaged workbook from its newest good backup; nothing is deleted')
    .argument('<book>', 'a workbook file')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(recover)
}

async function recover(book: string, { json }: RecoverOptions): Promise<void> {
  if (isWhole(book)) throw new CommandFailure(`${book} is whole: there is nothing to recover.`, 2)
  const recovery = await recoverWorkbook(forkReader(), book, thisProgram())
  if (json) printJson(recovery)
  else for (const line of recoveryWords.receipt(recovery)) print(line)
}

/** A file that is not even known as a workbook is as damaged as one can be. */
function isWhole(book: string): boolean {
  try {
    return verifyWorkbook(book, thisProgram()).ok
  } catch {
    return false
  }
}
