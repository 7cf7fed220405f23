import { createWriteStream } from 'node:fs'
import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import { parseSpreadsheet } from '../../../../../engine/files/spreadsheet/parse-spreadsheet.ts'
import { DEFAULT_LIMITS } from '../../../../../engine/files/spreadsheet/spreadsheet.ts'
import { writeXlsx } from '../../../../../engine/files/write/xlsx/write-xlsx.ts'
import { tempFolder } from '../../../../helpers/temp-folder.ts'

/** The most characters that Excel takes in one cell. */
const EXCEL = 32_767

it('has a text that is too long for a cell go on in further cells, and come back whole', async () => {
  using folder = tempFolder()
  const path = folder.file('long.xlsx')
  // Half a pair at each possible end of a part.
  const long = `Words ${'😀'.repeat(50_000)} and the end`
  const other = `${'plain '.repeat(6_000)}too`
  const rows = [
    ['first', long, other],
    ['second', 'short', 'as it is'],
  ]
  const columns = ['name', 'text', 'more'].map(name => ({ name, width: 20 }))
  await writeXlsx(createWriteStream(path), {
    title: 'Long',
    program: 'Framework Workbook 0.0.0-test',
    moment: '2026-03-09T14:02:11.123Z',
    sheets: [{ kind: 'table', name: 'Table', columns, rows }],
  })
  const sheet = (await new ExcelJS.Workbook().xlsx.readFile(path)).getWorksheet('Table')
  const lengths: number[] = []
  sheet?.getRow(2).eachCell(({ text }) => lengths.push(text.length))
  expect(lengths.length).toBeGreaterThan(3)
  expect(Math.max(...lengths)).toBeLessThanOrEqual(EXCEL)
  const reading = await parseSpreadsheet(path, DEFAULT_LIMITS)
  if (reading.kind === 'refused') throw new Error(reading.code)
  expect(
    reading.sheets[0]?.rows.slice(1).map(({ cells }) => cells.map(([, text]) => text)),
  ).toEqual(rows)
})
