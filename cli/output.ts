import { existsSync } from 'node:fs'

/** The value of one cell of a printed table; null is shown as a dash. */
export type PrintedValue = string | number | null

const WIDEST = 48

/** Data for another program: one JSON value on standard output. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2))
}

/** Data for a person: a line on standard output. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Data of several lines, each of which ends. */
export function printText(text: string): void {
  process.stdout.write(text)
}

/** Talk and progress, which no program reads: a line on standard error. */
export function talk(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}

/** Data for a person: rows under headings, numbers to the right, long text cut short. */
export function printTable(
  headings: readonly string[],
  rows: readonly (readonly PrintedValue[])[],
): void {
  const whole = headings.map((_, column) => rows.every(row => !isBroken(row[column])))
  const shown = rows.map(row => row.map((value, column) => shownValue(value, whole[column])))
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...shown.map(row => row[column]?.length ?? 0)),
  )
  const toRight = headings.map((_, column) => rows.some(row => typeof row[column] === 'number'))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return toRight[column] ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  print(line(headings))
  for (const row of shown) print(line(row))
}

const isBroken = (value: PrintedValue | undefined): boolean =>
  typeof value === 'number' && !Number.isInteger(value)

/** `whole` where no number of the column has decimals; otherwise all of them show two. */
function shownValue(value: PrintedValue, whole = true): string {
  if (value === null) return '-'
  if (typeof value === 'number') return whole ? String(value) : value.toFixed(2)
  const text = value.replace(/\s+/g, ' ')
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 3)}...` : text
}

/** A number with the word for what is counted: `1 row`, `2 rows`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** A command that ends without having done its work: one plain sentence, and how the process exits. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure'
  /** 1 for a fault, 2 for input or usage that cannot be worked with. */
  readonly exitCode: 1 | 2

  constructor(message: string, exitCode: 1 | 2) {
    super(message)
    this.exitCode = exitCode
  }
}

/** Refuses to write over a file, unless that was asked for. */
export function refuseToReplace(out: string, force: boolean | undefined): void {
  if (force || !existsSync(out)) return
  const words = `There is already a file ${out}. Choose another name, or add --force to replace it.`
  throw new CommandFailure(words, 2)
}
