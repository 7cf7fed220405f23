import { excerpt } from '../../frameworks/read/words/cell-text.ts'
import { plainDigits, type Taken } from './entry-words.ts'

type IdsByCode = ReadonlyMap<string, string>

const alike = (code: string): string => code.normalize('NFC').toLowerCase()

/** The signs that may stand between a code and the title after it. */
const AFTER_CODE = /^[\s:.)–—-]+\S/

/** Finds an indicator by its exact code, or in one Unicode form and ignoring case if that leaves only one. */
function withCode(text: string, indicators: IdsByCode): string | undefined {
  const exact = indicators.get(text)
  if (exact !== undefined) return exact
  const [found, ...others] = [...indicators].filter(([code]) => alike(code) === alike(text))
  return found && others.length === 0 ? found[1] : undefined
}

/** Finds the indicator whose code a text begins with, the title after it: the longest code that does. */
function withCodeFirst(text: string, indicators: IdsByCode): string | undefined {
  const [found] = [...indicators]
    .filter(
      ([code]) => alike(text).startsWith(alike(code)) && AFTER_CODE.test(text.slice(code.length)),
    )
    .toSorted(([a], [b]) => b.length - a.length)
  return found?.[1]
}

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
  const found =
    withCode(typed, indicators) ??
    withCode(plainDigits(typed), indicators) ??
    withCodeFirst(typed, indicators)
  if (found !== undefined) return { value: found }
  const meant = codeBeforeZerosWent(plainDigits(typed), indicators.keys())
  const data = { text: excerpt(typed), ...(meant === null ? {} : { meant }) }
  return { wrong: { code: 'unknown-indicator', data } }
}
