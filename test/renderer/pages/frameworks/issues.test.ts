import { describe, expect, it } from 'vitest'
import {
  groupIssues,
  issuesByCell,
  nextError,
  rowStates,
} from '../../../../renderer/pages/frameworks/load/issues.ts'
import type { CheckIssue, CheckReport, CodedIssue } from '../../../../shared/model/check.ts'

const MISSING_CODE: CodedIssue = { code: 'missing-code', data: {} }

/** An error in one cell. */
const issue = (
  cell: string,
  more: Partial<Omit<CheckIssue, 'code' | 'data'>> = {},
  coded: CodedIssue = MISSING_CODE,
): CheckIssue => ({
  ...coded,
  severity: 'error',
  sheet: 'One',
  cell,
  field: null,
  text: '',
  options: [],
  count: 1,
  cells: [cell],
  isSameInAll: true,
  ...more,
})
const warning = (cell: string): CheckIssue =>
  issue(cell, { severity: 'warning' }, { code: 'long-text', data: { length: 3000 } })

describe('groups of problems', () => {
  it('put what must be put right first, and count cells rather than lines', () => {
    const groups = groupIssues([
      warning('A2'),
      issue('B3'),
      issue('B4', { count: 40 }, { code: 'missing-title', data: { code: '' } }),
      issue('B9'),
    ])
    expect(groups.map(({ code, count }) => [code, count])).toEqual([
      ['missing-code', 2],
      ['missing-title', 40],
      ['long-text', 1],
    ])
  })

  it('say once what is the same in several cells', () => {
    const notAStatus = (cell: string, text: string): CheckIssue =>
      issue(cell, {}, { code: 'unrecognised-value', data: { field: 'status', text } })
    const issues = [notAStatus('C3', 'maybe'), notAStatus('C5', 'no'), notAStatus('C7', 'maybe')]
    const [group] = groupIssues(issues)
    expect(group?.lines.map(({ first, more }) => [first.cell, more])).toEqual([
      ['C3', ['C7']],
      ['C5', []],
    ])
  })
})

describe('the problem of a cell', () => {
  it('is the one that must be put right, where a cell has several', () => {
    const at = issuesByCell({ sheet: 'One', issues: [issue('B2'), warning('B2')] })
    expect(at({ column: 'B', row: 2 })?.severity).toBe('error')
  })

  it('is known of every cell that shares it, however many there are', () => {
    const cells = Array.from({ length: 500 }, (_, n) => `C${n + 3}`)
    const many = issue('C3', { text: 'Maybe', count: 500, cells })
    const at = issuesByCell({ sheet: 'One', issues: [many] })
    expect(at({ column: 'C', row: 400 })).toBe(many)
    expect(at({ column: 'D', row: 400 })).toBeNull()
  })

  it('is not one of another sheet', () => {
    const at = issuesByCell({ sheet: 'One', issues: [issue('B2', { sheet: 'Two' })] })
    expect(at({ column: 'B', row: 2 })).toBeNull()
  })
})

describe('the next cell to put right', () => {
  const issues = [issue('AA3'), issue('B3'), issue('B10'), warning('C4')]
  const next = (row: number, column: string) => nextError({ sheet: 'One', issues }, { row, column })

  it('follows the sheet, row by row from the left', () => {
    expect(next(1, 'A')).toBe('B3')
    expect(next(3, 'B')).toBe('AA3')
    expect(next(3, 'AA')).toBe('B10')
  })

  it('goes through every cell of a problem that many share', () => {
    const cells = Array.from({ length: 40 }, (_, n) => `C${n + 3}`)
    const shared = [issue('C3', { count: 40, cells })]
    expect(nextError({ sheet: 'One', issues: shared }, { row: 30, column: 'C' })).toBe('C31')
    expect(nextError({ sheet: 'One', issues: shared }, { row: 42, column: 'C' })).toBe('C3')
  })

  it('begins again at the top after the last', () => {
    expect(next(10, 'B')).toBe('B3')
  })

  it('is none when the cell is the only one left', () => {
    expect(nextError({ sheet: 'One', issues: [issue('B3')] }, { row: 3, column: 'B' })).toBeNull()
  })
})

const indicator = (row: number): CheckReport['indicators'][number] => ({
  row,
  code: `A${row}`,
  title: 'Children feel safe',
  section: ['Safety'],
  outcome: '',
  definition: '',
  dataType: null,
  status: null,
  source: '',
  unit: '',
  population: '',
  easyRead: '',
  rationale: '',
  notes: '',
})

const REPORT: CheckReport = {
  file: 'draft.csv',
  sheet: 'draft',
  headerRow: 3,
  columns: { code: 'A' },
  joinedColumns: {},
  candidates: 2,
  clean: 1,
  hiddenRows: 0,
  indicators: [indicator(4)],
  issues: [],
  skipped: [
    { row: 6, code: 'total', data: {} },
    { row: 7, code: 'left-out', data: {} },
  ],
  tableColumns: [],
  sheets: [],
}

describe('what becomes of a row', () => {
  const stateOf = rowStates(REPORT, { leftOut: [7] })

  it.each([
    [1, { is: 'above' }],
    [3, { is: 'headings' }],
    [4, { is: 'loaded' }],
    [5, { is: 'faulty' }],
    [6, { is: 'skipped', reason: { code: 'total', data: {} } }],
    [7, { is: 'left-out' }],
  ])('is told for row %i', (row, state) => {
    expect(stateOf(row)).toEqual(state)
  })
})
