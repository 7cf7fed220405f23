import type { Command } from 'commander'
import { nameLaptop } from '../../engine/study/laptops.ts'
import { readStudy } from '../../engine/study/state.ts'
import { formatShare } from '../../shared/messages/figures.ts'
import {
  flagWords,
  handsBesideWords,
  LEFT_WORDS,
  laptopsWords,
  laptopWords,
} from '../../shared/messages/whole-study.ts'
import { LEAST_SECONDS, type StudyRow, type StudyState } from '../../shared/model/whole-study.ts'
import { withWorkbook, withWorkbookToRead } from '../inputs.ts'
import { laptopNameOption } from '../options.ts'
import { print, printJson, printTable } from '../output.ts'
import { wholeNumber } from '../whole-number.ts'

interface StudyOptions {
  readonly seconds: number
  readonly json?: true
}

const EXAMPLES = `
Examples:
  workbook study spring.sqlite
  workbook study spring.sqlite --seconds 6 --json`

/** `study BOOK`: how far a study is, and what is left to do. */
export function addStudy(program: Command): void {
  program
    .command('study')
    .description(
      'say how far a study is: laptops that are back, people, rounds, what is left to do',
    )
    .argument('<book>', 'a workbook file')
    .option(
      '--seconds <number>',
      'mark people who took fewer seconds an item',
      wholeNumber(0, 600),
      LEAST_SECONDS,
    )
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action((book: string, { seconds, json }: StudyOptions) =>
      withWorkbookToRead(book, workbook => {
        const state = readStudy(workbook, { seconds, underWay: [] })
        if (json) printJson(state)
        else printStudy(state)
      }),
    )
}

function printStudy({ rows, left, flags }: StudyState): void {
  printTable(
    ['workshop', 'planned', 'laptops', 'outstanding', 'people', 'targets', 'complete'],
    rows.map(row => [
      row.title,
      row.planned,
      laptopsWords(row),
      row.laptops.outstanding.join(', '),
      [row.people, handsBesideWords(row)].filter(part => part !== null).join(' '),
      targetsOf(row),
      completeOf(row),
    ]),
  )
  print('')
  const lines = [
    ...(left.conflicts > 0 ? [LEFT_WORDS.conflicts(left.conflicts)] : []),
    ...(left.descriptions > 0 ? [LEFT_WORDS.descriptions(left.descriptions)] : []),
    ...(left.hands > 0 ? [LEFT_WORDS.hands(left.hands)] : []),
    ...left.packages.map(({ file, laptop, why }) => `${LEFT_WORDS.package(file, laptop)}: ${why}`),
    ...(left.setAside > 0 ? [LEFT_WORDS.setAside(left.setAside)] : []),
    ...left.codes.map(({ code, people }) => LEFT_WORDS.code(code, people)),
    ...(left.unread > 0 ? [LEFT_WORDS.unread(left.unread)] : []),
  ]
  print(lines.length === 0 ? 'Nothing is left to do.' : 'Left to do:')
  for (const line of lines) print(`  ${line}`)
  if (flags.length === 0) return
  print('')
  print('To look at:')
  for (const sign of flags) {
    print(
      `  ${sign.flag === 'clock' ? sign.file : `${sign.name}, round ${sign.round}`}: ${flagWords(sign)}`,
    )
  }
}

const targetsOf = ({ groups }: StudyRow): string =>
  groups
    .filter(({ target }) => target !== null)
    .map(({ group, people, target }) => `${group} ${people}/${target}`)
    .join('; ')

const completeOf = ({ rounds }: StudyRow): string =>
  rounds
    .map(({ round, finished, asked }) =>
      asked === 0 ? `round ${round}: -` : `round ${round}: ${formatShare(finished / asked)}`,
    )
    .join('; ')

const NAME_EXAMPLES = `
Examples:
  workbook name-laptop spring.sqlite "Leeds 2"`

/** `name-laptop BOOK NAME`: says what people call this laptop. */
export function addNameLaptop(program: Command): void {
  program
    .command('name-laptop')
    .description('say what people call the laptop of this workbook; packages carry the name')
    .argument('<book>', 'a workbook file')
    .argument('<name>', 'the name, such as "Leeds 2"', laptopNameOption)
    .option('--json', 'print JSON')
    .addHelpText('after', NAME_EXAMPLES)
    .action((book: string, name: string, { json }: { readonly json?: true }) =>
      withWorkbook(book, workbook => {
        const named = nameLaptop(workbook, { name })
        if (json) printJson(named)
        else print(`This laptop is ${laptopWords(named)}.`)
      }),
    )
}
