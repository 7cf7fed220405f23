import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeTemplate } from '../../../engine/exports/template.ts'
import { forkReader } from '../../../engine/files/reader-process.ts'
import { checkFrameworkFile } from '../../../engine/frameworks/read/check-file.ts'
import { FRAMEWORK_FIELDS } from '../../../shared/model/check.ts'
import { DATA_TYPES, STATUSES } from '../../../shared/model/vocabulary.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

describe('the template for a framework', () => {
  const folder = tempFolder()
  const file = { path: folder.file('template.xlsx'), name: 'template.xlsx' }
  const workbook = new ExcelJS.Workbook()

  beforeAll(async () => {
    await writeTemplate(file)
    await workbook.xlsx.readFile(file.path)
  })
  afterAll(() => folder[Symbol.dispose]())

  it('is read as a framework with its example, every column known and nothing wrong', async () => {
    const outcome = await checkFrameworkFile(forkReader(), file)
    if ('refused' in outcome) throw new Error(outcome.refused.code)
    expect(outcome).toMatchObject({ sheet: 'Framework', headerRow: 1, candidates: 1, issues: [] })
    expect(Object.keys(outcome.columns).toSorted()).toEqual([...FRAMEWORK_FIELDS].toSorted())
    expect(outcome.indicators[0]).toMatchObject({
      code: 'EX-01',
      section: ['Outcomes for children', 'Keeping children safe'],
      dataType: 'user feedback',
      status: 'new',
    })
  })

  it.each([
    ['data_type', DATA_TYPES],
    ['status', STATUSES],
  ])('offers the values of %s in a list, in each row to be filled in', (name, values) => {
    const sheet = workbook.getWorksheet('Framework')
    const headings = sheet?.getRow(1).values
    const column = Array.isArray(headings) ? headings.indexOf(name) : -1
    for (const row of [2, 3, 501]) {
      expect(sheet?.getCell(row, column).dataValidation, `row ${row}`).toMatchObject({
        type: 'list',
        allowBlank: true,
        formulae: [`"${values.join(',')}"`],
      })
    }
  })

  it('takes codes as text, so that none becomes a number or a date', () => {
    expect(workbook.getWorksheet('Framework')?.getCell(3, 1).numFmt).toBe('@')
  })
})
