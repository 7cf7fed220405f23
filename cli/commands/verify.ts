import type { Command } from 'commander'
import { verifyWorkbook } from '../../engine/verify/verify.ts'
import { thisProgram } from '../inputs.ts'
import { CommandFailure, counted, printJson, printTable } from '../output.ts'

interface VerifyOptions {
  readonly json?: true
}

const EXAMPLES = `
Examples:
  workbook verify spring.sqlite
  workbook verify spring.sqlite --json`

/** `verify BOOK`: the integrity of the file and of its records. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('check that the file and its records are whole')
    .argument('<book>', 'a workbook file')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(verify)
}

function verify(book: string, { json }: VerifyOptions): void {
  const verification = verifyWorkbook(book, thisProgram())
  const { ok, checks } = verification
  if (json) printJson(verification)
  else {
    printTable(
      ['check', 'holds'],
      checks.map(check => [check.name, check.ok ? 'yes' : 'NO']),
    )
  }
  if (ok) return
  const broken = checks.filter(check => !check.ok)
  const details = broken.map(({ detail }) => detail).join(' ')
  throw new CommandFailure(
    `${counted(broken.length, 'check')} of ${book} failed: ${details} Recover it with “workbook recover ${book}”.`,
    1,
  )
}
