/** Joins signs into one, such as a family of three people, and letters of some scripts. */
const JOINERS =
  /[\u200c\u200d](?!\p{Extended_Pictographic})(?<!\p{Script=Arabic}.|\p{Script=Devanagari}.|\p{Script=Bengali}.)/gu

/** The letters of a flag such as Wales's follow a black flag; anywhere else they hide text. */
const TAGS = /(\u{1f3f4})?[\u{e0000}-\u{e007f}]+/gu

/**
 * Characters that show nothing, or that turn text around so that it reads differently from what it
 * holds: control characters, soft hyphens, zero-width spaces and marks, direction marks.
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what people cannot see
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

/** Nearly every text is of letters and signs that can all be seen, which is quickly told. */
const ALL_SEEN = /^[\t\n\r -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u2bff]*$/

/** The text without characters that people cannot see, but for those that hold a sign together. */
export function visibleText(text: string): string {
  if (ALL_SEEN.test(text)) return text
  return text
    .replace(UNSEEN, '')
    .replace(JOINERS, '')
    .replace(TAGS, (run, flag: string | undefined) => (flag ? run : ''))
}

/** The line breaks of other programs; a vertical tab is that of Word within a paragraph. */
const OTHER_BREAKS = /[\r\v\f\u0085\u2028\u2029]/
const EACH_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/** The text with every line break written the same way. */
export function plainBreaks(text: string): string {
  if (!OTHER_BREAKS.test(text)) return text
  return text.replace(EACH_BREAK, '\n')
}

/**
 * A cell's text without what people cannot see: unseen characters, space around it, and the kind of
 * its line breaks, which differs from format to format. All else stays as typed.
 */
export function cellText(text: string | undefined): string {
  return visibleText(plainBreaks(text ?? '')).trim()
}

/** A cell's text on one line, for what is a name: a code, a section. */
export function oneLine(text: string | undefined): string {
  return cellText(text).replace(/\s+/g, ' ')
}

/** The length of an excerpt, in UTF-16 units. */
const EXCERPT = 60

/** The start of a long text, enough for a person to recognise which one is meant. */
export function excerpt(text: string): string {
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT - 3)}...` : text
}

/**
 * A name reduced to what it says, to compare names that people write in their own way:
 * `Data_Type`, `data  type` and `Data-type:` are all `data type`.
 */
export function plainName(text: string): string {
  return visibleText(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim()
}

const ERROR_VALUE =
  /^(#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|EXTERNAL!|PYTHON!)|Err:\d{3}|#{3,})$/i

/** True for the error value of a formula that could not be computed, such as `#REF!`. */
export function isErrorValue(text: string): boolean {
  return ERROR_VALUE.test(text)
}

/** True if a code has the form that Excel shows after turning it into a date: `01-Mar`. */
export function isLikeDate(text: string): boolean {
  return /^(\d{1,2}-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(-\d{2,4})?|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{2}|\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d{2}-\d{2}( 00:00:00)?)$/.test(
    text,
  )
}

/** True if a text has Excel's form for a large number: `1.00E+05` was once the code `1E5`. */
export function isLikeBigNumber(text: string): boolean {
  return /^-?\d(\.\d+)?E[+-]\d{2,3}$/.test(text)
}
