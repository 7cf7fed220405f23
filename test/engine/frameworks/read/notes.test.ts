import { expect, it } from 'vitest'
import { check, issuesOf } from './table.ts'

const ROWS = [
  ['code', 'section', 'indicator', 'data type', 'Notes', 'Owner', 'Comments'],
  [
    'A1',
    'Safety',
    'Children feel safe',
    'survey',
    'Asked yearly',
    'Sam',
    'First line\nsecond line',
  ],
  ['A2', 'Safety', 'Children are safe', 'qualitative', '', '', ''],
  ['A3', 'Safety', 'Homes are stable', 'proxy', '', '#N/A', 'Ask Ann'],
] as const

const notesOf = (choices: Parameters<typeof check>[2]): readonly string[] =>
  check(ROWS, 'workbook', choices).indicators.map(({ code, notes }) => `${code} ${notes}`)

it('loads a column of notes as it is, and no other column that nobody asked for', () => {
  const report = check(ROWS)
  expect(report.columns.notes).toBe('E')
  expect(notesOf({})).toEqual(['A1 Asked yearly', 'A3 '])
  expect(issuesOf(report)).toEqual([
    'F1 unmapped-column',
    'G1 unmapped-column',
    'D3 unrecognised-value!',
  ])
})

it('keeps any column as a note that says its heading, and leaves out what a formula failed to say', () => {
  const choices = { columns: { notes: ['G', 'E', 'F'] }, leftOut: [3] }
  expect(notesOf(choices)).toEqual([
    'A1 Comments: First line\nsecond line\nAsked yearly\nOwner: Sam',
    'A3 Comments: Ask Ann',
  ])
  const report = check(ROWS, 'workbook', choices)
  expect(report.joinedColumns).toEqual({ notes: ['G', 'E', 'F'] })
  expect(issuesOf(report)).toEqual(['F4 error-value'])
})

it('loads a row with the note of a person who settled one of its cells', () => {
  const settled = {
    texts: [{ cell: 'D3', text: '' }],
    notes: [
      { cell: 'D3', text: 'data type: qualitative' },
      { cell: 'A2', text: 'Agreed with Ann.' },
    ],
  }
  expect(notesOf(settled)).toEqual([
    'A1 Asked yearly\nAgreed with Ann.',
    'A2 data type: qualitative',
    'A3 ',
  ])
})

it('takes a warning as settled by a note about its cell, but never an error', () => {
  const long = [ROWS[0], [...ROWS[1].slice(0, 2), 'long '.repeat(500)], ['A1', 'Safety', 'Again']]
  const notes = ['C2', 'A3'].map(cell => ({ cell, text: 'Seen.' }))
  const issues = (choices = {}) =>
    issuesOf(check(long, 'workbook', choices)).filter(issue => !issue.endsWith('unmapped-column'))
  expect(issues()).toEqual(['C2 long-text', 'A3 duplicate-code!'])
  expect(issues({ notes })).toEqual(['A3 duplicate-code!'])
})

it('does not take a list of notes for the headings of a framework', () => {
  expect(check([['Notes', 'code'], ['See', 'below'], ...ROWS]).headerRow).toBe(3)
})
