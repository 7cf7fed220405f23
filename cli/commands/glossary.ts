import { basename } from 'node:path'
import type { Command } from 'commander'
import {
  currentGlossary,
  loadGlossary,
  NO_GLOSSARY,
} from '../../engine/frameworks/glossary/keep-glossary.ts'
import { requireGlossary } from '../../engine/frameworks/glossary/read-glossary.ts'
import {
  glossaryFound,
  glossaryPlace,
  glossaryProblemMessage,
} from '../../shared/messages/glossary/glossary.ts'
import type { GlossaryReading } from '../../shared/model/glossary/reading.ts'
import type { GlossaryTerm } from '../../shared/model/glossary/terms.ts'
import { readFrameworkFile, withWorkbook, withWorkbookToRead } from '../inputs.ts'
import { CommandFailure, counted, print, printJson, printTable, talk } from '../output.ts'

interface GlossaryOptions {
  readonly load?: string
  readonly remove?: true
  readonly dryRun?: true
  readonly json?: true
}

const EXAMPLES = `
A glossary is a csv, xlsx, xls or ods file with a column of terms and one of meanings, such as
  term,meaning
  CIN,Child in need: a child who gets help from social care at home

Examples:
  workbook glossary spring.sqlite
  workbook glossary spring.sqlite --load words.csv --dry-run
  workbook glossary spring.sqlite --load words.csv
  workbook glossary spring.sqlite --remove`

/** `glossary BOOK`: the words that the framework uses and what they mean. */
export function addGlossary(program: Command): void {
  program
    .command('glossary')
    .description('list the words that the framework explains, or load them from a file')
    .argument('<book>', 'a workbook file')
    .option('--load <file>', 'puts the glossary of this file in the place of the one that is there')
    .option('--remove', 'takes the glossary away')
    .option('--dry-run', 'says what would be loaded and stores nothing')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(glossary)
}

async function glossary(book: string, options: GlossaryOptions): Promise<void> {
  const { load, remove, dryRun, json } = options
  if (load !== undefined && remove) throw new CommandFailure('Give either --load or --remove.', 2)
  if (load !== undefined) await loadFrom(book, load, options)
  else if (remove && !dryRun) {
    const { isNew } = await withWorkbook(book, workbook => loadGlossary(workbook, NO_GLOSSARY))
    if (json) printJson({ terms: [], isNew })
    else talk(isNew ? 'The glossary is taken away.' : 'There was no glossary.')
  } else
    await withWorkbookToRead(book, ({ store }) => list(currentGlossary(store)?.terms ?? [], json))
}

function list(terms: readonly GlossaryTerm[], json: true | undefined): void {
  if (json) printJson({ terms })
  else if (terms.length === 0) talk('The framework has no glossary.')
  else {
    printTable(
      ['term', 'other forms', 'meaning'],
      terms.map(({ term, forms, meaning }) => [term, forms.join('; '), meaning]),
    )
  }
}

async function loadFrom(book: string, path: string, options: GlossaryOptions): Promise<void> {
  const { dryRun, json } = options
  const file = basename(path)
  const found = requireGlossary(await readFrameworkFile(path), file)
  const { terms } = found
  const isNew = dryRun
    ? false
    : await withWorkbook(book, workbook => loadGlossary(workbook, { terms, fileName: file }).isNew)
  if (json) printJson({ file, isNew, ...withMessages(found) })
  else {
    printReading(found)
    if (isNew) talk(`${counted(terms.length, 'term')} are explained to people who rate.`)
    else if (!dryRun) talk('The glossary says the same already. Nothing was stored.')
  }
}

/** A reading with a sentence for each code, as programs read it. */
export const withMessages = <Reading extends GlossaryReading>({ problems, ...found }: Reading) => ({
  ...found,
  problems: problems.map(problem => {
    const { sheet, cell, code } = problem
    return { sheet, cell, code, message: glossaryProblemMessage(problem) }
  }),
})

/** Prints how many terms were found, where, and what is wrong. */
export function printReading(found: GlossaryReading): void {
  print(`Glossary: ${glossaryFound(found)}.`)
  for (const problem of found.problems) {
    print(`warning ${glossaryPlace(problem)}: ${glossaryProblemMessage(problem)}`)
  }
}
