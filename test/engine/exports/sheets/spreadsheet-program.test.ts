import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { isInstalled, run } from '../../../helpers/programs.ts'
import { ownFolder } from '../../../helpers/sample-workbook.ts'
import { exported } from '../exported.ts'
import { hostileWorkbook } from '../hostile-workbook.ts'

/** Every sheet as csv with formulas and unformatted numbers: what LibreOffice has in its cells. */
const TO_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'

type Cells = readonly (readonly string[])[]

/** Without empty cells and rows at the end, of which programs keep as many as they like. */
function trimmed(rows: Cells): Cells {
  const cells = rows.map(row => row.slice(0, row.findLastIndex(cell => cell !== '') + 1))
  return cells.slice(0, cells.findLastIndex(row => row.length > 0) + 1)
}

/** Numbers to twelve digits, whether they are shown as shares or not. */
function plainCell(cell: string): string {
  if (/^-?\d+(\.\d+)?%$/.test(cell)) return (Number(cell.slice(0, -1)) / 100).toPrecision(12)
  return /^-?\d+(\.\d+)?(E-\d+)?$/i.test(cell) ? Number(cell).toPrecision(12) : cell
}

/** Dates that are shown, as the numbers in the cells: a moment is shown to the second. */
const withDates = (shown: Cells, cells: Cells): Cells =>
  shown.map((row, at) =>
    row.map((cell, column) => {
      if (!/^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?$/.test(cell)) return cell
      const days =
        Date.parse(`${cell.replace(' ', 'T')}${cell.length > 10 ? 'Z' : ''}`) / 86_400_000
      const held = cells[at]?.[column] ?? ''
      return Math.abs(days + 25_569 - Number(held)) <= 1 / 86_400 ? held : cell
    }),
  )

describe.runIf(isInstalled('soffice'))(
  'an exported spreadsheet in LibreOffice, where installed',
  () => {
    it('opens without repair and shows the same values in every sheet, text as text', async () => {
      const folder = ownFolder()
      const bytes = await exported(hostileWorkbook(), 'xlsx')
      writeFileSync(join(folder, 'out.xlsx'), bytes)
      const home = `-env:UserInstallation=file://${folder}/home`
      run('soffice', [home, '--headless', '--convert-to', TO_CSV, 'out.xlsx'], folder)
      const book = read(bytes)
      const written = readdirSync(folder).filter(name => name.endsWith('.csv'))
      expect(written.toSorted()).toEqual(book.SheetNames.map(name => `out-${name}.csv`).toSorted())
      for (const name of book.SheetNames) {
        const cells: Cells = utils
          .sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1, raw: true, defval: '' })
          .map(row => row.map(cell => String(cell).replaceAll('\r\n', '\n')))
        const csv = readFileSync(join(folder, `out-${name}.csv`), 'utf8')
        const shown: Cells = parse(csv, { bom: true, relaxColumnCount: true })
        const plain = (rows: Cells) => trimmed(rows).map(row => row.map(plainCell))
        expect(plain(withDates(shown, cells)), name).toEqual(plain(cells))
      }
    }, 120_000)
  },
)
