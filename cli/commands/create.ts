import type { Command } from 'commander'
import { createWorkbook } from '../../engine/workbooks/create.ts'
import { workbookInfo } from '../../engine/workbooks/info.ts'
import { DEFAULT_SCALE_LENGTH, type ScaleLength } from '../../shared/model/scale.ts'
import { counted, printJson, talk } from '../output.ts'
import { thisProgram } from '../program.ts'
import { readFramework } from '../read-framework.ts'
import { type SheetOptions, withSheetOptions } from '../sheet-options.ts'
import { scale, title } from '../values.ts'

interface CreateOptions extends SheetOptions {
  readonly framework: string
  readonly title?: string
  readonly scale: ScaleLength
  readonly json?: true
}

const EXAMPLES = `
Examples:
  workbook create spring.sqlite --framework draft-framework.csv
  workbook create spring.sqlite --framework draft.xlsx --sheet "Indicators" --title "Spring 2026" --scale 9`

/** `create BOOK`: a workbook from a draft framework. */
export function addCreate(program: Command): void {
  withSheetOptions(
    program
      .command('create')
      .description('make a workbook from a draft framework')
      .argument('<book>', 'the workbook file to make; it must not be there yet')
      .requiredOption('--framework <file>', 'the draft framework: a csv, xlsx, xls or ods file'),
  )
    .option(
      '--title <title>',
      'what the workbook is called; left out, as the framework file',
      title,
    )
    .option(
      '--scale <levels>',
      'how many levels answers have: 5, 9, 4 or 3',
      scale,
      DEFAULT_SCALE_LENGTH,
    )
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(create)
}

async function create(book: string, options: CreateOptions): Promise<void> {
  const framework = await readFramework(options.framework, options)
  const workbook = createWorkbook(
    book,
    { title: options.title ?? framework.title, scale: options.scale, madeUp: false, framework },
    thisProgram(),
  )
  try {
    if (options.json) printJson({ file: book, ...workbookInfo(workbook) })
    else talk(`Made ${book} with ${counted(framework.indicators.length, 'indicator')}.`)
  } finally {
    workbook.close()
  }
}
