import { encode } from 'uqr'

/** The content of a page's square code: the page of a sheet, and no name. */
export interface SheetCode {
  readonly workbook: string
  readonly participant: string
  /** The hash of the framework version. */
  readonly framework: string
  readonly page: number
}

/** The letters of the hash that a code has: enough to tell the versions of one workbook apart. */
const HASH_LETTERS = 12

const short = (id: string): string => id.replaceAll('-', '').toUpperCase()

/**
 * The text of a page's code. It has the few characters that a code holds at half the room, and that a scanner which
 * types has on every keyboard, but for the signs between the parts.
 */
export const sheetCodeText = ({ workbook, participant, framework, page }: SheetCode): string =>
  [
    'FW1',
    short(workbook),
    short(participant),
    framework.slice(0, HASH_LETTERS).toUpperCase(),
    page,
  ].join('.')

/** A scanner types by the keyboard that it takes the laptop to have, so any sign may stand between the parts. */
const CODE =
  /^FW1[^0-9A-F]([0-9A-F]{32})[^0-9A-F]([0-9A-F]{32})[^0-9A-F]([0-9A-F]{12})[^0-9A-F](\d{1,3})$/i

const asId = (hex: string): string =>
  hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** Reads what a scanner typed; null for any other text. Of the framework only the beginning is there. */
export function readSheetCode(text: string): SheetCode | null {
  const [, workbook, participant, framework, page] = CODE.exec(text.trim()) ?? []
  if (!(workbook && participant && framework && page)) return null
  return {
    workbook: asId(workbook),
    participant: asId(participant),
    framework: framework.toLowerCase(),
    page: Number(page),
  }
}

/** The code as a drawing, with the quiet rim of four squares that readers need. */
export function drawSheetCode(code: SheetCode): string {
  const { data, size } = encode(sheetCodeText(code), { ecc: 'M', border: 4 })
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  return `<svg class="qr" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" aria-hidden="true"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${squares.join('')}"/></svg>`
}
