import type { Command } from 'commander'
import { withWorkbook } from '../inputs.ts'
import { namedFile, several } from '../options.ts'
import { printJson, refuseToReplace, talk } from '../output.ts'
import { wholeNumber } from '../whole-number.ts'

interface FeedbackOptions {
  readonly workshop?: string[]
  readonly round: number
  readonly force?: true
  readonly json?: true
}

const EXAMPLES = `
A page for each participant, with their code: their own answers beside how many people chose each. Print it
and hand out each page to its person before the next round. It is refused where fewer than five answered.

Examples:
  workbook feedback spring.sqlite feedback.html
  workbook feedback spring.sqlite feedback.html --round 2 --force`

/** `feedback BOOK OUT`: a page for each participant before the next round. */
export function addFeedback(program: Command): void {
  program
    .command('feedback')
    .description('write a page for each participant: their own answers beside everyone’s')
    .argument('<book>', 'a workbook file')
    .argument('<out>', 'the file to write (.html)')
    .option('--workshop <id>', 'count this workshop only; may be given more than once', several)
    .option('--round <n>', 'the round that the pages are about', wholeNumber(1, 99), 1)
    .option('--force', 'replace a file that is there')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (book: string, out: string, options: FeedbackOptions) => {
      const { workshop, round, force, json } = options
      refuseToReplace(out, force)
      const scope = { round, ...(workshop && { workshops: workshop }) }
      const { writeFeedback } = await import('../../engine/exports/feedback/write-feedback.ts')
      const { bytes } = await withWorkbook(book, workbook =>
        writeFeedback(workbook, scope, namedFile(out)),
      )
      if (json) printJson({ file: out, bytes })
      else talk(`Wrote ${out}, ${bytes} bytes.`)
    })
}
