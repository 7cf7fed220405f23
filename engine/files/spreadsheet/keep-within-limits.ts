import type { OverLimit, Unreadable } from '../../../shared/model/check.ts'
import type {
  ReadRefusal,
  RefusedReading,
  Sheet,
  SpreadsheetLimits,
  SpreadsheetReading,
} from './spreadsheet.ts'

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
  const tooLarge = new Map<Sheet, OverLimit>()
  const sized = reading.sheets.map(sheet => ({ sheet, size: sizeOf(sheet) }))
  for (const { sheet, size } of sized.toSorted((a, b) => a.size.cells - b.size.cells)) {
    const limit = LIMITS.find(each => size[each] > left[each])
    if (limit) {
      const most = limits[limit]
      tooLarge.set(sheet, { limit, most, found: most - left[limit] + size[limit] })
      continue
    }
    for (const each of LIMITS) left[each] -= size[each]
  }
  const [first] = tooLarge.values()
  if (first && tooLarge.size === reading.sheets.length) return refused('too-large', first)
  return {
    ...reading,
    sheets: reading.sheets.filter(sheet => !tooLarge.has(sheet)),
    unread: [...reading.unread, ...[...tooLarge].map(([{ name }, over]) => ({ name, over }))],
  }
}

/** The reading of a file that cannot be read, for this reason; `over` is the limit that it passes. */
export function refused(code: ReadRefusal, over?: OverLimit): RefusedReading {
  return over ? { kind: 'refused', code, over } : { kind: 'refused', code }
}

/** The reason why a file could not be read, as it is told to people. */
export const whyUnread = ({ kind: _, ...why }: RefusedReading): Unreadable => why
