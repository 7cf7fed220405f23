import { createHash } from 'node:crypto'
import type { Scale } from '../../../shared/model/scale.ts'
import type { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { answersInScope, ratingBasis } from '../../results/rating-basis.ts'
import { ANSWER_CODES, isAnswer, type Person } from '../../store/reports/answers.ts'
import type { ReadableStore } from '../../store/store.ts'
import { ANSWER_KINDS, type AnswerKind, type Cell } from './counted.ts'
import { allowColumns, type RowColumn, type RowDigests } from './rows.ts'
import type { ToldCounts, ToldQuestion } from './told.ts'

/** The key of a column. */
export const columnOf = (
  round: number,
  { indicator, criterion }: { readonly indicator: string; readonly criterion: string },
): string => `${round} ${indicator} ${criterion}`

/** The rows of single people that a release may have. */
export interface ReleasedRows {
  readonly people: readonly Person[]
  /** The code of each person's answer, by the column and the person's number; other columns are left out. */
  readonly codes: ReadonlyMap<string, Uint8Array>
  /** The columns that would single people out. */
  readonly leftOut: number
  readonly smallest: number
  readonly told: ToldCounts
  readonly digests: readonly RowDigests[]
}

interface ReadColumn extends RowColumn {
  readonly indicator: string
  readonly criterion: (typeof CRITERIA)[number]
  readonly codes: Uint8Array
}

/** Reads the answers of everyone in some rounds, and leaves out the columns by which few could be told. */
export function releaseRows(
  workbook: { readonly store: ReadableStore; readonly scale: Scale },
  rounds: readonly number[],
  under: number,
): ReleasedRows {
  const read = rounds.map(round => readRound(workbook, round))
  const all = read.flatMap(({ columns }) => columns)
  const { columns: allowed, smallest } = allowColumns(all, under)
  const columns = all.filter(({ key }) => allowed.has(key))
  return {
    people: read[0]?.people ?? [],
    codes: new Map(columns.map(({ key, codes }) => [key, codes])),
    leftOut: all.length - columns.length,
    smallest,
    told: {
      under,
      parts: [],
      questions: columns.flatMap(column => countColumn(column, workbook.scale.length)),
    },
    digests: rounds.map(round => digestRound(round, columns)),
  }
}

function readRound(workbook: Parameters<typeof releaseRows>[0], round: number) {
  const basis = ratingBasis(workbook, { round })
  const answers = answersInScope(workbook, basis, { round })
  const numbers = basis.people.map((_, number) => number)
  const came = new Set(numbers.filter(at => answers.some(({ codes }) => isAnswer(codes[at] ?? 0))))
  const columns = answers.map(({ indicator, criterion, codes }): ReadColumn => {
    const wasAsked = basis.asked.whoWasAsked(indicator)
    const people = numbers.filter(at => came.has(at) && (wasAsked(at) || isAnswer(codes[at] ?? 0)))
    const key = columnOf(round, { indicator, criterion })
    return { key, round, indicator, criterion, codes, people: new Set(people) }
  })
  return {
    people: basis.people,
    columns: columns.toSorted((one, other) => (one.key < other.key ? -1 : 1)),
  }
}

function countColumn(
  { round, indicator, criterion, codes }: ReadColumn,
  levels: number,
): readonly ToldQuestion[] {
  const cells: Readonly<Record<AnswerKind, Cell>> = {
    levels: Array.from({ length: levels }, (_, level) => countCode(codes, level + 1)),
    dontKnow: [countCode(codes, ANSWER_CODES.dont_know)],
    notApplicable: [countCode(codes, ANSWER_CODES.not_applicable)],
  }
  return ANSWER_KINDS.map(kind => ({
    ...{ round, indicator, criterion, kind },
    everyone: cells[kind],
    parts: null,
  }))
}

const countCode = (codes: Uint8Array, wanted: number): number =>
  codes.reduce((count, code) => count + (code === wanted ? 1 : 0), 0)

function digestRound(round: number, all: readonly ReadColumn[]): RowDigests {
  const columns = all.filter(column => column.round === round)
  const people = Math.max(0, ...columns.map(({ codes }) => codes.length))
  const rows = Array.from({ length: people }, (_, at) =>
    columns.map(({ codes }) => codes[at] ?? ANSWER_CODES.none),
  ).filter(row => row.some(isAnswer))
  return {
    round,
    columns: digest(columns.map(({ key }) => key).join()),
    rows: rows.map(row => digest(row.join())).toSorted(),
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url')
