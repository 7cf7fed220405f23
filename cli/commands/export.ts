import { extname } from 'node:path'
import { type Command, Option } from 'commander'
import type { ExportChoices } from '../../engine/exports/write-export.ts'
import { forkReader } from '../../engine/files/reader-process.ts'
import type { PackageChoices } from '../../engine/packages/write/package-contents.ts'
import { writePackage } from '../../engine/packages/write/write-package.ts'
import { ruleNamed } from '../../engine/rules/rules.ts'
import { countOpenTurns } from '../../engine/store/reports/draft-answers.ts'
import type { Workbook } from '../../engine/workbooks/workbook.ts'
import { PACKAGE_ENDING } from '../../shared/host.ts'
import { LANGUAGE_CODES, type LanguageCode } from '../../shared/languages/languages.ts'
import { openTurnsWords } from '../../shared/messages/turns.ts'
import { type ExportScope, RELEASES, type Release } from '../../shared/model/exports.ts'
import { withWorkbook, withWorkbookToRead } from '../inputs.ts'
import {
  type JudgingOptions,
  namedFile,
  quantileOption,
  roundList,
  ruleOption,
  several,
} from '../options.ts'
import { CommandFailure, printJson, refuseToReplace, talk } from '../output.ts'
import { type ProtectionOptions, readProtection } from '../secrets.ts'
import { wholeNumber } from '../whole-number.ts'

interface ExportOptions extends JudgingOptions, ProtectionOptions {
  readonly workshop?: string[]
  readonly group?: string[]
  readonly round: number
  readonly rounds?: number[]
  readonly release?: Release
  readonly hideUnder?: number
  readonly pseudonyms?: true
  readonly language?: LanguageCode
  readonly comments: boolean
  readonly setup?: true
  readonly records?: true
  readonly force?: true
  readonly replace?: true
  readonly json?: true
}

const FORMATS: Readonly<Record<string, ExportChoices['format']>> = {
  '.xlsx': 'xlsx',
  '.docx': 'docx',
  '.pptx': 'pptx',
  '.csv': 'csv',
  '.zip': 'zip',
  '.html': 'html',
  '.parquet': 'parquet',
}

const NO_PDF =
  'Only the desktop program writes PDF. Export a report that ends with .html; any browser can print it to PDF.'

const EXAMPLES = `
The ending says what is written: .xlsx is priorities, results, ratings, framework and codebook;
.csv is every rating of every round in one long table; .zip is a data package with codebook and scripts
for SPSS, Stata and R; .html is a report to read and print, .docx the same for Word with an appendix table, .pptx eight slides; .parquet is a folder of tables for DuckDB, Spark or a warehouse.
With --records, .parquet is a folder of the records themselves, with queries that bring many such folders together.
.workbook is a package for other laptops, which takes only --workshop, --setup and --replace.

Examples:
  workbook export spring.sqlite results.xlsx
  workbook export spring.sqlite results.xlsx --rule iqr --quantile R-6
  workbook export spring.sqlite ratings.csv --force
  workbook export spring.sqlite canlyniadau.xlsx --language cy
  workbook export spring.sqlite data.zip
  workbook export spring.sqlite spring.workbook --replace
  workbook export spring.sqlite public.xlsx --release tables
  workbook export spring.sqlite answers.csv --release rows
  workbook export spring.sqlite spring.parquet --records
  workbook export spring.sqlite stored.xlsx --pseudonyms --no-comments --hide-under 5`

/** `export BOOK OUT`: a file for people and programs outside. */
export function addExport(program: Command): void {
  program
    .command('export')
    .description(
      'write results and ratings (.xlsx, .docx, .pptx, .csv, .zip, .html, .parquet), or a package (.workbook)',
    )
    .argument('<book>', 'a workbook file')
    .argument('<out>', 'the file to write')
    .option('--workshop <id>', 'export this workshop only; may be given more than once', several)
    .option('--group <name>', 'export this group only; may be given more than once', several)
    .option('--round <n>', 'the round that the results are of', wholeNumber(1, 99), 1)
    .option('--rounds <list>', 'the rounds whose ratings are listed, such as 1,2', roundList)
    .addOption(
      new Option(
        '--release <name>',
        'who it is for: research has everything, tables no row about one person, rows no group',
      ).choices(RELEASES),
    )
    .option('--hide-under <n>', 'leave out figures of fewer people than this', wholeNumber(2, 100))
    .option('--pseudonyms', 'call participants by names made for this file alone')
    .option('--no-comments', 'leave out what people wrote')
    .addOption(
      new Option('--language <code>', 'headings and fixed words in this language').choices(
        LANGUAGE_CODES,
      ),
    )
    .addOption(ruleOption())
    .addOption(quantileOption())
    .option('--setup', 'a package without participants and ratings, to set up other laptops')
    .option('--records', 'a .parquet folder of the records themselves, to bring many together')
    .option('--encrypt-to <key>', 'a package that only the holder of this public key can read')
    .option('--passphrase-file <file>', 'a package that the passphrase in this file opens')
    .option('--new-passphrase', 'a package that a new passphrase opens, which is printed')
    .option('--unencrypted', 'a package that anybody can read, also where the team has a key')
    .option('--force', 'replace a file that is there')
    .option('--replace', 'the same as --force')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(exportTo)
}

async function exportTo(book: string, out: string, options: ExportOptions): Promise<void> {
  const { workshop, setup, language, force, replace, json } = options
  const isPackage = extname(out).toLowerCase() === PACKAGE_ENDING
  const format = isPackage ? null : formatByEnding(out)
  refuseToReplace(out, force ?? replace)
  if (format === null) {
    refuseForPackage(options)
    const protection = await readProtection(options)
    const choices = {
      ...(workshop && { workshops: workshop }),
      ...(protection && { protection }),
      setup: setup ?? false,
    }
    await exportPackage(book, out, { ...choices, json: json ?? false })
    return
  }
  if (setup) throw new CommandFailure('Only a package, .workbook, can be a set-up.', 2)
  if (options.records) {
    refuseForRecords(format, options)
    await exportRecords(book, out, options)
    return
  }
  refuseForRelease(options)
  const scope = readScope(options)
  // A release is kept in the workbook, as the next one is held against it.
  const open = isPublic(options) ? withWorkbook : withWorkbookToRead
  // Loaded for this command alone, as are the records: it takes longer than most commands take.
  const { writeExport } = await import('../../engine/exports/write-export.ts')
  const { bytes } = await open(book, workbook => {
    tellOfOpenTurns(workbook)
    const rule = ruleNamed(workbook.store, options.rule)
    const choices = { format, scope: { ...scope, rule }, ...(language && { language }) }
    return writeExport(workbook, choices, namedFile(out))
  })
  if (json) printJson({ file: out, format, bytes })
  else talk(`Wrote ${out}, ${bytes} bytes.`)
}

/** Throws where options are given that a package, which carries whole records, would ignore. */
function refuseForPackage(options: ExportOptions): void {
  const { group, rounds, release, hideUnder, pseudonyms, comments, records, language } = options
  const asked = {
    ...{ group, rounds, release, 'hide-under': hideUnder, pseudonyms, records, language },
    'no-comments': !comments,
  }
  const [option] =
    Object.entries(asked).find(([, value]) => value !== undefined && value !== false) ?? []
  if (option === undefined) return
  throw new CommandFailure(`A package takes no --${option}: it carries the records as they are.`, 2)
}

const isPublic = ({ release = 'research' }: ExportOptions): boolean => release !== 'research'

/** Throws where options are given that only a file for research has. */
function refuseForRelease(options: ExportOptions): void {
  const { release, pseudonyms, workshop, group, rounds } = options
  if (!isPublic(options)) return
  const asked = Object.entries({ pseudonyms, workshop, group, rounds })
  const [option] = asked.find(([, value]) => value !== undefined) ?? []
  if (option === undefined) return
  throw new CommandFailure(
    `--release ${release} takes no --${option}: it is of the whole workbook, and names nobody.`,
    2,
  )
}

/** Throws where records are to be of a part of a workbook, or for everybody: they are whole, and say who said what. */
function refuseForRecords(format: ExportChoices['format'], options: ExportOptions): void {
  if (format !== 'parquet') {
    throw new CommandFailure('Records are a folder: give it a name that ends with .parquet.', 2)
  }
  const { release, workshop, group, rounds, hideUnder, pseudonyms, comments, language } = options
  if (isPublic(options)) {
    throw new CommandFailure(
      `--records has every answer with who gave it, so there is no --release ${release} of them: leave one of the two out.`,
      2,
    )
  }
  const narrowed = { workshop, group, rounds, 'hide-under': hideUnder, pseudonyms, language }
  const asked = Object.entries({ ...narrowed, 'no-comments': comments ? undefined : true })
  const [option] = asked.find(([, value]) => value !== undefined) ?? []
  if (option === undefined) return
  throw new CommandFailure(`--records takes no --${option}: the records are whole, as they are.`, 2)
}

/** Writes the records themselves, `OUT.parquet`. */
async function exportRecords(book: string, out: string, options: ExportOptions): Promise<void> {
  const { quantile, json } = options
  const { writeRecords } = await import('../../engine/exports/records/write-records.ts')
  const { bytes } = await withWorkbookToRead(book, workbook => {
    tellOfOpenTurns(workbook)
    const scope = { quantile, rule: ruleNamed(workbook.store, options.rule) }
    return writeRecords(workbook, scope, namedFile(out))
  })
  if (json) printJson({ file: out, format: 'records', bytes })
  else talk(`Wrote the records to ${out}, ${bytes} bytes. They say who said what: keep them safe.`)
}

function readScope(options: ExportOptions): ExportScope {
  const { workshop, group, round, rounds, quantile, release } = options
  const { hideUnder, pseudonyms, comments } = options
  return {
    round,
    quantile,
    comments,
    people: pseudonyms ? 'pseudonyms' : 'codes',
    ...(release && { release }),
    ...(workshop && { workshops: workshop }),
    ...(group && { groups: group }),
    ...(rounds && { rounds }),
    ...(hideUnder && { hideUnder }),
  }
}

function formatByEnding(out: string): ExportChoices['format'] {
  const format = FORMATS[extname(out).toLowerCase()]
  if (format) return format
  if (extname(out).toLowerCase() === '.pdf') throw new CommandFailure(NO_PDF, 2)
  const words = `${out} cannot be written: give it a name that ends with ${[...Object.keys(FORMATS), PACKAGE_ENDING].join(' or ')}.`
  throw new CommandFailure(words, 2)
}

/** The choices for a package by its options. */
export interface ExportPackageOptions extends PackageChoices {
  readonly json: boolean
}

const ENCRYPTED_WORDS = {
  key: ', encrypted to a key',
  passphrase: ', encrypted to a passphrase',
  nobody: '',
} as const

/** Says that people are rating just now, whose answers are in no file before they hand over. */
function tellOfOpenTurns({ store }: Workbook): void {
  const words = openTurnsWords(countOpenTurns(store))
  if (words !== null) talk(words)
}

/** Writes a package, `OUT.workbook`. */
async function exportPackage(
  book: string,
  out: string,
  { json, ...choices }: ExportPackageOptions,
): Promise<void> {
  const { bytes, sha256, encrypted } = await withWorkbookToRead(book, workbook => {
    if (!choices.setup) tellOfOpenTurns(workbook)
    return writePackage(forkReader(), workbook, choices, namedFile(out))
  })
  if (json) printJson({ file: out, format: 'package', bytes, sha256, encrypted })
  else talk(`Wrote ${out}, ${bytes} bytes${ENCRYPTED_WORDS[encrypted ?? 'nobody']}.`)
}
