import { excerpt, plainName } from '../../frameworks/read/words/cell-text.ts'
import { groupBy } from '../../group-by.ts'
import { plainDigits, type Taken } from './entry-words.ts'

/** The ids of indicators by their codes. */
export type IdsByCode = ReadonlyMap<string, string>

/** The codes of indicators by their titles in plain letters, as far as no other has the same. */
export type CodesByTitle = ReadonlyMap<string, string>

/** The codes by the titles of these indicators, without titles that two of them have. */
export function codesByTitle(
  indicators: readonly { readonly code: string; readonly title: string }[],
): CodesByTitle {
  const byTitle = groupBy(indicators, ({ title }) => plainName(title))
  return new Map(
    [...byTitle].flatMap(([title, [only, ...others]]) =>
      only && others.length === 0 && title !== '' ? [[title, only.code] as const] : [],
    ),
  )
}

const alike = (code: string): string => code.normalize('NFC').toLowerCase()

/** The signs that may stand between a code and the title after it. */
const AFTER_CODE = /^[\s:.)–—-]+\S/

/** Finds a code as it is, or in one Unicode form and ignoring case if that leaves only one. */
function sameCode(text: string, indicators: IdsByCode): string | undefined {
  if (indicators.has(text)) return text
  const [found, ...others] = [...indicators.keys()].filter(code => alike(code) === alike(text))
  return others.length === 0 ? found : undefined
}

/** Finds the code that a text begins with, the title after it: the longest code that does. */
function codeFirst(text: string, indicators: IdsByCode): string | undefined {
  const [found] = [...indicators.keys()]
    .filter(code => alike(text).startsWith(alike(code)) && AFTER_CODE.test(text.slice(code.length)))
    .toSorted((a, b) => b.length - a.length)
  return found
}

/** The code that a text means, alone or before its title; undefined for any other text. */
export const indicatorCode = (typed: string, indicators: IdsByCode): string | undefined =>
  sameCode(typed, indicators) ??
  sameCode(plainDigits(typed), indicators) ??
  codeFirst(typed, indicators)

/** The code that a spreadsheet may have shown so, as it drops the last zeros of a number: `1.10` as `1.1`. */
export function codeBeforeZerosWent(text: string, codes: Iterable<string>): string | null {
  if (!/\d[.,]\d+$/.test(text)) return null
  for (const code of codes) {
    if (code.length > text.length && code.startsWith(text) && /^0+$/.test(code.slice(text.length)))
      return code
  }
  return null
}

/** The words after the code in a text; empty for a code alone. */
const wordsAfter = (typed: string, code: string): string =>
  typed.length > code.length ? typed.slice(code.length).replace(/^[\s:.)–—-]+/, '') : ''

/**
 * Takes a cell as an indicator: by its code, alone or before its title, or by a title that no other has. A code
 * before the title of another indicator is refused: nobody can tell which of the two was rated.
 */
export function takeIndicator(
  typed: string,
  indicators: IdsByCode,
  titles: CodesByTitle,
): Taken<string> {
  const code = indicatorCode(typed, indicators) ?? titles.get(plainName(typed))
  const id = indicators.get(code ?? '')
  if (code !== undefined && id !== undefined) {
    const other = titles.get(plainName(wordsAfter(typed, code)))
    if (other === undefined || other === code) return { value: id }
    return { wrong: { code: 'title-disagrees', data: { text: excerpt(typed), code, other } } }
  }
  const meant = codeBeforeZerosWent(plainDigits(typed), indicators.keys())
  const data = { text: excerpt(typed), ...(meant === null ? {} : { meant }) }
  return { wrong: { code: 'unknown-indicator', data } }
}
