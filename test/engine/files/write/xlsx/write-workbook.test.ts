import { createWriteStream, readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import { listOf, type Sheet } from '../../../../../engine/files/write/xlsx/sheet.ts'
import { writeWorkbook } from '../../../../../engine/files/write/xlsx/write-workbook.ts'
import { tempFolder } from '../../../../helpers/temp-folder.ts'

const PROPERTIES = { title: 'A form', program: 'Test 1', moment: '2026-03-09T14:02:11Z' }
const [CLOSED, OPEN] = [{ isBold: true }, { isOpen: true, format: '@' }]

const FORM: Sheet = {
  name: "People's answers",
  layout: { widths: [20, 10], isProtected: true },
  rows: function* () {
    yield { cells: ['Question', ''], styles: [CLOSED, OPEN], keepsEmpty: true }
    const choice = { at: 'B1:B1', values: 'Lists!$A$1:$A$2', errorTitle: '<No>', error: 'Choose.' }
    return { choices: [choice] }
  },
}
const LISTS: Sheet = {
  name: 'Lists',
  layout: { widths: [10], isHidden: true },
  rows: function* () {
    yield { cells: ['yes & no'], styles: [] }
    yield { cells: [2], styles: [] }
    return {}
  },
}

it('closes a form but for the cells to be filled in, which choose from a sheet that is not shown', async () => {
  using folder = tempFolder()
  const [one, other] = [folder.file('one.xlsx'), folder.file('other.xlsx')]
  await writeWorkbook(createWriteStream(one), PROPERTIES, [FORM, LISTS])
  await writeWorkbook(createWriteStream(other), PROPERTIES, [FORM, LISTS])
  expect(readFileSync(one)).toEqual(readFileSync(other))
  const workbook = await new ExcelJS.Workbook().xlsx.readFile(one)
  const [form, lists] = workbook.worksheets
  expect(form?.name).toBe(FORM.name)
  expect(form).toHaveProperty('sheetProtection.sheet', true)
  expect(form?.getCell('B1').protection).toMatchObject({ locked: false })
  expect(form?.getCell('A1').protection?.locked).not.toBe(false)
  expect(form?.getCell('B1').dataValidation).toMatchObject({
    formulae: ['Lists!$A$1:$A$2'],
    errorTitle: '<No>',
  })
  expect(lists?.state).toBe('hidden')
  expect(lists?.getCell('A1').text).toBe('yes & no')
})

it('quotes values that are a list of their own', () => {
  expect(listOf(['a', 'so "called"'])).toBe('"a,so ""called"""')
})
