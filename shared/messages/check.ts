import type { CheckIssue, FrameworkField, Refusal } from '../model/check.ts'
import { DATA_TYPES, STATUSES } from '../model/vocabulary.ts'

/** What each column of a framework sheet is called when speaking to people. */
export const FIELD_NAMES: Readonly<Record<FrameworkField, string>> = {
  code: 'code',
  section: 'section',
  outcome: 'outcome',
  title: 'indicator',
  definition: 'definition',
  dataType: 'data type',
  status: 'status',
  source: 'source',
  unit: 'unit',
  population: 'population',
  easyRead: 'easy read',
  rationale: 'rationale',
  notes: 'notes',
}

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

const all = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** The start of a long text, to say which one is meant. */
const start = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text)

type RefusalWords = Readonly<
  Record<Exclude<Refusal['code'], 'no-such-sheet'>, (file: string) => string>
>

const refusals: RefusalWords = {
  'empty-file': file => `${file} is empty. Check that it was saved, or choose another file.`,
  'not-a-spreadsheet': file =>
    `${file} is not a spreadsheet. Save the table as an Excel workbook (.xlsx) or as csv and try again.`,
  'password-protected': file =>
    `${file} is protected by a password. Open it, save it without the password and try again.`,
  damaged: file =>
    `${file} is damaged and cannot be read. Open it in the program that made it, save it once more ` +
    'and try again.',
  'too-large': file =>
    `${file} is too large to be read safely. Save the sheet that is needed as a file of its own, ` +
    'without pictures and without rows that are not needed, and try again.',
  'too-slow': file =>
    `${file} took too long to read. Save the sheet that is needed as a file of its own, or as csv, ` +
    'and try again.',
  'no-table': file =>
    `${file} has no table of indicators. It needs a row of headings such as code, section and ` +
    'indicator, and a row for each indicator below it.',
  'reader-failed': file =>
    `${file} was not read, as the part of this program that reads files did not start. Install the ` +
    'program once more and try again.',
  'file-not-found': file =>
    `There is no file ${file} that can be opened. Check its name and folder, and that you may read it.`,
}

/** Why a file cannot be read and what to do about it. */
export function refusalWords(code: keyof RefusalWords, file: string): string {
  return refusals[code](file)
}

/** There is no sheet of that name; `sheets` are the ones there are, and may be none. */
export function noSuchSheetWords(file: string, sheet: string, sheets: readonly string[]): string {
  return sheets.length === 0
    ? `${file} has no sheets to choose from. Leave the sheet out and try again.`
    : `${file} has no sheet called ${sheet}. Choose ${list(sheets)}.`
}

/** The section of all indicators where a framework has no sections. */
export const ONE_SECTION = 'All indicators'

/** The words for each problem in a framework sheet. */
export const issueWords = {
  missingCode: (): string => 'This indicator has no code. Give it one that no other row has.',
  duplicateCode: (code: string, first: string): string =>
    `The code ${code} is already used in cell ${first}. Give each indicator a code of its own.`,
  codeInTitle: (): string =>
    'No column holds the codes alone, so each was taken from the start of its indicator. Check that ' +
    'they are right, or choose the column of the codes.',
  guessedColumn: (field: FrameworkField, column: string, heading: string): string =>
    `No heading says which column holds the ${FIELD_NAMES[field]}, so column ${column}` +
    `${heading === '' ? '' : ` ("${start(heading)}")`} was taken for it by what it holds. Check that ` +
    'it is right, or choose another column.',
  missingTitle: (code: string): string =>
    `${code === '' ? 'This row' : code} has no title. Write the indicator here, or remove the row.`,
  noSections: (hasOutcomes: boolean): string =>
    `Nothing says which sections there are, so ${
      hasOutcomes ? 'the expected outcomes are taken for them' : `all are put in "${ONE_SECTION}"`
    }. Choose the column of the sections if there is one; otherwise no action is needed.`,
  missingSection: (code: string): string =>
    `${code === '' ? 'This indicator' : code} is in no section. Write the title of its section here.`,
  unrecognisedDataType: (text: string): string =>
    `"${start(text)}" is not a data type. Write ${list(DATA_TYPES)}, or leave it blank.`,
  unrecognisedStatus: (text: string): string =>
    `"${start(text)}" is not a status. Write ${list(STATUSES)}, or leave it blank.`,
  errorValue: (text: string): string =>
    `The spreadsheet shows ${text} here instead of text. Put the formula right or type the text.`,
  errorInNote: (text: string): string =>
    `The spreadsheet shows ${text} here instead of text, so it is left out of the note. No action is ` +
    'needed, unless the formula can be put right.',
  twoValues: (text: string, values: readonly string[]): string =>
    `"${start(text)}" names more than one: ${all(values)}. Choose one of them.`,
  twoGroups: (text: string, groups: readonly string[]): string =>
    `"${start(text)}" names more than one group: ${all(groups)}. It is kept as typed; choose one if ` +
    'only that one is meant.',
  codeBecameDate: (text: string): string =>
    `The spreadsheet turned this code into a date (${start(text)}). Type the code once more, with an ` +
    'apostrophe before it so that it stays text.',
  codeBecameNumber: (text: string): string =>
    `The spreadsheet turned this code into a number (${start(text)}). Type the code once more, with ` +
    'an apostrophe before it so that it stays text.',
  removedCharacters: (): string =>
    'Characters that nobody can see, or that turn text around, were removed here. Check that the ' +
    'text still reads right.',
  unsafeLink: (): string =>
    'The link of this cell may do harm and was left out. Its text is kept; no action is needed.',
  longText: (length: number): string =>
    `This text has ${length.toLocaleString('en-GB')} characters. It is kept whole; consider a ` +
    'shorter one, as people read it while they rate.',
  hiddenRow: (): string =>
    'This row is hidden in the spreadsheet. It is loaded all the same; leave it out if it is not ' +
    'part of the framework.',
  carriedDown: (field: FrameworkField, text: string): string =>
    `The ${FIELD_NAMES[field]} is blank here and was taken from above: "${start(text)}". Check that ` +
    'it is right.',
  rowTooLong: (): string =>
    'This row has more cells than there are headings. Put text that has commas in it in double quotes.',
  rowTooShort: (cells: number, headings: number): string =>
    `This row has ${cells} cells under ${headings} headings. What is not there was left blank; ` +
    'nothing was shifted. Check that no cell is missing in the middle.',
  missingColumn: (field: FrameworkField): string =>
    `There is no column for the ${FIELD_NAMES[field]}. Add one with the heading "${FIELD_NAMES[field]}".`,
  unmappedColumn: (heading: string): string =>
    `The column "${start(heading)}" was not recognised, so it is not loaded. Choose what it holds, or ` +
    'keep it as a note, if it belongs to the framework.',
  repeatedColumn: (heading: string, taken: string): string =>
    `The column "${start(heading)}" is not loaded: column ${taken} already holds the same.`,
  hiddenColumn: (heading: string): string =>
    `The column "${start(heading)}" is hidden in the spreadsheet, so it is not loaded. Choose it if ` +
    'it is part of the framework.',
  otherSheet: (sheet: string, indicators: number): string =>
    `The sheet ${sheet} has ${indicators === 1 ? 'an indicator' : `${indicators} indicators`} that ` +
    'this one does not have. Only one sheet is loaded; copy them into one sheet if both are needed.',
  unreadSheet: (sheet: string): string =>
    `The sheet ${sheet} is too large to be a framework, so it was not looked at. If the indicators are ` +
    'there, save them as a file of their own.',
  andMore: (message: string, count: number, next: readonly string[]): string =>
    `${message} The same holds for ${count - 1} more cells: ${next.join(', ')}` +
    `${count - 1 > next.length ? ' and so on' : ''}.`,
  andMoreLikeIt: (message: string, count: number, next: readonly string[]): string =>
    `${message} A problem of the same kind is in ${count - 1} more cells: ${next.join(', ')}` +
    `${count - 1 > next.length ? ' and so on' : ''}.`,
  columnWithoutHeading: (column: string): string =>
    `Column ${column} has no heading, so what it holds is not loaded. Choose what it holds if it ` +
    'belongs to the framework.',
} as const

/** Why a row of a framework sheet is not taken for an indicator. */
export const skipWords = {
  beside: (title: string): string => `It stands under "${start(title)}".`,
  leftOut: (): string => 'You left it out.',
  sectionTitle: (text: string): string => `"${start(text)}" was taken for the title of a section.`,
  total: (): string => 'It is a total or an average.',
  pageNumber: (): string => 'It is a page number.',
  endOfList: (): string => 'It only says that the list ends.',
  madeBy: (): string => 'It says who made the list, or when.',
  contact: (): string => 'It says whom to ask.',
  note: (): string => 'It is a note.',
  repeatedHeadings: (): string => 'It repeats the headings.',
  outsideTable: (text: string): string =>
    `It has nothing in the columns that were recognised, only "${start(text)}".`,
  headingOrNote: (text: string): string =>
    `It has only "${start(text)}", so it was taken for a heading or a note.`,
  notAnIndicator: (): string => 'It has neither a code nor an indicator.',
} as const

/** What a group of alike problems of a framework file is called. */
export const ISSUE_KINDS: Readonly<Record<CheckIssue['code'], string>> = {
  'missing-code': 'No code',
  'duplicate-code': 'The same code twice',
  'code-became-date': 'A code that became a date',
  'code-became-number': 'A code that became a number',
  'code-in-title': 'Codes at the start of titles',
  'guessed-column': 'A column told by what it holds',
  'missing-title': 'No indicator title',
  'missing-section': 'No section',
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
  example: {
    code: 'EX-01',
    title: 'Children who say that they feel safe at home',
    section: ['Outcomes for children', 'Keeping children safe'],
    outcome: 'Children are safe and feel safe.',
    definition: 'Share of the children asked who answered "always" or "mostly".',
    dataType: 'user feedback',
    status: 'new',
    source: 'Yearly survey of children',
    unit: 'per cent',
    population: 'CIN',
    easyRead: 'Do children feel safe where they live?',
    rationale: 'Only children themselves can say whether they feel safe.',
    notes: 'Suggested by the young people’s panel.',
  },
} as const
