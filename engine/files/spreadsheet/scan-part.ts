import type { CellStyles } from './cell-styles.ts'
import { hasUnsafeLink, plainMarkup, type SheetFacts } from './sheet-facts.ts'

/** The content of a sheet's XML that limits and checks need; hidden sheets are listed elsewhere. */
export interface SheetScan extends SheetFacts {
  /** Cells with something in them, counted up to the limit and one beyond. */
  readonly cells: number
}

const [LESS, MORE, SLASH, COLON, UNDERSCORE] = [...'<>/:_'].map(sign => sign.charCodeAt(0))

/** A tag that says more of a row or a column than this is not looked through. */
const LONGEST_TAG = 2_000

const LAST_COLUMN = 16_384

const HIDDEN = /\bhidden="(?:1|true)"/
const NUMBER = {
  r: /\br="(\d{1,7})"/,
  min: /\bmin="(\d{1,7})"/,
  max: /\bmax="(\d{1,7})"/,
} as const
const CELL_NAME = /\br="([A-Z]{1,3}\d{1,7})"/
const CELL_STYLE = /\bs="(\d{1,5})"/

const numberOf = (name: keyof typeof NUMBER, tag: string): number | null => {
  const [, digits] = NUMBER[name].exec(tag) ?? []
  return digits === undefined ? null : Number(digits)
}

function hiddenColumnsOf(tag: string): readonly number[] {
  if (!HIDDEN.test(tag)) return []
  const [min, max] = [numberOf('min', tag) ?? 1, numberOf('max', tag) ?? 0]
  const length = Math.max(0, Math.min(max, LAST_COLUMN) - min + 1)
  return Array.from({ length }, (_, n) => min + n)
}

const isNamePart = (byte: number | undefined): boolean =>
  byte !== undefined &&
  ((byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === UNDERSCORE)

function endOfName(part: Buffer, from: number): number {
  let at = from
  while (isNamePart(part[at])) at++
  return at
}

/** Goes through every opening tag of a part, by the place of its name; names may have a prefix. */
function eachTag(part: Buffer, see: (name: number, end: number) => boolean): void {
  for (let at = 0; at < part.length; at++) {
    if (part[at] !== LESS || part[at + 1] === SLASH) continue
    let name = at + 1
    let end = endOfName(part, name)
    if (part[end] === COLON) {
      name = end + 1
      end = endOfName(part, name)
    }
    if (!see(name, end)) return
    at = end - 1
  }
}

const textUpTo = (sign: number | undefined, part: Buffer, from: number): string => {
  let to = from
  const last = Math.min(part.length, from + LONGEST_TAG)
  while (to < last && part[to] !== sign) to++
  return part.toString('latin1', from, to)
}

/** The formula after the name of its tag. */
const formulaAt = (part: Buffer, end: number): string => {
  const text = textUpTo(LESS, part, end)
  return plainMarkup(text.slice(text.indexOf('>') + 1))
}

/** Names of tags as numbers, since making a text of each takes longer than reading the part. */
const nameAt = (part: Buffer, from: number, end: number): number =>
  end - from > 3 || end === from ? 0 : part.readUIntBE(from, end - from)
const named = (name: string): number => Buffer.from(name).readUIntBE(0, name.length)

/** Of each cell with something in it there is one of these: a value, a text, a paragraph. */
const FILLED = new Set(['v', 'is', 'si', 'p'].map(named))
const [CELL, FORMULA, ROW, COLUMN] = [named('c'), named('f'), named('row'), named('col')]

/** The looks of cells by their styles, as they are come by. */
function styleScan(part: Buffer, { struck, looks }: CellStyles) {
  const isWanted = struck.size > 0 || looks.size > 0
  const found = { struck: [] as string[], looks: [] as { row: number; look: string }[] }
  let rowSeen = 0
  const see = (cellEnd: number, row: number): void => {
    const isFirst = rowSeen !== row
    rowSeen = row
    if (!isWanted || (!isFirst && struck.size === 0)) return
    const tag = textUpTo(MORE, part, cellEnd)
    const style = Number(CELL_STYLE.exec(tag)?.[1] ?? 0)
    const look = isFirst ? looks.get(style) : undefined
    if (look !== undefined) found.looks.push({ row, look })
    const [, cell] = struck.has(style) ? (CELL_NAME.exec(tag) ?? []) : []
    if (cell) found.struck.push(cell)
  }
  return { found, see }
}

const NO_STYLES: CellStyles = { struck: new Set(), looks: new Map() }

/**
 * Looks through the XML of a sheet, of shared texts or of an OpenDocument, up to one cell more than
 * the limit. What it looks for is plain ASCII, so bytes do.
 */
export function scanPart(
  part: Buffer,
  mostCells: number,
  styles: CellStyles = NO_STYLES,
): SheetScan {
  const { found, see } = styleScan(part, styles)
  let cells = 0
  let row = 0
  let cellEnd = 0
  const hiddenRows: number[] = []
  const hiddenColumns = new Set<number>()
  const unsafeLinks: string[] = []
  eachTag(part, (from, end) => {
    const name = nameAt(part, from, end)
    if (FILLED.has(name)) {
      cells++
      if (cellEnd > 0) see(cellEnd, row)
    } else if (name === CELL) cellEnd = end
    else if (name === ROW) {
      const tag = textUpTo(MORE, part, end)
      row = numberOf('r', tag) ?? row + 1
      if (HIDDEN.test(tag)) hiddenRows.push(row)
    } else if (name === COLUMN) {
      for (const column of hiddenColumnsOf(textUpTo(MORE, part, end))) hiddenColumns.add(column)
    } else if (name === FORMULA && hasUnsafeLink(formulaAt(part, end))) {
      const [, cell] = CELL_NAME.exec(textUpTo(MORE, part, cellEnd)) ?? []
      if (cell) unsafeLinks.push(cell)
    }
    return cells <= mostCells
  })
  return { cells, hiddenRows, hiddenColumns: [...hiddenColumns], unsafeLinks, ...found }
}

/** Counts the cells that are not empty in a web page or an XML file, without parsing it. */
export function countMarkupCells(text: string): number {
  return text.match(/<(?:\w{1,12}:)?(?:td|th|Data|p)[ >]/gi)?.length ?? 0
}
