import { assertNever } from '../assert-never.ts'
import type {
  CheckIssue,
  CodedIssue,
  ColumnReason,
  ISSUES,
  IssueCode,
  IssueData,
  Refusal,
  SKIP_REASONS,
  SkipReason,
  Unreadable,
} from '../model/check.ts'
import { ONE_SECTION } from '../model/framework.ts'
import { DATA_TYPES, STATUSES } from '../model/vocabulary.ts'
import { overLimitWords } from './data-entry/limits.ts'
import { FIELD_WORDS } from './indicator-fields.ts'
import { type Sentences, sentence } from './sentences.ts'

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

const all = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

const refusals: Readonly<
  Record<Unreadable['code'], (file: string, about: Omit<Unreadable, 'code'>) => string>
> = {
  'empty-file': file => `${file} is empty. Check that it was saved, or choose another file.`,
  'not-a-spreadsheet': file =>
    `${file} is not a spreadsheet. Save the table as an Excel workbook (.xlsx) or as csv and try again.`,
  'password-protected': file =>
    `${file} is protected by a password. Open it, save it without the password and try again.`,
  damaged: file =>
    `${file} is damaged and cannot be read. Open it in the program that made it, save it once more ` +
    'and try again.',
  'open-quote': (file, { line }) =>
    `${file} has a double quote${line === undefined ? '' : ` in line ${line}`} that is not closed, so nothing ` +
    'after it can be told apart. Close it or take it out, and try again.',
  'too-large': (file, { over }) =>
    `${file} is too large to be read safely${over ? `: ${overLimitWords(over)}` : ''}. Save the sheet that is needed ` +
    'as a file of its own, without pictures and without rows that are not needed, and try again.',
  'too-slow': (file, { over }) =>
    `${file} took too long to read${over ? `: ${overLimitWords(over)}` : ''}. Save the sheet that is needed as a file of its own, or as csv, ` +
    'and try again.',
  'no-table': file =>
    `${file} has no table of indicators. It needs a row of headings such as code, section and ` +
    'indicator, and a row for each indicator below it.',
  'reader-failed': file =>
    `${file} was not read, as the part of this program that reads files did not start. Install the ` +
    'program once more and try again.',
  'file-not-found': file => `There is no file ${file}. Check its name and folder.`,
  'file-in-use': file =>
    `Another program has ${file} open and lets nobody read it. Close it there, in Excel for example, and ` +
    'try again.',
  'file-not-allowed': file =>
    `You may not read ${file}. Choose another file, or ask whoever looks after this laptop.`,
  'disk-gone': file =>
    `The disk or stick of ${file} does not answer, as when it was pulled out. Put it in again and try again.`,
}

/** The reason why nothing is understood of a file, and the way to put it right. */
export function refusalMessage(file: string, refused: Refusal): string {
  if (refused.code !== 'no-such-sheet') return refusals[refused.code](file, refused)
  const { sheet, sheets } = refused
  return sheets.length === 0
    ? `${file} has no sheets to choose from. Leave the sheet out and try again.`
    : `${file} has no sheet called ${sheet}. Choose ${list(sheets)}.`
}

const rowLength = (data: IssueData<'row-length'>): string => {
  switch (data.is) {
    case 'longer':
      return 'This row has more cells than there are headings. Put text that has commas in it in double quotes.'
    case 'shorter':
      return (
        `This row has ${data.cells} cells under ${data.headings} headings. What is not there was left ` +
        'blank; nothing was shifted. Check that no cell is missing in the middle.'
      )
    default:
      return assertNever(data)
  }
}

const unmappedColumn = (data: IssueData<'unmapped-column'>): string => {
  switch (data.is) {
    case 'unknown':
      return (
        `The column "${data.heading}" was not recognised, so it is not loaded. Choose what it holds, or ` +
        'keep it as a note, if it belongs to the framework.'
      )
    case 'repeated':
      return `The column "${data.heading}" is not loaded: column ${data.taken} already holds the same.`
    case 'unheaded':
      return (
        `Column ${data.column} has no heading, so what it holds is not loaded. Choose what it holds if it ` +
        'belongs to the framework.'
      )
    default:
      return assertNever(data)
  }
}

const missingColumn = ({ field, instead }: IssueData<'missing-column'>): string => {
  switch (instead) {
    case null:
      return `There is no column for the ${FIELD_WORDS[field].inFiles}. Add one with the heading "${FIELD_WORDS[field].inFiles}".`
    case 'outcomes':
      return noSections('the expected outcomes are taken for them')
    case 'one-section':
      return noSections(`all are put in "${ONE_SECTION}"`)
    default:
      return assertNever(instead)
  }
}

const noSections = (instead: string): string =>
  `Nothing says which sections there are, so ${instead}. Choose the column of the sections if there ` +
  'is one; otherwise no action is needed.'

const placeOf = (titles: readonly string[]): string =>
  titles.length === 0 ? 'at the outermost level' : `under "${titles.join(' > ')}"`

const struckOut = ({ is }: IssueData<'struck-out'>): string => {
  switch (is) {
    case 'cell':
      return 'This text is struck out in the spreadsheet, so it was left out. Type it anew if it is meant.'
    case 'part':
      return (
        'A part of this text is struck out in the spreadsheet and was left out. Check that the text ' +
        'still reads right.'
      )
    case 'needed':
      return (
        'This text is struck out in the spreadsheet. It is loaded all the same; leave the row out if it ' +
        'is no longer meant.'
      )
    default:
      return assertNever(is)
  }
}

const issues: Sentences<typeof ISSUES> = {
  'missing-code': () => 'This indicator has no code. Give it one that no other row has.',
  'duplicate-code': ({ text, first, restarts }) =>
    `The code ${text} is already used in cell ${first}${restarts ? ', as codes begin anew in each section. Have the section put before every code, or give' : '. Give'} ` +
    'each indicator a code of its own.',
  'repeated-column': ({ field, heading, column, other }) =>
    `Columns ${column} and ${other} are both called "${heading}" and do not say the same. Column ${column} was ` +
    `taken for the ${FIELD_WORDS[field].inFiles}. Choose which of them is meant, or give one another heading.`,
  'code-became-date': ({ text }) =>
    `The spreadsheet turned this code into a date (${text}). Type the code once more, with an ` +
    'apostrophe before it so that it stays text.',
  'code-became-number': ({ text }) =>
    `The spreadsheet turned this code into a number (${text}). Type the code once more, with ` +
    'an apostrophe before it so that it stays text.',
  'code-in-title': () =>
    'No column holds the codes alone, so each was taken from the start of its indicator. Check that ' +
    'they are right, or choose the column of the codes.',
  'guessed-column': ({ field, column, heading }) =>
    `No heading says which column holds the ${FIELD_WORDS[field].inFiles}, so column ${column}` +
    `${heading === '' ? '' : ` ("${heading}")`} was taken for it by what it holds. Check that ` +
    'it is right, or choose another column.',
  'missing-title': ({ code }) =>
    `${code === '' ? 'This row' : code} has no title. Write the indicator here, or remove the row.`,
  'missing-section': ({ code }) =>
    `${code === '' ? 'This indicator' : code} is in no section. Write the title of its section here.`,
  'above-sections': ({ code, section }) =>
    `${code === '' ? 'This indicator' : code} stands above the first title of a section, so it was put in ` +
    `"${section}". Give it a section if it belongs to one; otherwise no action is needed.`,
  'unsure-nesting': ({ text, taken, other }) =>
    `Nothing tells where "${text}" belongs. It was put ${placeOf(taken)}; it may as well lie ` +
    `${placeOf(other)}. Choose which is right.`,
  'numbered-codes': ({ first, last }) =>
    `No column holds codes, so the indicators were numbered from ${first} to ${last}. Choose the column ` +
    'of the codes if there is one; otherwise no action is needed.',
  'struck-out': struckOut,
  'joined-sheets': ({ sheets }) =>
    `The sheets ${all(sheets)} have the same headings, so they are loaded together and each is a ` +
    'section. Choose one sheet if only that one is meant.',
  'section-carried-down': ({ field, text }) =>
    `The ${FIELD_WORDS[field].inFiles} is blank here and was taken from above: "${text}". Check that ` +
    'it is right.',
  'unrecognised-value': ({ field, text }) =>
    field === 'dataType'
      ? `"${text}" is not a data type. Write ${list(DATA_TYPES)}, or leave it blank.`
      : `"${text}" is not a status. Write ${list(STATUSES)}, or leave it blank.`,
  'two-values': ({ text, values, isKept }) =>
    isKept
      ? `"${text}" names more than one group: ${all(values)}. It is kept as typed; choose one if ` +
        'only that one is meant.'
      : `"${text}" names more than one: ${all(values)}. Choose one of them.`,
  'error-value': ({ text, isLeftOut }) =>
    isLeftOut
      ? `The spreadsheet shows ${text} here instead of text, so it is left out. No action is needed, ` +
        'unless the formula can be put right.'
      : `The spreadsheet shows ${text} here instead of text. Put the formula right or type the text.`,
  'row-length': rowLength,
  'unsafe-link': () =>
    'The link of this cell may do harm and was left out. Its text is kept; no action is needed.',
  'removed-characters': () =>
    'Characters that nobody can see, or that turn text around, were removed here. Check that the ' +
    'text still reads right.',
  'long-text': ({ length }) =>
    `This text has ${length.toLocaleString('en-GB')} characters. It is kept whole; consider a ` +
    'shorter one, as people read it while they rate.',
  'hidden-row': () =>
    'This row is hidden in the spreadsheet. It is loaded all the same; leave it out if it is not ' +
    'part of the framework.',
  'hidden-column': ({ heading }) =>
    `The column "${heading}" is hidden in the spreadsheet, so it is not loaded. Choose it if ` +
    'it is part of the framework.',
  'unmapped-column': unmappedColumn,
  'missing-column': missingColumn,
  'other-sheet': ({ sheet, indicators }) =>
    `The sheet ${sheet} has ${indicators === 1 ? 'an indicator' : `${indicators} indicators`} that ` +
    'this one does not have. Only one sheet is loaded; copy them into one sheet if both are needed.',
  'unread-sheet': ({ sheet, over }) =>
    `The sheet ${sheet} is too large to be a framework, so it was not looked at: ${overLimitWords(over)}. If the ` +
    'indicators are there, save them as a file of their own.',
}

/** The number of cells that the sentence of a shared problem names, the first included. */
const CELLS_NAMED = 10

/** The sentence for a problem of a framework sheet; of one that many cells share, with their number. */
export function issueMessage(
  issue: CodedIssue & Pick<CheckIssue, 'count' | 'cells' | 'isSameInAll'>,
): string {
  const { code, data, count, cells, isSameInAll } = issue
  const message = sentence(issues, code, data)
  if (count === 1) return message
  const more = count - 1
  const next = cells.slice(1, CELLS_NAMED)
  const cellsInWords = `${next.join(', ')}${more > next.length ? ' and so on' : ''}`
  return isSameInAll
    ? `${message} The same holds for ${more} more cells: ${cellsInWords}.`
    : `${message} A problem of the same kind is in ${more} more cells: ${cellsInWords}.`
}

const skips: Sentences<typeof SKIP_REASONS> = {
  'left-out': () => 'You left it out.',
  'struck-out': () => 'It is struck out in the spreadsheet.',
  'repeated-code': ({ first }) =>
    `Its code is already used in cell ${first}, and the first is kept.`,
  'section-title': ({ text }) => `"${text}" was taken for the title of a section.`,
  'heading-or-note': ({ text }) =>
    `It has only "${text}", so it was taken for a heading or a note.`,
  'under-other-title': ({ title }) => `It stands under "${title}".`,
  'repeated-headings': () => 'It repeats the headings.',
  total: () => 'It is a total or an average.',
  'page-number': () => 'It is a page number.',
  'end-of-list': () => 'It only says that the list ends.',
  'made-by': () => 'It says who made the list, or when.',
  contact: () => 'It says whom to ask.',
  note: () => 'It is a note.',
  'outside-table': ({ text }) =>
    `It has nothing in the columns that were recognised, only "${text}".`,
  'not-an-indicator': () => 'It has neither a code nor an indicator.',
}

/** The reason why a row of a framework sheet is not taken for an indicator. */
export function skipMessage({ code, data }: SkipReason): string {
  return sentence(skips, code, data)
}

/** Names of the groups of alike problems of a framework file. */
export const ISSUE_KINDS: Readonly<Record<IssueCode, string>> = {
  'missing-code': 'No code',
  'duplicate-code': 'The same code twice',
  'repeated-column': 'Two columns of one name',
  'code-became-date': 'A code that became a date',
  'code-became-number': 'A code that became a number',
  'code-in-title': 'Codes at the start of titles',
  'guessed-column': 'A column told by what it holds',
  'missing-title': 'No indicator title',
  'missing-section': 'No section',
  'above-sections': 'Above the first section',
  'unsure-nesting': 'A title that may lie elsewhere',
  'numbered-codes': 'Codes that were numbered',
  'struck-out': 'Struck out in the spreadsheet',
  'joined-sheets': 'Sheets loaded together',
  'section-carried-down': 'Taken from the rows above',
  'unrecognised-value': 'A value that is not known',
  'two-values': 'Several values in one cell',
  'error-value': 'An error of the spreadsheet',
  'row-length': 'A row longer or shorter than its headings',
  'unsafe-link': 'A link that was dropped',
  'removed-characters': 'Invisible characters that were removed',
  'long-text': 'A very long text',
  'hidden-row': 'In a hidden row',
  'hidden-column': 'A hidden column',
  'unmapped-column': 'A column that is not loaded',
  'missing-column': 'No column for what every indicator needs',
  'other-sheet': 'Indicators on another sheet',
  'unread-sheet': 'A sheet that is too large',
}

/** The words of the template spreadsheet for a framework. */
export const TEMPLATE_WORDS = {
  sheet: 'Framework',
  instructionsSheet: 'Instructions',
  title: 'How to fill in a framework',
  steps: [
    'On the sheet Framework, fill in one row for each indicator, from row 3 on.',
    'Row 2 is an example. Delete it before you load the spreadsheet.',
    'Every indicator needs a code of its own, a section and a title. The rest may stay blank.',
    'Write a section within another as "Outer > Inner".',
    'In the columns data_type and status, choose from the list in the cell.',
    'Save the spreadsheet. In Framework Workbook, choose Load a framework, and choose it there.',
  ],
  columnHeadings: ['Column', 'What it says', 'What can stand in it'],
  listTitle: 'Choose from the list',
  listError: (values: readonly string[]): string =>
    `Choose one of: ${values.join(', ')}. Or leave the cell blank.`,
} as const

/** The reason for or against a column holding a field, to stand after *because*. */
export const COLUMN_REASON_WORDS: Readonly<Record<ColumnReason, string>> = {
  'known-heading': 'its heading says so',
  'like-known-heading': 'its heading says much the same',
  'looks-like-codes': 'it holds codes',
  'looks-like-words': 'it holds words',
  'looks-like-figures': 'it holds figures',
  'looks-like-people': 'it names groups of people',
  'one-each': 'every row has one of its own',
  repeats: 'its texts come again and again',
  long: 'its texts are long',
  'known-values': 'its values are known',
  'no-known-value': 'none of its values is known',
}
