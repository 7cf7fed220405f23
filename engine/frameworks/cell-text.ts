/**
 * A cell's text without what people cannot see: space around it, and the kind of its line breaks,
 * which differs from format to format. All else stays as typed.
 */
export function cellText(text: string | undefined): string {
  return (text ?? '').replace(/\r\n?/g, '\n').trim()
}

/** A cell's text on one line, for what is a name: a code, a section. */
export function oneLine(text: string | undefined): string {
  return cellText(text).replace(/\s+/g, ' ')
}

/**
 * A name reduced to what it says, to compare names that people write in their own way:
 * `Data_Type`, `data  type` and `Data-type:` are all `data type`.
 */
export function plainName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim()
}

/** What a spreadsheet shows where a formula could not be computed, such as `#REF!`. */
export function isErrorValue(text: string): boolean {
  return /^(#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!)|Err:\d{3})$/.test(
    text,
  )
}
