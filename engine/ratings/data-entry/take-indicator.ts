import { excerpt } from '../../frameworks/read/words/cell-text.ts'
import { plainDigits, type Taken } from './entry-words.ts'

/** The ids of indicators by their codes. */
export type IdsByCode = ReadonlyMap<string, string>

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

/** Takes a cell as an indicator: by its code, alone or before its title. */
export function takeIndicator(typed: string, indicators: IdsByCode): Taken<string> {
  const id = indicators.get(indicatorCode(typed, indicators) ?? '')
  if (id !== undefined) return { value: id }
  const meant = codeBeforeZerosWent(plainDigits(typed), indicators.keys())
  const data = { text: excerpt(typed), ...(meant === null ? {} : { meant }) }
  return { wrong: { code: 'unknown-indicator', data } }
}
