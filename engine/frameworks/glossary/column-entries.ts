import type { SheetRow } from '../../files/spreadsheet/spreadsheet.ts'
import { cellText, oneLine } from '../read/words/cell-text.ts'
import type { Entry } from './entries.ts'
import { withForms } from './sheet-entries.ts'

/** A term and its meaning in one text, parted by a colon, an equals sign, or a dash with spaces around it. */
const PAIR = /^([^:=\n]{1,100}?)(?:\s*[:=：]\s*|\s+[-–—]\s+)(\S.*)$/s

/** The terms that the cells of one column of a framework explain: `CIN: child in need; CPP: child protection plan`. */
export function columnEntries(
  rows: readonly SheetRow[],
  sheet: string,
  column: number,
): readonly Entry[] {
  return rows.flatMap(({ number: row, cells }) => {
    const text = cellText(new Map(cells).get(column))
    return text
      .split(/[;\n؛]/)
      .map(part => part.trim())
      .filter(part => part !== '')
      .map(part => {
        const [, term = part, meaning = ''] = PAIR.exec(part) ?? []
        const place = { sheet, row, column }
        return { ...withForms(oneLine(term), []), meaning, plain: '', place }
      })
  })
}
