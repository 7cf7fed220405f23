import { FILE_LANGUAGES } from '../../../shared/languages/files.ts'
import { ANSWER_LABELS } from '../../../shared/messages/exports.ts'
import type { RatingFault, RatingHeading } from '../../../shared/model/data-entry.ts'
import { type Answer, round as roundSchema } from '../../../shared/model/rating.ts'
import { type Level, type Scale, scaleOf } from '../../../shared/model/scale.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import { excerpt, plainName } from '../../frameworks/read/words/cell-text.ts'

/** The value of a cell, or the reason why it does not fit. */
export type Taken<Value> = { readonly value: Value } | { readonly wrong: RatingFault }

/** The other headings that people write over a column of ratings. */
const HEADINGS: Readonly<Record<RatingHeading, readonly string[]>> = {
  participant: [
    'participant code',
    'participant name',
    'person',
    'respondent',
    'rater',
    'rated by',
    'sheet',
    'sheet no',
  ],
  group: ['stakeholder group', 'stakeholder', 'role', 'organisation', 'organization'],
  indicator: ['indicator code', 'indicator no', 'indicator ref', 'indicator id'],
  criterion: ['criteria', 'question', 'rated for'],
  round: ['round no', 'round number'],
  answer: ['rating', 'score', 'level'],
  comment: ['comments', 'remark', 'remarks'],
}

/** Files of ours in other languages come back too. */
const LANGUAGES = Object.values(FILE_LANGUAGES)

const HEADING_OF: ReadonlyMap<string, RatingHeading> = new Map(
  (Object.keys(HEADINGS) as RatingHeading[]).flatMap(heading =>
    [heading, ...HEADINGS[heading], ...LANGUAGES.map(({ files }) => files.columns[heading])].map(
      name => [plainName(name), heading] as const,
    ),
  ),
)

/** The word that stands behind what a comment is about, in every language that we write. */
export const COMMENT_WORDS: readonly string[] = [
  'comments?',
  ...LANGUAGES.map(({ files }) => files.columns.comment),
]

/** The column that a heading names; undefined for a word that is none of a table of ratings. */
export const knownHeading = (text: string): RatingHeading | undefined =>
  text.length > 60 ? undefined : HEADING_OF.get(plainName(text))

/** Headings of codes, which may be those of indicators or of anything else. */
const CODES = new Set(['code', 'ref', 'ref no', 'reference', 'no', 'number', 'id'])

/** Tests whether a heading may stand over the codes of indicators, which only what stands below it tells. */
export const mayBeCodes = (text: string): boolean => text.length <= 60 && CODES.has(plainName(text))

const inLanguages = (criterion: Criterion): readonly string[] =>
  LANGUAGES.map(({ files }) => plainName(files.values.criterion[criterion]))

/** The other words that people write for a criterion. */
export const CRITERION_WORDS: Readonly<Record<Criterion, readonly string[]>> = {
  usefulness: [
    ...['useful', 'how useful', 'how useful is it', 'is it useful'],
    ...inLanguages('usefulness'),
  ],
  usability: [
    ...['usable', 'how usable', 'how usable is it', 'is it usable', 'easy to use', 'ease of use'],
    ...inLanguages('usability'),
  ],
}

/** The criterion that a word means, in whatever way people write it; undefined for any other word. */
export const knownCriterion = (text: string): Criterion | undefined =>
  CRITERIA.find(name => [name, ...CRITERION_WORDS[name]].includes(plainName(text)))

/** Takes a cell as a criterion. */
export function takeCriterion(text: string): Taken<Criterion> {
  const criterion = knownCriterion(text)
  if (criterion) return { value: criterion }
  return { wrong: { code: 'unknown-criterion', data: { text: excerpt(text) } } }
}

/** The zeros of the digits of Arabic and Persian, after which the others follow in order. */
const ZEROS = [0x0660, 0x06f0]

/** A text with the digits and signs of other keyboards as this one has them. */
export function plainDigits(text: string): string {
  return text.normalize('NFKC').replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit => {
    const code = digit.charCodeAt(0)
    const zero = ZEROS.findLast(from => code >= from) ?? code
    return String(code - zero)
  })
}

/** The whole number of a text as spreadsheets show it, `4` or `4.0`; undefined for any other text. */
function wholeNumber(text: string): number | undefined {
  return /^\d{1,3}(?:[.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : undefined
}

/** Takes a cell as a round: `2`, `Round 2`, `R2`; blank is 1. */
export function takeRound(typed: string): Taken<number> {
  const text = plainDigits(typed)
  if (text === '') return { value: 1 }
  const number = text.replace(/^r(ound|ownd)?\.?\s*/i, '')
  const round = roundSchema.safeParse(wholeNumber(number))
  if (round.success) return { value: round.data }
  return { wrong: { code: 'unknown-round', data: { text: excerpt(typed) } } }
}

const OTHER_ANSWERS = ['dont_know', 'not_applicable'] as const
type OtherAnswer = (typeof OTHER_ANSWERS)[number]

/** The words that people write for an answer that is no level, beside its word in files and its label on screen. */
const OTHER_WORDS: Readonly<Record<OtherAnswer, readonly string[]>> = {
  dont_know: ['dk', 'd k', 'dont know', 'do not know', 'i do not know', 'not sure', 'unsure'],
  not_applicable: ['na', 'n a', 'not applicable', 'does not apply', 'doesnt apply'],
}

const answerInLanguages = (answer: OtherAnswer): readonly string[] =>
  LANGUAGES.flatMap(({ files, screens }) => [files.values.answer[answer], screens.answers[answer]])

function otherAnswer(text: string): OtherAnswer | undefined {
  const plain = plainName(text)
  if (text === '?') return 'dont_know'
  return OTHER_ANSWERS.find(known =>
    [known, ANSWER_LABELS[known], ...OTHER_WORDS[known], ...answerInLanguages(known)]
      .map(plainName)
      .includes(plain),
  )
}

/** A number with words beside it: `4 - Useful`, `4: Useful`, `Useful (4)`. */
const NUMBER_FIRST = /^(\d{1,3})\s*(?:[-–—:.=)]\s*)?(?=\p{Letter})(.+)$/u
const NUMBER_LAST = /^(.*\p{Letter})\s*(?:[-–—:=]\s*|\()?(\d{1,3})\)?$/u

interface Parts {
  readonly number: number
  readonly words: string
}

function partsOf(text: string): Parts | null {
  const first = NUMBER_FIRST.exec(text)
  if (first) return { number: Number(first[1]), words: first[2] ?? '' }
  const last = NUMBER_LAST.exec(text)
  return last ? { number: Number(last[2]), words: last[1] ?? '' } : null
}

/** Takes a cell as an answer to a criterion: a level by its number, its label or both, or none. */
export function takeAnswer(
  typed: string,
  { length, levels }: Scale,
  criterion: Criterion,
): Taken<Answer> {
  const text = plainDigits(typed)
  if (text === '') return { value: { kind: 'none' } }
  const number = wholeNumber(text)
  if (number !== undefined && number >= 1 && number <= length) {
    return { value: { kind: 'level', level: number } }
  }
  const kind = otherAnswer(text)
  if (kind) return { value: { kind } }
  const calledIn = (all: readonly Level[], words: string) =>
    all.find(({ label }) => plainName(label) === plainName(words))
  const levelCalled = (words: string) =>
    calledIn(levels[criterion], words) ??
    calledIn(
      LANGUAGES.flatMap(({ screens }) => scaleOf(length, screens.scales).levels[criterion]),
      words,
    )
  const called = levelCalled(text)
  if (called) return { value: { kind: 'level', level: called.value } }
  const parts = partsOf(text)
  const meant = parts && levelCalled(parts.words)
  if (parts && meant) {
    if (meant.value === parts.number) return { value: { kind: 'level', level: meant.value } }
    const data = {
      text: excerpt(typed),
      number: parts.number,
      label: meant.label,
      means: meant.value,
    }
    return { wrong: { code: 'answer-disagrees', data } }
  }
  return { wrong: { code: 'unknown-answer', data: { text: excerpt(typed), levels: length } } }
}
