/** The bits of a text's flags: two bytes for a character, a phonetic part, parts with fonts of their own. */
const WIDE = 0x01
const PHONETIC = 0x04
const RICH = 0x08

/** The head of the table, two counts that damage may have changed. */
const BYTES_OF_HEAD = 8

/** A text of which parts have fonts of their own, each from a character on. */
export interface RichText {
  readonly text: string
  readonly parts: readonly { readonly from: number; readonly font: number }[]
}

/** Thrown where the table ends before what it begins. */
class EndOfTable extends Error {}

/** A place in the table, which goes on from one record to the next. */
function tableCursor(records: readonly Buffer[]) {
  let record = 0
  let at = BYTES_OF_HEAD
  const here = (): Buffer => {
    for (;;) {
      const bytes = records[record]
      if (!bytes) throw new EndOfTable()
      if (at < bytes.length) return bytes
      record += 1
      at = 0
    }
  }
  const number = (bytes: number): number => {
    let value = 0
    for (let byte = 0; byte < bytes; byte++) value += (here()[at++] ?? 0) * 256 ** byte
    return value
  }
  const skip = (bytes: number): void => {
    for (let left = bytes; left > 0; ) {
      const step = Math.min(left, here().length - at)
      at += step
      left -= step
    }
  }
  /** A text that goes on in the next record says there anew how many bytes its characters have. */
  const characters = (count: number, isWideFirst: boolean): string => {
    let text = ''
    let isWide = isWideFirst
    for (let left = count; left > 0; ) {
      const before = record
      const bytes = here()
      if (record !== before) isWide = (number(1) & WIDE) !== 0
      const size = isWide ? 2 : 1
      const step = Math.min(left, Math.floor((bytes.length - at) / size))
      if (step === 0) throw new EndOfTable()
      text += bytes.toString(isWide ? 'utf16le' : 'latin1', at, at + step * size)
      at += step * size
      left -= step
    }
    return text
  }
  return { number, skip, characters }
}

function nextText({ number, skip, characters }: ReturnType<typeof tableCursor>): RichText {
  const length = number(2)
  const flags = number(1)
  const parts = flags & RICH ? number(2) : 0
  const phonetic = flags & PHONETIC ? number(4) : 0
  const text = characters(length, (flags & WIDE) !== 0)
  const found = Array.from({ length: parts }, () => ({ from: number(2), font: number(2) }))
  skip(phonetic)
  return { text, parts: found }
}

/**
 * The texts of an old Excel file that have parts in fonts of their own, by their place in its table of texts
 * ([MS-XLS] 2.4.265), which stands in one record and those that continue it. Damage ends the table.
 */
export function richTexts(records: readonly Buffer[]): ReadonlyMap<number, RichText> {
  const cursor = tableCursor(records)
  const rich = new Map<number, RichText>()
  try {
    for (let place = 0; ; place++) {
      const text = nextText(cursor)
      if (text.parts.length > 0) rich.set(place, text)
    }
  } catch (error) {
    if (!(error instanceof EndOfTable)) throw error
  }
  return rich
}
