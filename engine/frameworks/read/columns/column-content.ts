import type { Sheet } from '../../../files/spreadsheet/spreadsheet.ts'
import { cellText, isErrorValue, isLikeDate } from '../words/cell-text.ts'
import { plainCode } from '../words/codes.ts'
import { footerReason } from '../words/footers.ts'
import { knownDataType, knownPopulation, knownStatus } from '../words/known-values.ts'
import { isYesOrNo } from './recognise-heading.ts'

/** The traits that the texts of a column have in common, each as a share of them from 0 to 1. */
export interface ColumnContent {
  /** The number of texts inspected, and the share of the rows that have one. */
  readonly texts: number
  readonly filled: number
  /** Different texts. */
  readonly different: number
  /** True where equal texts stand together, as those of a section do: none comes back after another. */
  readonly inBlocks: boolean
  /** Texts in the form of a code: letters with a number, or one short word without spaces. */
  readonly codes: number
  /** Texts of two words or more. */
  readonly words: number
  /** Numbers, dates and links, which are no words. */
  readonly figures: number
  /** Names of people that indicators are about: `children`, `girls aged 5 to 16`. */
  readonly people: number
  readonly dataTypes: number
  readonly statuses: number
  /** Kinds of values as databases know them: `Boolean`, `Date`, `Quantity`. */
  readonly kindsOfValues: number
  /** Characters of a text, on average. */
  readonly length: number
}

/** The number of rows below the headings that are inspected. */
const ROWS_INSPECTED = 120

/** The start of a text shows what it is; a cell may hold a million letters. */
const SHOWS = 200

const CODE =
  /^(?=.{1,24}$)(?:[\p{Letter}]{0,8}[\s.\-/_]?\p{Number}{1,4}(?:[.\-/_]?[\p{Letter}\p{Number}]{1,5}){0,4}|[\p{Letter}\p{Number}]{1,12}(?:[._-][\p{Letter}\p{Number}]{1,12}){1,4})$/u

const WORDS = /\p{Letter}{2}\S*\s+\S*\p{Letter}{2}/u

const FIGURE = /^[\p{Number}\s.,%£$€+-]+$/u

/** Words for the people that indicators are about. */
const PEOPLE =
  /\b(child|children|young|youth|girls?|boys?|adults?|women|men|parents?|carers?|famil(y|ies)|pupils?|students?|infants?|babies|teenagers?|adolescents?|staff|workers|aged|under \d|over \d)\b/i

/** Kinds of values as databases and forms know them. */
const KIND_OF_VALUE =
  /^(bool(ean)?|date( ?time)?|time|quantity|numeric|number|integer|int|decimal|float|double|percent(age)?|ratio|rate|count|string|text|free text|char(acter)?|varchar|cod(e|ing|able ?concept)|id|identifier|categorical|binary|continuous|ordinal|nominal|list|option set|yes\/no)$/i

const share = (texts: readonly string[], test: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(test).length / texts.length

/** Tests whether a text of several rows is theirs in one run, or stands once with empty cells below it. */
function areInBlocks(texts: readonly string[], rows: number): boolean {
  const plain = texts.map(plainCode)
  const runs = plain.filter((text, at) => text !== plain[at - 1]).length
  return runs === new Set(plain).size && runs > 1 && runs < rows
}

function contentOf(texts: readonly string[], rows: number): ColumnContent {
  return {
    texts: texts.length,
    filled: rows === 0 ? 0 : texts.length / rows,
    different: texts.length === 0 ? 0 : new Set(texts.map(plainCode)).size / texts.length,
    inBlocks: areInBlocks(texts, rows),
    codes: share(texts, text => CODE.test(text) && !isLikeDate(text)),
    words: share(texts, text => WORDS.test(text)),
    figures: share(
      texts,
      text => FIGURE.test(text) || isErrorValue(text) || /^(https?:|www\.|\S+@\S+)/i.test(text),
    ),
    people: share(texts, text => knownPopulation(text) !== null || PEOPLE.test(text)),
    dataTypes: share(texts, text => knownDataType(text) !== null),
    statuses: share(texts, text => knownStatus(text) !== null || isYesOrNo(text)),
    kindsOfValues: share(texts, text => KIND_OF_VALUE.test(text.trim())),
    length: texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length),
  }
}

/** The content of each column below a row of headings, as its first rows with several cells show it. */
export function contentsBelow(
  { rows }: Sheet,
  headerRow: number,
): ReadonlyMap<number, ColumnContent> {
  const first = rows.findIndex(({ number }) => number > headerRow)
  const inspected = (first < 0 ? [] : rows.slice(first, first + ROWS_INSPECTED)).filter(
    ({ cells }) => cells.length > 1 && footerReason(cells) === null,
  )
  const texts = new Map<number, string[]>()
  for (const [column, text] of inspected.flatMap(({ cells }) => cells)) {
    const all = texts.get(column) ?? []
    if (all.length === 0) texts.set(column, all)
    all.push(cellText(text).slice(0, SHOWS))
  }
  return new Map([...texts].map(([column, of]) => [column, contentOf(of, inspected.length)]))
}
