import type { CheckIssue } from '../model/check.ts'

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
