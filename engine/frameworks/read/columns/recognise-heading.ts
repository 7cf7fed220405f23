import { LANGUAGE_CODES, LANGUAGES } from '../../../../shared/languages/languages.ts'
import { FRAMEWORK_FIELDS, type FrameworkField } from '../../../../shared/model/check.ts'
import { remembering } from '../../../remember.ts'
import { plainName } from '../words/cell-text.ts'
import { meaningInLanguages } from '../words/languages/languages.ts'
import { COLUMN_NAMES, IDLE_WORDS, SAME_WORDS } from './known-headings.ts'
import { INNER_SECTION, STATUS_QUESTIONS, WEAK_TITLES } from './special-headings.ts'

/** The meaning of a known heading. */
export interface HeadingMeaning {
  /** Its name in the table of known headings. */
  readonly name: string
  readonly field: FrameworkField
  /** Certainty: 2 for the draft framework's own name, 1 for a name in use, 0 for one found inside it. */
  readonly rank: 2 | 1 | 0
  /** The language, by its code (ISO 639-1), that the heading names or is in; left out for English that goes without saying. */
  readonly language?: string
}

const MEANINGS: ReadonlyMap<string, HeadingMeaning> = new Map(
  FRAMEWORK_FIELDS.flatMap(field =>
    COLUMN_NAMES[field].map((name, place) => {
      const rank = place === 0 ? 2 : WEAK_TITLES.has(name) ? 0 : 1
      return [name, { name, field, rank }] as const
    }),
  ),
)

/** Our word for each that people put in its place. */
const OUR_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries(SAME_WORDS).flatMap(([word, same]) => same.map(other => [other, word] as const)),
)
const OTHER_WORD = new RegExp(`\\b(${[...OUR_WORDS.keys()].join('|')})s?\\b`, 'g')

/**
 * A key for plain names that ask for the same in other words or another order: `Name of the metric`
 * and `Indicator names` share one. Empty for a name of idle words.
 */
function askedFor(name: string): string {
  const words = name
    .replace(OTHER_WORD, (_, other: string) => OUR_WORDS.get(other) ?? other)
    .split(' ')
    .filter(word => !IDLE_WORDS.has(word))
    .map(word => (word.length > 4 ? word.replace(/s$/, '') : word))
  return [...new Set(words)].toSorted().join(' ')
}

/** Of two fields asked for in the same words, the one that is named with the word of this table. */
const isInOurWords = (name: string): boolean => name.split(' ').some(word => word in SAME_WORDS)

/** The meanings by what they ask for. `For young people` says too little without its idle word. */
const ASKED: ReadonlyMap<string, HeadingMeaning> = (() => {
  const asked = new Map<string, HeadingMeaning>()
  for (const meaning of MEANINGS.values()) {
    const { name, field } = meaning
    const key = askedFor(name)
    const isEnough = key.includes(' ') || !name.includes(' ')
    const other = asked.get(key)
    const isBetter = !other || (other.field !== field && !isInOurWords(other.name))
    if (isEnough && isBetter) asked.set(key, { ...meaning, rank: 0 })
  }
  return asked
})()

/** No heading that asks for one thing has more words. */
const LONGEST_NAME = 60

/** Instructions that people add to a heading for whoever fills the column in: `Status (E/N)`. */
const ASIDE = /\s*[([{][^)\]}]*[)\]}]?/g

/** Two names of one column, such as those of a council with two languages: `Thema / Theme`. */
const BETWEEN_NAMES = /\s*[/|\n]\s*/

/** A longer heading is a question or an instruction, of which a part may mean anything. */
const LONGEST_PART = 40

/** The meaning of a heading in two parts, if all the known parts mean the same field. */
function inParts(text: string): HeadingMeaning | null {
  const parts = text.split(BETWEEN_NAMES)
  if (parts.length !== 2 || parts.some(part => part.length > LONGEST_PART)) return null
  const known = parts.flatMap(part => MEANINGS.get(plainName(part)) ?? [])
  const [first, other] = known
  if (!first || (other && other.field !== first.field)) return null
  const [ownName = first.name] = COLUMN_NAMES[first.field]
  return { field: first.field, name: other ? ownName : first.name, rank: 0 }
}

/** No heading is longer without what it says on how to fill the column in. */
const LONGEST_BARE = 2 * LONGEST_NAME

/** No heading is longer, with all that it says on how to fill the column in. */
const LONGEST_HEADING = 2_000

/** Without long runs of spaces, over which a search for what may follow them takes hours. */
const withoutRuns = (text: string): string => text.replace(/[^\S\n]+/g, ' ')

/** The meaning of a heading; null if it is not known. Each text is asked for again while a row of headings is looked for. */
export const meaningOfHeading = remembering(findMeaning)

function findMeaning(typed: string): HeadingMeaning | null {
  const text = withoutRuns(typed)
  if (text.length > LONGEST_HEADING) return null
  const bare = text.replace(ASIDE, '')
  // Most texts that are asked about are sentences of the rows, which are told at once.
  if (bare.length > LONGEST_BARE) return null
  if (text.length > LONGEST_BARE) return meaningInParts(text)
  return MEANINGS.get(plainName(text)) ?? meaningInNamedLanguage(text) ?? meaningInParts(text)
}

/** The languages of the participants' screens by what a heading calls them: `Welsh`, `Cymraeg`, `cy`. */
const LANGUAGE_NAMES: ReadonlyMap<string, string> = new Map(
  LANGUAGE_CODES.flatMap(code => {
    const { name, inEnglish } = LANGUAGES[code]
    return [code, name, inEnglish].map(called => [plainName(called), code] as const)
  }),
)

/** The meaning of a heading that ends with the language of its column: `Title (Welsh)`, `title_cy`. */
function meaningInNamedLanguage(text: string): HeadingMeaning | null {
  const words = plainName(text).split(' ')
  const language = LANGUAGE_NAMES.get(words.at(-1) ?? '')
  if (language === undefined || words.length < 2) return null
  const rest = words.slice(0, -1).join(' ')
  const meaning = MEANINGS.get(rest) ?? meaningInParts(rest)
  return meaning && { ...meaning, rank: 0, language }
}

/** The meaning of a heading that is not in the table as it stands. */
function meaningInParts(text: string): HeadingMeaning | null {
  const bare = text.replace(ASIDE, '')
  const main = bare === text ? undefined : MEANINGS.get(plainName(bare))
  if (main) return { ...main, rank: 0 }
  return inParts(bare) ?? inOtherWords(bare) ?? inOtherLanguage(bare)
}

/** The meaning of a heading in a language other than English, by the name that ours has for its field. */
function inOtherLanguage(text: string): HeadingMeaning | null {
  const parts = text.split(BETWEEN_NAMES)
  const meanings = [text, ...(parts.length === 2 ? parts : [])].map(meaningInLanguages)
  const meaning = meanings.find(found => found !== null)
  if (!meaning) return null
  const { field, isWithin, language } = meaning
  const [name = field] = COLUMN_NAMES[field]
  return { name: isWithin ? INNER_SECTION : name, field, rank: 0, language }
}

/** The meaning of a heading in words that are not in the table as they stand. */
function inOtherWords(text: string): HeadingMeaning | null {
  return text.length > LONGEST_NAME ? null : (ASKED.get(askedFor(plainName(text))) ?? null)
}

/** The known name that a heading has, or else its own in plain letters. */
export function headingName(text: string): string {
  return meaningOfHeading(text)?.name ?? plainName(text)
}

const YES = new Set(['yes', 'y', 'true', '1', '✓', '✔', '☑', '✅'])
const NO = new Set(['no', 'n', 'false', '0', '✗', '✘', '☒', '❌', 'not yet'])

/** Tests whether a text answers a question with yes or no. */
export function isYesOrNo(text: string): boolean {
  const plain = plainName(text) || text.trim()
  return YES.has(plain) || NO.has(plain) || plain === 'x'
}

/**
 * Reads a status where the heading above may be a question (`Reported now?`): a yes or a no becomes
 * what it means there. Any other text stays as it is. An x says yes where one of two columns is to be
 * ticked; elsewhere it may as well say no.
 */
export function statusUnder(
  heading: string,
  isOneOfTwo: boolean = false,
): (text: string) => string {
  const meaning = STATUS_QUESTIONS.get(headingName(heading))
  if (!meaning) return text => text
  const opposite = meaning === 'new' ? 'existing' : 'new'
  return text => {
    const plain = plainName(text) || text.trim()
    if (YES.has(plain) || (isOneOfTwo && plain === 'x')) return meaning
    return NO.has(plain) ? opposite : text
  }
}
