import { CHARACTER_WIDTHS } from './character-widths.ts'

/** The two weights in which charts are written. */
export type Weight = 'regular' | 'bold'

/** The typeface setting of a text; `size` is in pixels. */
export interface Setting {
  readonly size: number
  readonly weight?: Weight
}

const WIDTHS = new Map(
  CHARACTER_WIDTHS.map(([character, regular, bold]) => [character, { regular, bold }]),
)

/** True for a letter or sign that the bundled typeface draws. */
export const hasLetter = (character: string): boolean => WIDTHS.has(character.codePointAt(0) ?? 0)

/** The width of a character that the typeface lacks, drawn from another one; wider than most. */
const UNKNOWN_WIDTH = { regular: 700, bold: 760 }

const ELLIPSIS = '…'

/** The width of a text in pixels, computed without a screen. Kerning is left out. */
export function textWidth(text: string, { size, weight = 'regular' }: Setting): number {
  let thousandths = 0
  for (const character of text) {
    thousandths += (WIDTHS.get(character.codePointAt(0) ?? 0) ?? UNKNOWN_WIDTH)[weight]
  }
  return (thousandths * size) / 1000
}

/** The text, cut with an ellipsis where it is wider than there is room. */
export function cutText(text: string, room: number, setting: Setting): string {
  if (textWidth(text, setting) <= room) return text
  const characters = [...text]
  while (characters.length > 0) {
    characters.pop()
    const cut = characters.join('').trimEnd() + ELLIPSIS
    if (textWidth(cut, setting) <= room) return cut
  }
  return ELLIPSIS
}

/** The text in lines no wider than there is room, the last of `most` lines cut where it goes on. */
export function wrapText(
  text: string,
  room: number,
  setting: Setting,
  most = Number.POSITIVE_INFINITY,
): readonly string[] {
  const lines: string[] = []
  let line = ''
  const words = text.split(/\s+/).filter(word => word !== '')
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || textWidth(longer, setting) <= room) {
      line = longer
      continue
    }
    if (lines.length + 1 === most) {
      return [...lines, cutText([line, ...words.slice(index)].join(' '), room, setting)]
    }
    lines.push(line)
    line = word
  }
  // A single word may be wider than the room.
  return line === '' ? lines : [...lines, line].map(each => cutText(each, room, setting))
}
