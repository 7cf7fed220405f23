/** Rows and columns of a sheet that the spreadsheet does not show, counted from 1. */
export interface HiddenParts {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
}

/** Looks through the XML of one part of a zipped spreadsheet while it is unpacked. */
export interface PartScan {
  /** Takes in more of the part. */
  readonly add: (chunk: Uint8Array) => void
  /** How many cells with something in them, or shared texts, went by so far. */
  readonly cells: () => number
  readonly hidden: () => HiddenParts
}

/** Of each cell with something in it there is one of these: a value, a text, a paragraph. */
const FILLED = /<(?:\w{1,12}:)?(?:v|is|si|p)[ />]/g
const ROW = /<(?:\w{1,12}:)?row\b([^<>]{0,2000})>/g
const COLUMN = /<(?:\w{1,12}:)?col\b([^<>]{0,2000})>/g
const HIDDEN = /\bhidden="(?:1|true)"/

/** No tag that matters is longer: what follows the last `<` is kept for the next chunk up to here. */
const LONGEST_TAG = 4_000

const LAST_COLUMN = 16_384

const attribute = (tag: string, name: string): number | null => {
  const found = new RegExp(`\\b${name}="(\\d{1,7})"`).exec(tag)
  return found ? Number(found[1]) : null
}

const columnsOf = (tag: string): readonly number[] => {
  const [min, max] = [attribute(tag, 'min') ?? 1, attribute(tag, 'max') ?? 0]
  const length = Math.max(0, Math.min(max, LAST_COLUMN) - min + 1)
  return HIDDEN.test(tag) ? Array.from({ length }, (_, n) => min + n) : []
}

/** A scan that has seen nothing yet. */
export function scanPart(): PartScan {
  let rest = ''
  let cells = 0
  let row = 0
  const rows: number[] = []
  const columns = new Set<number>()
  const look = (text: string): void => {
    cells += text.match(FILLED)?.length ?? 0
    for (const [, tag = ''] of text.matchAll(ROW)) {
      row = attribute(tag, 'r') ?? row + 1
      if (HIDDEN.test(tag)) rows.push(row)
    }
    for (const [, tag = ''] of text.matchAll(COLUMN)) {
      for (const column of columnsOf(tag)) columns.add(column)
    }
  }
  return {
    add: chunk => {
      // Latin-1 gives one character for each byte: what is looked for is plain ASCII.
      const text =
        rest + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')
      const end = text.lastIndexOf('<')
      const cut = end < 0 || text.length - end > LONGEST_TAG ? text.length : end
      look(text.slice(0, cut))
      rest = text.slice(cut)
    },
    cells: () => cells,
    hidden: () => ({ rows, columns: [...columns] }),
  }
}

/** How many cells with something in them a web page or an XML file has, found without parsing it. */
export function countMarkupCells(text: string): number {
  return text.match(/<(?:\w{1,12}:)?(?:td|th|Data|p)[ >]/gi)?.length ?? 0
}
