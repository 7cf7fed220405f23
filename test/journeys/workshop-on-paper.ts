import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { DRAFT_FRAMEWORK } from '../cli/run-cli.ts'

/** One row of a file of keyed-in ratings, as a person would key it in. */
export interface PaperRating {
  readonly participant: string
  readonly group: string
  readonly indicator: string
  readonly criterion: string
  readonly answer: string
  readonly comment: string
}

export const GROUPS = ['ADCS', 'DfE', 'Ofsted', 'Young people', 'Parents and carers'] as const
export const CRITERIA = ['usefulness', 'usability'] as const

/** Comments with content that is known to break files. */
export const HOSTILE_COMMENTS = [
  '=1+1',
  '=HYPERLINK("http://example.org","here")',
  '+44 20 7946 0000',
  '-3 out of 10',
  '@SUM(A1:A9)',
  '\tafter a tab',
  "'=already quoted",
  'commas, and; semicolons',
  'she said "yes", twice',
  'one line\nand another',
  'one line\r\nand another from Windows',
  'emoji 😀👩‍👩‍👧 and ünïcödé',
  '<b>&amp;</b> ]]>',
  'an escape _x0041_ as text',
  ' space around ',
  'a bell \u0007 inside',
] as const

/** Indicator codes of the draft framework, in its order. */
export function draftCodes(): readonly string[] {
  const rows: readonly string[][] = parse(readFileSync(DRAFT_FRAMEWORK, 'utf8'))
  return rows.slice(1).map(([code = '']) => code)
}

/** So many people in 5 groups who rate every indicator for both criteria, the same in every run. */
export function paperRatings(codes: readonly string[], count: number): readonly PaperRating[] {
  const people = Array.from({ length: count }, (_, index) => ({
    participant: `S-${index + 1}`,
    group: GROUPS[index % GROUPS.length] ?? '',
  }))
  const keys = people.flatMap(person =>
    codes.flatMap(indicator => CRITERIA.map(criterion => ({ ...person, indicator, criterion }))),
  )
  return keys.map((key, index) => ({ ...key, answer: answerOf(index), comment: commentOf(index) }))
}

/** Spread by multiplying with a prime, so that no person, indicator or group gets a pattern. */
const spread = (index: number, size: number): number => ((index * 2654435761) >>> 7) % size

function answerOf(index: number): string {
  const draw = spread(index, 40)
  if (draw < 3) return 'dont_know'
  if (draw === 3) return 'not_applicable'
  if (draw < 7) return ''
  return String((spread(index + 7919, 11) % 5) + 1)
}

function commentOf(index: number): string {
  return index % 37 === 0 ? (HOSTILE_COMMENTS[(index / 37) % HOSTILE_COMMENTS.length] ?? '') : ''
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** The ratings as a csv, every cell in quotes. */
export function toCsv(ratings: readonly PaperRating[]): string {
  const lines = ratings.map(({ participant, group, indicator, criterion, answer, comment }) =>
    [participant, group, indicator, criterion, '1', answer, comment].map(quoted).join(','),
  )
  return ['participant,group,indicator,criterion,round,answer,comment', ...lines].join('\r\n')
}

/** The figures of some answers, computed the long way round: by sorting the raw numbers. */
export interface PlainFigures {
  readonly n: number
  readonly dontKnow: number
  readonly notApplicable: number
  readonly missing: number
  readonly counts: Readonly<Record<string, number>>
  readonly mean: number | null
  readonly sd: number | null
  readonly median: number | null
  readonly q1: number | null
  readonly q3: number | null
  readonly favourable: number | null
}

/** Computes the figures of one person's answer each, on a scale of five levels. */
export function figuresOf(answers: readonly string[]): PlainFigures {
  const numbers = answers.filter(answer => /^[1-5]$/.test(answer)).map(Number)
  const sorted = numbers.toSorted((a, b) => a - b)
  const n = sorted.length
  const times = (wanted: string): number => answers.filter(answer => answer === wanted).length
  const sum = sorted.reduce((total, number) => total + number, 0)
  const squares = sorted.reduce((total, number) => total + (number - sum / n) ** 2, 0)
  return {
    n,
    dontKnow: times('dont_know'),
    notApplicable: times('not_applicable'),
    missing: times(''),
    counts: { 1: times('1'), 2: times('2'), 3: times('3'), 4: times('4'), 5: times('5') },
    mean: n === 0 ? null : sum / n,
    sd: n < 2 ? null : Math.sqrt(squares / (n - 1)),
    median: quantileOf(sorted, 1, 2),
    q1: quantileOf(sorted, 1, 4),
    q3: quantileOf(sorted, 3, 4),
    favourable: n === 0 ? null : (times('4') + times('5')) / n,
  }
}

/** R-7 for the fraction `over / under`: between the two sorted numbers nearest to (n - 1) p. */
function quantileOf(sorted: readonly number[], over: number, under: number): number | null {
  if (sorted.length === 0) return null
  const steps = (sorted.length - 1) * over
  const below = sorted[Math.floor(steps / under)] ?? 0
  const above = sorted[Math.ceil(steps / under)] ?? 0
  return below + ((above - below) * (steps % under)) / under
}
