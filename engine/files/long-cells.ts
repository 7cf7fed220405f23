/** The most characters that a cell of a spreadsheet holds; a file with more in one is damaged to Excel. */
const LONGEST_CELL = 32_767

/** The most of a text that stands in one cell, which leaves room for the words on where it goes on. */
const PART = 32_700

/** The words at the end of a cell that tell where its text goes on. */
const goesOnIn = (cell: string): string => ` [goes on in ${cell}]`
const GOES_ON = / \[goes on in ([A-Z]{1,3}[1-9]\d*)\]$/

/** The beginning of a text that fits a cell; no character of two halves is parted. */
function firstPart(text: string): string {
  const last = text.charCodeAt(PART - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? PART - 1 : PART)
}

/**
 * The cells of a row with texts that are too long for one going on in further cells to the right, each part but the
 * last with the name of the next one's cell. `nameOf` names the cell at a place from 0.
 */
export function partLongCells<Value>(
  cells: readonly Value[],
  nameOf: (at: number) => string,
): readonly (Value | string)[] {
  if (!cells.some(isTooLong)) return cells
  const row: (Value | string)[] = [...cells]
  for (const at of cells.keys()) {
    for (let place = at; ; ) {
      const text = row[place]
      if (typeof text !== 'string' || text.length <= LONGEST_CELL) break
      const part = firstPart(text)
      row[place] = part + goesOnIn(nameOf(row.length))
      place = row.push(text.slice(part.length)) - 1
    }
  }
  return row
}

const isTooLong = (value: unknown): boolean =>
  typeof value === 'string' && value.length > LONGEST_CELL

/** The texts of cells with what goes on in others joined to them; those others are gone. Cells are known by name. */
export function joinLongCells(texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const joined = new Map(texts)
  // From the last part to the first, as a part may go on itself.
  for (const [name, text] of [...texts].toReversed()) {
    const next = text.length > PART ? GOES_ON.exec(text)?.[1] : undefined
    const rest = next === undefined || next === name ? undefined : joined.get(next)
    if (next === undefined || rest === undefined) continue
    joined.set(name, text.replace(GOES_ON, '') + rest)
    joined.delete(next)
  }
  return joined
}
