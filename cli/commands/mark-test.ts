import type { Command } from 'commander'
import { markTest } from '../../engine/people/test-participants.ts'
import { findOne, NAMING_HELP } from '../find-participant.ts'
import { withWorkbook } from '../inputs.ts'
import { print, printJson } from '../output.ts'

interface MarkTestOptions {
  readonly workshop?: string
  readonly takeBack?: true
  readonly json?: true
}

const EXAMPLES = `${NAMING_HELP}

Examples:
  workbook mark-test spring.sqlite KUB-01
  workbook mark-test spring.sqlite KUB-01 --take-back`

/** `mark-test BOOK PARTICIPANT`: marks a participant as a test, or takes the mark back. */
export function addMarkTest(program: Command): void {
  program
    .command('mark-test')
    .description('mark a participant as a test, who is kept and counts for nothing')
    .argument('<book>', 'a workbook file')
    .argument('<participant>', 'a participant’s code, four words, or id')
    .option('--take-back', 'say that they are no test after all, and count again')
    .option('--workshop <id>', 'the workshop, where two people have the same code')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action((book: string, words: string, options: MarkTestOptions) =>
      withWorkbook(book, workbook => {
        const participant = findOne(workbook, words, options.workshop)
        const isTest = !options.takeBack
        markTest(workbook, participant.id, isTest)
        const { name } = participant
        if (options.json) printJson({ ...participant, isTest })
        else if (isTest) print(`${name} is a test: kept, and left out of every figure.`)
        else print(`${name} is no test, and counts.`)
      }),
    )
}
