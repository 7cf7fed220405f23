import type { FrameworkField } from '../../../../../shared/model/check.ts'
import type { DataType, Status } from '../../../../../shared/model/vocabulary.ts'
import { onFirstUse } from '../../../../remember.ts'
import { plainName } from '../cell-text.ts'
import { ARABIC } from './arabic.ts'
import { FRENCH } from './french.ts'
import { GERMAN } from './german.ts'
import { ITALIAN } from './italian.ts'
import type { Language } from './language.ts'
import { PORTUGUESE } from './portuguese.ts'
import { SPANISH } from './spanish.ts'
import { WELSH } from './welsh.ts'

/** The languages in which lists are read besides English. */
export const LANGUAGES: readonly Language[] = [
  FRENCH,
  SPANISH,
  GERMAN,
  ITALIAN,
  PORTUGUESE,
  WELSH,
  ARABIC,
]

/** Letters that stand for others where people write without accents. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ة: 'ه',
  ى: 'ي',
  ـ: '',
}

/** The article of French and Italian that loses its vowel: `l'indicateur`, `dell’indicatore`. */
const ELIDED = /(?<![\p{Letter}])(l|d|dell|nell|all|dall|qu)['’]/giu

/** The article of Welsh that loses its own: `enw'r dangosydd`. */
const CLIPPED = /(?<=\p{Letter})['’](?=r(?!\p{Letter}))/giu

/** Signs for *number*, of which `plainName` would leave a letter that says nothing. */
const NUMBER_SIGN = /(?<!\p{Letter})n\s?[°º]|№/giu

/**
 * A name as any of these languages compares it: in small letters, without accents, and with elided
 * articles as words of their own.
 */
export function foldedName(text: string): string {
  return plainName(
    text.replace(ELIDED, '$1 ').replace(CLIPPED, ' ').replace(NUMBER_SIGN, ' numero '),
  )
    .replace(/[ßœæةىـ]/g, sign => LETTERS[sign] ?? sign)
    .normalize('NFD')
    .replace(/\p{Mark}+/gu, '')
}

const wordsOf = (name: string): readonly string[] => name.split(' ').filter(word => word !== '')

interface Dictionary {
  readonly code: string
  readonly indicator: ReadonlySet<string>
  readonly idle: ReadonlySet<string>
  readonly within: readonly string[]
  readonly fields: ReadonlyMap<string, FrameworkField>
}

/** The words that say something, in one order, so that `code de l'indicateur` is `indicateur code`. */
const keyOf = (words: readonly string[], idle: ReadonlySet<string>): string =>
  words
    .filter(word => !idle.has(word))
    .toSorted()
    .join(' ')

function toDictionary({
  code,
  indicator,
  idle: idleWords,
  within,
  headings,
}: Language): Dictionary {
  const idle = new Set(idleWords.map(foldedName))
  const fields = new Map<string, FrameworkField>()
  for (const [field, names] of Object.entries(headings) as [FrameworkField, readonly string[]][]) {
    for (const name of names) {
      const words = wordsOf(foldedName(name))
      const key = keyOf(words, idle) || words.join(' ')
      if (!fields.has(key)) fields.set(key, field)
    }
  }
  return {
    code,
    indicator: new Set(indicator.map(foldedName)),
    idle,
    within: within.map(foldedName),
    fields,
  }
}

const dictionaries = onFirstUse(() => LANGUAGES.map(toDictionary))

function fieldIn(
  { indicator, idle, fields }: Dictionary,
  words: readonly string[],
): FrameworkField | null {
  const whole = fields.get(keyOf(words, idle)) ?? fields.get(words.join(' '))
  if (whole) return whole
  if (!words.some(word => indicator.has(word))) return null
  const rest = words.filter(word => !indicator.has(word))
  const key = keyOf(rest, idle)
  return key === '' ? 'title' : (fields.get(key) ?? null)
}

/** The words without the one that makes of a section one within another; null if there is none. */
function wordsWithin({ within }: Dictionary, words: readonly string[]): readonly string[] | null {
  if (words.some(word => within.includes(word))) {
    return words.filter(word => !within.includes(word))
  }
  const [first = '', ...rest] = words
  const before = within.find(beginning => first.startsWith(beginning))
  return before === undefined ? null : [first.slice(before.length), ...rest]
}

/** The meaning of a heading in another language. */
export interface ForeignMeaning {
  readonly field: FrameworkField
  /** True for a section that lies within another. */
  readonly isWithin: boolean
  /** The language by its code (ISO 639-1). */
  readonly language: string
}

function meaningIn(dictionary: Dictionary, words: readonly string[]): ForeignMeaning | null {
  const { code: language } = dictionary
  const field = fieldIn(dictionary, words)
  if (field) return { field, isWithin: false, language }
  const outer = wordsWithin(dictionary, words)
  const isSection = outer !== null && fieldIn(dictionary, outer) === 'section'
  return isSection ? { field: 'section', isWithin: true, language } : null
}

/** No heading that asks for one thing is longer. */
const LONGEST_NAME = 60

/** The meaning of a heading in the first of the languages that knows it; null if none does. */
export function meaningInLanguages(heading: string): ForeignMeaning | null {
  if (heading.length > LONGEST_NAME) return null
  const words = wordsOf(foldedName(heading))
  if (words.length === 0) return null
  for (const dictionary of dictionaries()) {
    const meaning = meaningIn(dictionary, words)
    if (meaning) return meaning
  }
  return null
}

const valuesOf = <Value extends string>(
  namesIn: (language: Language) => Readonly<Record<Value, readonly string[]>>,
): ReadonlyMap<string, Value> =>
  new Map(
    LANGUAGES.flatMap(language =>
      (Object.entries(namesIn(language)) as [Value, readonly string[]][]).flatMap(
        ([value, names]) => names.map(name => [foldedName(name), value] as const),
      ),
    ),
  )

/** The data types and the statuses by what people write for them, as `foldedName` has it. */
export const foreignDataTypes: () => ReadonlyMap<string, DataType> = onFirstUse(() =>
  valuesOf(of => of.dataTypes),
)
export const foreignStatuses: () => ReadonlyMap<string, Status> = onFirstUse(() =>
  valuesOf(of => of.statuses),
)

const totalLabels = onFirstUse(
  () => new Set(LANGUAGES.flatMap(({ totals }) => totals.map(foldedName))),
)

/** Tests whether a text is the label of a row that sums up a table, in one of the languages. */
export function isForeignTotal(text: string): boolean {
  return text.length <= LONGEST_NAME && totalLabels().has(foldedName(text))
}

/** The headings of notes and of sources, which also stand before a colon below a table. */
const noteHeadings = onFirstUse(
  () =>
    new Set(
      LANGUAGES.flatMap(({ headings: { notes = [], source = [] } }) =>
        [...notes, ...source].map(foldedName),
      ),
    ),
)

/** Tests whether a text is a note below a table in one of the languages: `Fuente: ...`. */
export function isForeignNote(text: string): boolean {
  const colon = text.indexOf(':')
  return colon > 0 && colon <= LONGEST_NAME && noteHeadings().has(foldedName(text.slice(0, colon)))
}
