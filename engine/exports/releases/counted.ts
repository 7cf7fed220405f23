import type { CriterionSummary, Results } from '../../../shared/model/results.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'

/** The kinds of answer that are counted apart: who chose a level, and who said one of the two other things. */
export const ANSWER_KINDS = ['levels', 'dontKnow', 'notApplicable'] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]

/** A number of people for each level; for the other kinds of answer, one number. */
export type Cell = readonly number[]

/** The subject of a number of people. */
export interface Question {
  readonly round: number
  readonly indicator: string
  readonly criterion: Criterion
  readonly kind: AnswerKind
}

/** The answers of one kind to one question, as they are, by group. */
export interface CountedQuestion extends Question {
  readonly groups: ReadonlyMap<string, Cell>
}

/** The number of people in a cell. */
export const peopleIn = (cell: Cell): number => cell.reduce((sum, count) => sum + count, 0)

/** The people of several cells together. */
export function addCells(cells: readonly Cell[]): Cell {
  const length = Math.max(0, ...cells.map(cell => cell.length))
  return Array.from({ length }, (_, place) =>
    cells.reduce((sum, cell) => sum + (cell[place] ?? 0), 0),
  )
}

/** A text that is the same for the same question alone. */
export const keyOf = ({ round, indicator, criterion, kind }: Question): string =>
  `${round} ${indicator} ${criterion} ${kind}`

/** Counts what each group answered to each question of a round. */
export function countQuestions(results: Results): readonly CountedQuestion[] {
  const { round, indicators } = results
  return indicators.flatMap(({ id, criteria }) =>
    CRITERIA.flatMap(criterion =>
      ANSWER_KINDS.map(kind => ({
        round,
        indicator: id,
        criterion,
        kind,
        groups: new Map(
          Object.entries(criteria[criterion].groups).map(([group, summary]) => [
            group,
            cellOf(summary, kind, results.levels),
          ]),
        ),
      })),
    ),
  )
}

/** The cell of one kind of answer in a summary. */
export function cellOf(summary: CriterionSummary, kind: AnswerKind, levels: number): Cell {
  if (kind !== 'levels') return [summary[kind]]
  return Array.from({ length: levels }, (_, level) => summary.counts[String(level + 1)] ?? 0)
}
