import { escapeHtml } from '../escape-html.ts'

/** Characters that XML cannot hold even escaped: control characters and halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is left out
const UNWRITABLE = /[\u0000-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu

/** A text as the value of an XML attribute or as words between tags; what XML cannot hold becomes a space. */
export const xmlText = (text: string): string => escapeHtml(text.replace(UNWRITABLE, ' '))

/** Characters that a cell must escape: control characters, and the cell's own escapes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped
const ESCAPED = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g

const escaped = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** Whatever makes a text more than words and figures: most texts are spared the closer looks by it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const SPECIAL = /[&<>"_\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|^\s|\s$/

/**
 * A text as the inside of a cell. Plain text loses the space around it in some programs, and other programs undo the
 * escapes in it twice; formatted text, which takes more room, has neither fault.
 */
export function cellText(value: string): string {
  if (!SPECIAL.test(value)) return `<is><t>${value}</t></is>`
  const text = value.replace(ESCAPED, escaped)
  if (text === value && !/^\s|\s$|&/.test(text)) return `<is><t>${escapeHtml(text)}</t></is>`
  return `<is><r><t xml:space="preserve">${escapeHtml(text)}</t></r></is>`
}
