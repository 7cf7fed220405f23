import type { OverLimit } from '../../../shared/model/check.ts'
import type { SheetPicture } from './spreadsheet.ts'

/** Facts of a sheet that the parser omits; rows and columns are counted from 1. */
export interface SheetFacts {
  readonly hidden?: boolean
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
  /** The cells with links that could do harm, by their names. */
  readonly unsafeLinks: readonly string[]
  /** The cells that are struck out, by their names. */
  readonly struck?: readonly string[]
  /** The cells of whose text a part was struck out and left out. */
  readonly partlyStruck?: readonly string[]
  /** The looks of rows whose first cell stands out. */
  readonly looks?: readonly { readonly row: number; readonly look: string }[]
  /** The pictures that lie over its cells. */
  readonly pictures?: readonly SheetPicture[]
}

/** A sheet that is too large to be parsed, with the limit that it passes. */
export interface TooLargeSheet {
  readonly over: OverLimit
}

/** Everything known of a sheet before it is parsed; undefined where nobody looked. */
export type KnownFacts = SheetFacts | TooLargeSheet | undefined

/** Tests whether a sheet is not to be parsed. */
export const isTooLarge = (facts: KnownFacts): facts is TooLargeSheet =>
  facts !== undefined && 'over' in facts

/** Facts of a sheet as they are found on the way through it. */
export interface FoundFacts extends SheetFacts {
  hidden: boolean
  readonly hiddenRows: number[]
  readonly hiddenColumns: number[]
  readonly unsafeLinks: string[]
  readonly struck: string[]
  readonly partlyStruck: string[]
}

/** A sheet of which nothing is found yet. */
export const noFacts = (): FoundFacts => ({
  hidden: false,
  hiddenRows: [],
  hiddenColumns: [],
  unsafeLinks: [],
  struck: [],
  partlyStruck: [],
})

/** The numbers from one on, at most a few thousand: what is hidden beyond holds nothing. */
export const numbersFrom = (first: number, count: number): readonly number[] =>
  Array.from({ length: Math.max(0, Math.min(count, 20_000)) }, (_, n) => first + n)

/** Links that run something or reach into the laptop; all others merely lead somewhere. */
const UNSAFE = /^[\s\p{Cc}]*(javascript|vbscript|data|file)[\s\p{Cc}]*:|^\s*\\\\/iu

/** True if following a link could do harm. */
export function isUnsafeLink(target: string): boolean {
  return UNSAFE.test(target)
}

/** The first text that a `HYPERLINK` formula is given, in as many quoted pieces as it is put together of. */
const LINK_OF_FORMULA = /\bHYPERLINK\s*\(\s*("(?:[^"]|"")*"(?:\s*&\s*"(?:[^"]|"")*")*)/giu

/** True if a formula makes a link that could do harm, as far as it does not come from other cells. */
export function hasUnsafeLink(formula: string): boolean {
  return [...formula.matchAll(LINK_OF_FORMULA)].some(([, text = '']) =>
    isUnsafeLink(text.replace(/"\s*&\s*"|^"|"$/g, '')),
  )
}

const NAMED: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" }

/** HTML has long been written with the numbers that Windows-1252 gives its signs: `&#146;` is ’. */
const WINDOWS = new TextDecoder('windows-1252')

const characterOf = (code: number): string =>
  code >= 0x80 && code <= 0x9f ? WINDOWS.decode(Uint8Array.of(code)) : String.fromCodePoint(code)

/** The text that XML or HTML writes with the characters that need it named or numbered. */
export function plainMarkup(text: string): string {
  return text.replace(
    /&(?:(quot|amp|lt|gt|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name?: string, decimal?: string, hex?: string) => {
      if (name) return NAMED[name.toLowerCase()] ?? whole
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
      return code > 0 && code <= 0x10ffff ? characterOf(code) : whole
    },
  )
}
