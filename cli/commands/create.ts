import type { Command } from 'commander'
import { forkReader } from '../../engine/files/reader-process.ts'
import { createFromPackages } from '../../engine/packages/merge/in-one-go.ts'
import { createWorkbook } from '../../engine/workbooks/open.ts'
import { workbookInfo } from '../../engine/workbooks/workbook.ts'
import { picturesNamed } from '../../shared/messages/pictures/pictures.ts'
import { translationFound } from '../../shared/messages/translations/translations.ts'
import { DEFAULT_SCALE_LENGTH, type ScaleLength } from '../../shared/model/scale.ts'
import { type FrameworkOptions, readFramework, thisProgram } from '../inputs.ts'
import { packageFile, scale, several, title } from '../options.ts'
import { CommandFailure, counted, printJson, talk } from '../output.ts'
import { pictureProblemLines } from '../picture-files.ts'
import { withPicturesOption, withSheetOptions } from '../sheet-options.ts'

interface CreateOptions extends FrameworkOptions {
  readonly framework?: string
  readonly from?: string[]
  readonly title?: string
  readonly scale: ScaleLength
  readonly json?: true
}

const EXAMPLES = `
Examples:
  workbook create spring.sqlite --framework draft-framework.csv
  workbook create spring.sqlite --framework draft.xlsx --sheet "Indicators" --title "Spring 2026" --scale 9
  workbook create laptop-3.sqlite --from set-up.workbook`

/** `create BOOK`: a workbook from a draft framework. */
export function addCreate(program: Command): void {
  withPicturesOption(
    withSheetOptions(
      program
        .command('create')
        .description('make a workbook from a draft framework, or from a package')
        .argument('<book>', 'the workbook file to make; it must not be there yet')
        .option('--framework <file>', 'the draft framework: a csv, xlsx, xls or ods file')
        .option(
          '--from <package>',
          'the package that sets it up; may be given more than once',
          several,
        ),
    ),
  )
    .option(
      '--title <title>',
      'what the workbook is called; left out, as the framework file',
      title,
    )
    .option(
      '--scale <levels>',
      'how many levels answers have: 3, 4, 5, 6, 7, 9 or 10',
      scale,
      DEFAULT_SCALE_LENGTH,
    )
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(create)
}

async function create(book: string, options: CreateOptions): Promise<void> {
  const { framework, from } = options
  if (from && framework === undefined) await createFrom(book, from, options)
  else if (framework !== undefined && !from) await createWith(book, framework, options)
  else throw new CommandFailure('Give either --framework, a file, or --from, a package.', 2)
}

/** A workbook of the study that a package comes from, as a set-up package is opened on a new laptop. */
async function createFrom(
  book: string,
  from: readonly string[],
  { title, json }: CreateOptions,
): Promise<void> {
  const packages = from.map(packageFile)
  const program = thisProgram()
  const { workbook } = await createFromPackages(forkReader(), book, packages, program, { title })
  try {
    if (json) printJson({ file: book, ...workbookInfo(workbook) })
    else talk(`Made ${book} from ${from.join(', ')}.`)
  } finally {
    workbook.close()
  }
}

async function createWith(book: string, file: string, options: CreateOptions): Promise<void> {
  const { readWith, pictureProblems, namedPictures, ...framework } = await readFramework(
    file,
    options,
  )
  const workbook = createWorkbook(
    book,
    { title: options.title ?? framework.title, scale: options.scale, madeUp: false, framework },
    thisProgram(),
  )
  try {
    if (options.json) printJson({ file: book, ...workbookInfo(workbook) })
    else {
      const terms = framework.glossary ? ` and ${counted(framework.glossary.length, 'term')}` : ''
      talk(`Made ${book} with ${counted(framework.indicators.length, 'indicator')}${terms}.`)
      for (const one of framework.translations ?? []) {
        talk(`${translationFound(one, framework.indicators.length)}.`)
      }
      const { pictures = [] } = framework
      if (pictures.length > 0) talk(`${counted(pictures.length, 'picture')} for easy read.`)
      if (namedPictures > 0) talk(picturesNamed(namedPictures))
      talk(`Read with ${readWith}`)
      for (const line of pictureProblemLines(pictureProblems)) talk(line)
    }
  } finally {
    workbook.close()
  }
}
