import { describe, expect, it } from 'vitest'
import { COLUMN_NAMES } from '../../../../../engine/frameworks/read/columns/known-headings.ts'
import { mapColumns } from '../../../../../engine/frameworks/read/columns/map-columns.ts'
import { plainName } from '../../../../../engine/frameworks/read/words/cell-text.ts'

const fieldsOf = (...headings: readonly string[]) =>
  Object.fromEntries(
    [
      ...mapColumns({
        number: 1,
        width: headings.length,
        cells: headings.map((text, index) => [index + 1, text]),
      }).fields,
    ].map(([field, columns]) => [field, columns.length === 1 ? columns[0] : columns]),
  )

describe('the headings of a table', () => {
  it.each(['Data_Type', 'DATA TYPE', ' data  type: ', 'data\ntype', 'data-type', 'Data\u00a0type'])(
    'are known however they are typed: %j',
    heading => {
      expect(fieldsOf(heading)).toEqual({ dataType: 1 })
    },
  )

  it('are known in any order', () => {
    expect(fieldsOf('status', 'easy_read', 'indicator', 'code', 'section')).toEqual({
      code: 4,
      section: 5,
      title: 3,
      status: 1,
      easyRead: 2,
    })
  })

  it.each([
    ['code', ['Ref', 'PI No', 'ID', 'Indicator no.']],
    ['title', ['Measure', 'Performance indicator', 'Indicator title']],
    ['section', ['Strand', 'Theme', 'Indicator group', 'Domain']],
    ['outcome', ['Expected outcome', 'Outcome statement']],
    ['dataType', ['Type of data']],
    ['status', ['New or existing', 'New/Existing']],
    ['easyRead', ['Plain English', 'Easy-read wording']],
  ])('are known for the %s by the other names that people give it', (field, headings) => {
    for (const heading of headings) expect(fieldsOf(heading)).toEqual({ [field]: 1 })
  })

  it.each([
    ['code', ['KPI identifier', 'Refs of the measures', 'Metric number']],
    ['title', ['Metric', 'Name of the metric', 'Outcome measures', 'How will we know?']],
    ['definition', ['Definition of the KPI']],
    ['source', ['The source of our data']],
    ['status', ['Do we report it now?', 'Is it collected now?']],
    ['rationale', ['Why is this important?']],
  ])('are known for the %s in other words and in another order', (field, headings) => {
    for (const heading of headings) expect(fieldsOf(heading)).toEqual({ [field]: 1 })
  })

  it.each([
    ['Version', 'Text', 'Children', 'Old ref', 'Number of children', 'Indicator owner', 'Lead'],
    ['Target', 'Baseline', 'RAG', 'Frequency', 'Date', 'Value', 'Comments', 'Data quality'],
  ])('do not mean more than they say', (...headings) => {
    expect(fieldsOf(...headings)).toEqual({})
  })

  it("give a field to the column with the draft's own name for it, wherever that stands", () => {
    expect(fieldsOf('Group', 'No.', 'Code', 'Section')).toEqual({ code: 3, section: 4 })
  })

  it('give a field to the left one of two columns with other names for it', () => {
    expect(fieldsOf('PI No', 'Ref')).toEqual({ code: 1 })
  })

  it('give a field to the first of two columns of the same name', () => {
    expect(fieldsOf('Source', 'Source')).toEqual({ source: 1 })
  })

  it('do not know a name that every object has', () => {
    expect(fieldsOf('constructor', '__proto__', 'toString')).toEqual({})
  })

  it('have one meaning for each name', () => {
    const names = Object.values(COLUMN_NAMES).flat()
    expect(new Set(names).size).toBe(names.length)
    expect(names.map(plainName)).toEqual(names)
  })
})
