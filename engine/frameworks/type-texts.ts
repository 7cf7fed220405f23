import type { CheckChoices } from '../../shared/model/check.ts'
import { cellPlace } from '../files/cell-names.ts'
import type { Sheet, SheetRow } from '../files/spreadsheet.ts'

type Typed = NonNullable<CheckChoices['texts']>

type Place = ReturnType<typeof cellPlace>

function typeInto(row: SheetRow, texts: ReadonlyMap<number, string>): SheetRow {
  const kept = row.cells.filter(([column]) => !texts.has(column))
  const typed = [...texts].filter(([, text]) => /\S/.test(text))
  const cells: SheetRow['cells'] = [...kept, ...typed].toSorted(([a], [b]) => a - b)
  return { ...row, cells, width: Math.max(row.width, cells.at(-1)?.[0] ?? 0) }
}

/** The sheet with the texts that a person typed in place of what single cells hold. */
export function typeTexts(sheet: Sheet, typed: Typed = []): Sheet {
  if (typed.length === 0) return sheet
  const byRow = new Map<number, Map<number, string>>()
  for (const { cell, text } of typed) {
    const { row, column } = cellPlace(cell)
    byRow.set(row, (byRow.get(row) ?? new Map<number, string>()).set(column, text))
  }
  const existing = new Set(sheet.rows.map(({ number }) => number))
  const added = [...byRow.keys()]
    .filter(number => !existing.has(number))
    .map((number): SheetRow => ({ number, width: 0, cells: [] }))
  const rows = [...sheet.rows, ...added]
    .toSorted((a, b) => a.number - b.number)
    .map(row => typeInto(row, byRow.get(row.number) ?? new Map()))
    .filter(({ cells }) => cells.length > 0)
  const isTyped = ({ row, column }: Place): boolean => byRow.get(row)?.has(column) ?? false
  return { ...sheet, rows, marks: sheet.marks.filter(mark => !isTyped(mark)) }
}
