import type { ReadRefusal, Sheet, SpreadsheetLimits, SpreadsheetReading } from './spreadsheet.ts'

type Limit = Extract<keyof SpreadsheetLimits, 'rows' | 'cells' | 'characters'>
type Size = Readonly<Record<Limit, number>>

const LIMITS: readonly Limit[] = ['rows', 'cells', 'characters']

function sizeOf({ rows, spans }: Sheet): Size {
  let cells = 0
  let characters = 0
  for (const row of rows) {
    cells += row.cells.length
    for (const [, text] of row.cells) characters += text.length
  }
  return { rows: Math.max(rows.length, spans.length), cells, characters }
}

/**
 * Keeps the sheets that are within the limits together, the smallest first: a workbook may hold a
 * large sheet of something else beside what is looked for. The others are named as not read. A file
 * of nothing but sheets that are too large is refused.
 */
export function keepWithinLimits(
  reading: SpreadsheetReading,
  limits: SpreadsheetLimits,
): SpreadsheetReading {
  if (reading.kind === 'refused') return reading
  const left = { rows: limits.rows, cells: limits.cells, characters: limits.characters }
  const fitting = new Set<Sheet>()
  const sized = reading.sheets.map(sheet => ({ sheet, size: sizeOf(sheet) }))
  for (const { sheet, size } of sized.toSorted((a, b) => a.size.cells - b.size.cells)) {
    if (LIMITS.some(limit => size[limit] > left[limit])) continue
    for (const limit of LIMITS) left[limit] -= size[limit]
    fitting.add(sheet)
  }
  const tooLarge = reading.sheets.filter(sheet => !fitting.has(sheet))
  if (fitting.size === 0 && tooLarge.length > 0) return refused('too-large')
  return {
    ...reading,
    sheets: reading.sheets.filter(sheet => fitting.has(sheet)),
    unread: [...reading.unread, ...tooLarge.map(({ name }) => name)],
  }
}

/** The reading of a file that cannot be read, for this reason. */
export function refused(code: ReadRefusal): SpreadsheetReading {
  return { kind: 'refused', code }
}
