/** The letters of a column counted from 1: 1 is `A`, 27 is `AA`. */
export function columnName(column: number): string {
  const rest = column - 1
  const letter = String.fromCharCode(65 + (rest % 26))
  return rest < 26 ? letter : columnName(Math.floor(rest / 26)) + letter
}

/** The name of a cell as a spreadsheet shows it: column 3 of row 7 is `C7`. */
export function cellName(column: number, row: number): string {
  return `${columnName(column)}${row}`
}

/** The number of a column from its letters: `A` is 1, `AA` is 27. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

/** The place of a cell from its name: `C7` is column 3 of row 7. */
export function cellPlace(name: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(name) ?? []
  return { row: Number(digits), column: columnNumber(letters) }
}
