import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { nameRoomFor } from '../frame/row-name.ts'
import type { LikertRow } from './rows.ts'

/** The part of a bar that is one level. */
interface Segment {
  readonly level: number
  readonly count: number
  readonly x: number
  readonly width: number
}

/** A row in its place; a row on a narrow chart has its name over its bar. */
export interface LikertRowLayout {
  readonly row: LikertRow
  readonly top: number
  readonly nameY: number
  readonly barTop: number
  readonly segments: readonly Segment[]
}

/** A column of figures beside the bars. */
interface FigureColumn {
  readonly figure: Figure
  readonly right: number
  readonly room: number
}
type Figure = 'favourable' | 'n' | 'dontKnow' | 'notApplicable' | 'missing'

/** The bars in their places. */
export interface LikertLayout {
  readonly width: number
  readonly height: number
  readonly isNarrow: boolean
  readonly nameRoom: number
  readonly rowHeight: number
  readonly barHeight: number
  readonly rows: readonly LikertRowLayout[]
  readonly columns: readonly FigureColumn[]
  readonly bars: { readonly left: number; readonly right: number }
  readonly zero: number
  readonly ticks: readonly { readonly share: number; readonly at: number }[]
  readonly top: number
  readonly bottom: number
}

const NARROW = 720
const HEADINGS = 40
const AXIS = 26
const FIGURES: readonly Figure[] = ['favourable', 'n', 'dontKnow', 'notApplicable', 'missing']
const NARROW_FIGURES: readonly Figure[] = ['favourable', 'n']
/** What each heading needs, in one line or two, with some air before it. */
const ROOM: Readonly<Record<Figure, number>> = {
  favourable: 78,
  n: 38,
  dontKnow: 54,
  notApplicable: 62,
  missing: 60,
}

/** Lays out bars that part at the middle of the scale: low answers to the left, high to the right. */
export function layoutLikert(
  rows: readonly LikertRow[],
  levels: number,
  width: number,
): LikertLayout {
  const isNarrow = width < NARROW
  const figures = isNarrow ? NARROW_FIGURES : FIGURES
  const nameRoom = isNarrow ? width : nameRoomFor(rows, width, 0.34)
  const columns = columnsOf(figures, width)
  const right = width - figures.reduce((sum, figure) => sum + ROOM[figure], 0) - 6
  const bars = { left: isNarrow ? 0 : nameRoom + 16, right }
  const scale = shareScale(rows, levels, bars)
  const rowHeight = isNarrow ? 74 : 28
  const barHeight = 20
  const bottom = HEADINGS + rows.length * rowHeight
  return {
    ...{ width, isNarrow, nameRoom, rowHeight, barHeight, bars, bottom, top: HEADINGS },
    height: bottom + AXIS,
    rows: rows.map((row, index) => {
      const top = HEADINGS + index * rowHeight
      const barTop = isNarrow ? top + 26 : top + (rowHeight - barHeight) / 2
      const nameY = isNarrow ? top + 14 : top + rowHeight / 2
      return { row, top, nameY, barTop, segments: segmentsOf(row, levels, scale) }
    }),
    columns,
    zero: scale(0),
    ticks: scale
      .ticks(isNarrow ? 4 : 8)
      .map(share => ({ share: Math.abs(share), at: scale(share) })),
  }
}

/** The columns of figures, from the right edge. */
function columnsOf(figures: readonly Figure[], width: number): readonly FigureColumn[] {
  return figures.map((figure, index) => {
    const after = figures.slice(index + 1).reduce((sum, each) => sum + ROOM[each], 0)
    return { figure, right: width - after, room: ROOM[figure] }
  })
}

/** The share of answers below the middle of the scale, of which half a middle level is counted. */
function sharesOf({ answers }: LikertRow, levels: number) {
  if (!answers || answers.n === 0) return { low: 0, high: 0 }
  const { counts, n } = answers
  const middle = (levels + 1) / 2
  let low = 0
  for (let level = 1; level <= levels; level++) {
    const share = (counts[level] ?? 0) / n
    if (level < middle) low += share
    else if (level === middle) low += share / 2
  }
  return { low, high: 1 - low }
}

/** Both sides reach as far as the longest bar needs, in whole quarters, so that live bars stay put. */
function shareScale(
  rows: readonly LikertRow[],
  levels: number,
  { left, right }: LikertLayout['bars'],
): ScaleLinear<number, number> {
  const shares = rows.map(row => sharesOf(row, levels))
  const quarters = (most: number) => Math.max(0.25, Math.ceil(most * 4 - 1e-9) / 4)
  const low = quarters(Math.max(0, ...shares.map(share => share.low)))
  const high = quarters(Math.max(0, ...shares.map(share => share.high)))
  return scaleLinear([-low, high], [left, right])
}

function segmentsOf(
  row: LikertRow,
  levels: number,
  scale: ScaleLinear<number, number>,
): readonly Segment[] {
  const { answers } = row
  if (!answers || answers.n === 0) return []
  let from = -sharesOf(row, levels).low
  const segments: Segment[] = []
  for (let level = 1; level <= levels; level++) {
    const count = answers.counts[level] ?? 0
    const to = from + count / answers.n
    if (count > 0) segments.push({ level, count, x: scale(from), width: scale(to) - scale(from) })
    from = to
  }
  return segments
}
