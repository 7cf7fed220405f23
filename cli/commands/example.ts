import type { Command } from 'commander'
import { exampleFramework } from '../../engine/frameworks/example/example-framework.ts'
import {
  addSyntheticRatings,
  type SyntheticSize,
} from '../../engine/ratings/synthetic/synthetic-ratings.ts'
import { createWorkbook } from '../../engine/workbooks/open.ts'
import { workbookInfo } from '../../engine/workbooks/workbook.ts'
import { EXAMPLE_LABEL } from '../../shared/model/framework.ts'
import { DEFAULT_SCALE_LENGTH } from '../../shared/model/scale.ts'
import { thisProgram } from '../inputs.ts'
import { counted, printJson, talk } from '../output.ts'
import { wholeNumber } from '../whole-number.ts'

interface ExampleOptions extends SyntheticSize {
  readonly json?: true
}

const LARGEST_SEED = 4_294_967_295

const EXAMPLES = `
Examples:
  workbook example try.sqlite
  workbook example large.sqlite --workshops 20 --participants 57 --seed 7 --json`

/** `example BOOK`: the example framework with synthetic ratings, which are labelled everywhere. */
export function addExample(program: Command): void {
  program
    .command('example')
    .description('make a workbook of the example framework, with ratings that are made up')
    .argument('<book>', 'the workbook file to make; it must not be there yet')
    .option('--workshops <n>', 'how many workshops to make up', wholeNumber(0, 1000), 3)
    .option('--participants <n>', 'how many people in each of them', wholeNumber(0, 1000), 14)
    .option(
      '--seed <n>',
      'the same seed makes up the same answers',
      wholeNumber(0, LARGEST_SEED),
      1,
    )
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(makeExample)
}

function makeExample(book: string, { json, ...size }: ExampleOptions): void {
  const framework = exampleFramework()
  const content = { title: 'Example', scale: DEFAULT_SCALE_LENGTH, madeUp: true, framework }
  const workbook = createWorkbook(book, content, thisProgram())
  try {
    addSyntheticRatings(workbook, size)
    const info = workbookInfo(workbook)
    if (json) printJson({ file: book, ...info })
    else {
      talk(`Made ${book} with ${counted(info.ratings, 'made-up rating')}. ${EXAMPLE_LABEL}.`)
    }
  } finally {
    workbook.close()
  }
}
