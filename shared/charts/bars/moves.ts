import {
  MOVE_HEADINGS,
  MOVE_LEVELS,
  movesTitle,
  ROUNDS_NOTE,
  roundsBasis,
} from '../../messages/charts.ts'
import { formatCount, formatShare } from '../../messages/figures.ts'
import type { IndicatorResult, Moves } from '../../model/results.ts'
import type { Criterion } from '../../model/vocabulary.ts'
import type { Chart, ChartMaterial, ChartTable, TwoRounds } from '../chart.ts'
import { drawBars } from './draw-bars.ts'
import type { BarColumn, BarRow } from './layout.ts'

/** One indicator in two rounds. */
interface RoundsRow {
  readonly key: string
  readonly code: string
  readonly title: string
  readonly moves: Moves
  readonly before: number | null
  readonly after: number | null
}

/** A chart of the moves between two rounds, a bar for each indicator, with the figures before and after. */
export function movesBetweenRounds(
  { results }: Pick<ChartMaterial, 'results'>,
  rounds: TwoRounds,
  criterion: Criterion,
  indicators: readonly IndicatorResult[] = results.indicators,
): Chart {
  const { from, to } = rounds.moved
  const rows = roundsRows(rounds, criterion, indicators)
  const sum = (part: keyof Moves) => rows.reduce((total, { moves }) => total + moves[part], 0)
  const participants = rounds.compared.parts.find(({ id }) => id === String(to))?.participants ?? 0
  return {
    title: movesTitle(criterion, { up: sum('up'), down: sum('down'), paired: sum('paired') }),
    basis: roundsBasis(from, to, participants),
    notes: [ROUNDS_NOTE],
    table: movesTable(rows, from, to),
    draw: canvas =>
      drawBars(
        { rows: rows.map(movesBar), columns: columnsFor(from, to), levels: MOVE_LEVELS },
        canvas,
      ),
  }
}

function roundsRows(
  { moved, compared }: TwoRounds,
  criterion: Criterion,
  indicators: readonly IndicatorResult[],
): readonly RoundsRow[] {
  const movesOf = new Map(moved.indicators.map(({ id, criteria }) => [id, criteria[criterion]]))
  const figuresOf = new Map(
    compared.indicators.map(({ id, criteria }) => [id, criteria[criterion]]),
  )
  return indicators.flatMap(({ id, code, title }) => {
    const moves = movesOf.get(id)
    if (!moves) return []
    const inRound = (round: number) => figuresOf.get(id)?.[String(round)]?.favourable ?? null
    return [{ key: id, code, title, moves, before: inRound(moved.from), after: inRound(moved.to) }]
  })
}

const columnsFor = (from: number, to: number): readonly BarColumn[] => [
  { key: 'paired', heading: MOVE_HEADINGS.paired, room: 56, onNarrow: true },
  { key: 'before', heading: `Round ${from}`, room: 62, onNarrow: true },
  { key: 'after', heading: `Round ${to}`, room: 62, onNarrow: true },
  { key: 'new', heading: MOVE_HEADINGS.new, room: 50, onNarrow: false },
  { key: 'gone', heading: MOVE_HEADINGS.gone, room: 50, onNarrow: false },
]

function movesBar({ key, code, title, moves, before, after }: RoundsRow): BarRow {
  return {
    key,
    name: code,
    title,
    ifEmpty: 'Nobody answered in both',
    below: '',
    counts: { '1': moves.down, '2': moves.stayed, '3': moves.up },
    figures: {
      paired: formatCount(moves.paired),
      before: formatShare(before),
      after: formatShare(after),
      new: formatCount(moves.new),
      gone: formatCount(moves.gone),
    },
  }
}

function movesTable(rows: readonly RoundsRow[], from: number, to: number): ChartTable {
  const count = (heading: string) => ({ heading, format: 'count' }) as const
  return {
    columns: [
      { heading: 'Indicator', format: 'text' },
      ...MOVE_LEVELS.map(count),
      count(MOVE_HEADINGS.paired),
      { heading: `Favourable in round ${from}`, format: 'share' },
      { heading: `Favourable in round ${to}`, format: 'share' },
      count(MOVE_HEADINGS.new),
      count(MOVE_HEADINGS.gone),
    ],
    rows: rows.map(({ key, code, title, moves, before, after }) => ({
      key,
      cells: [
        ...[`${code} ${title}`, moves.down, moves.stayed, moves.up, moves.paired],
        ...[before, after, moves.new, moves.gone],
      ],
    })),
  }
}
