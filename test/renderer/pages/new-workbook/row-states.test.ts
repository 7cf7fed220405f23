import { describe, expect, it } from 'vitest'
import { rowStates } from '../../../../renderer/pages/new-workbook/row-states.ts'
import type { CheckReport } from '../../../../shared/model/check.ts'

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
    { row: 6, reason: 'It is a total or an average.' },
    { row: 7, reason: 'You left it out.' },
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
    [6, { is: 'skipped', reason: 'It is a total or an average.' }],
    [7, { is: 'left-out' }],
  ])('is told for row %i', (row, state) => {
    expect(stateOf(row)).toEqual(state)
  })
})
