import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { nameRoomFor, type RowName } from '../frame/row-name.ts'

/** The part of a bar that is one level. */
interface Segment {
  readonly level: number
  readonly count: number
  readonly x: number
  readonly width: number
}

/** A row in its place; a row on a narrow chart has its name over its bar. */
export interface BarRowLayout {
  readonly row: BarRow
  readonly top: number
  readonly nameY: number
  readonly barTop: number
  readonly segments: readonly Segment[]
}

/** A column in its place; its figures end at `right`. */
interface ColumnLayout extends BarColumn {
  readonly right: number
}

/** The bars in their places. */
export interface BarsLayout {
  readonly width: number
  readonly height: number
  readonly isNarrow: boolean
  readonly nameRoom: number
  readonly rowHeight: number
  readonly barHeight: number
  readonly rows: readonly BarRowLayout[]
  readonly columns: readonly ColumnLayout[]
  readonly bars: { readonly left: number; readonly right: number }
  readonly zero: number
  readonly ticks: readonly { readonly share: number; readonly at: number }[]
  readonly top: number
  readonly bottom: number
}

const NARROW = 720
const HEADINGS = 40
const AXIS = 26
/** The room of a share under the axis. */
const TICK_ROOM = 36

/** Lays out diverging bars: low answers to the left of the middle of the scale, high ones to the right. */
export function layoutBars({ rows, columns, levels }: Bars, width: number): BarsLayout {
  const isNarrow = width < NARROW
  const placed = placeColumns(
    isNarrow ? columns.filter(({ onNarrow }) => onNarrow) : columns,
    width,
  )
  const right = width - placed.reduce((sum, { room }) => sum + room, 0) - 6
  const nameRoom = isNarrow ? width : nameRoomFor(rows, width, 0.34)
  const bars = { left: isNarrow ? 0 : nameRoom + 16, right }
  const scale = shareScale(rows, levels.length, bars)
  const rowHeight = isNarrow ? 74 : 28
  const barHeight = 20
  const bottom = HEADINGS + rows.length * rowHeight
  return {
    width,
    isNarrow,
    nameRoom,
    rowHeight,
    barHeight,
    bars,
    bottom,
    top: HEADINGS,
    height: bottom + AXIS,
    rows: rows.map((row, index) => {
      const top = HEADINGS + index * rowHeight
      const barTop = isNarrow ? top + 26 : top + (rowHeight - barHeight) / 2
      const nameY = isNarrow ? top + 14 : top + rowHeight / 2
      return { row, top, nameY, barTop, segments: placeSegments(row, levels.length, scale) }
    }),
    columns: placed,
    zero: scale(0),
    ticks: ticksOf(scale, isNarrow ? 4 : 8, right - bars.left),
  }
}

/** The shares under the axis, as many as are wanted or as stand clear of each other. */
function ticksOf(scale: ReturnType<typeof shareScale>, wanted: number, room: number) {
  const [from = 0, to = 0] = scale.domain()
  const apart = (ticks: readonly number[]) =>
    (room * ((ticks[1] ?? to) - (ticks[0] ?? from))) / (to - from)
  const fitting = [wanted, 4, 2]
    .map(count => scale.ticks(count))
    .find(one => apart(one) >= TICK_ROOM)
  return (fitting ?? [0]).map(share => ({ share: Math.abs(share), at: scale(share) }))
}

/** The columns of figures, from the right edge. */
function placeColumns(columns: readonly BarColumn[], width: number): readonly ColumnLayout[] {
  return columns.map((column, index) => {
    const after = columns.slice(index + 1).reduce((sum, { room }) => sum + room, 0)
    return { ...column, right: width - after }
  })
}

const peopleIn = ({ counts }: BarRow): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

/** The share below the middle of the scale, of which half a middle level is counted. */
function lowAndHighShare(row: BarRow, levels: number) {
  const n = peopleIn(row)
  if (n === 0) return { low: 0, high: 0 }
  const middle = (levels + 1) / 2
  let low = 0
  for (let level = 1; level <= levels; level++) {
    const share = (row.counts[level] ?? 0) / n
    if (level < middle) low += share
    else if (level === middle) low += share / 2
  }
  return { low, high: 1 - low }
}

/**
 * A scale of shares whose sides reach as far as the longest bar needs, in whole quarters, so that live
 * bars stay put.
 */
function shareScale(
  rows: readonly BarRow[],
  levels: number,
  { left, right }: BarsLayout['bars'],
): ScaleLinear<number, number> {
  const shares = rows.map(row => lowAndHighShare(row, levels))
  const quarters = (most: number) => Math.max(0.25, Math.ceil(most * 4 - 1e-9) / 4)
  const low = quarters(Math.max(0, ...shares.map(share => share.low)))
  const high = quarters(Math.max(0, ...shares.map(share => share.high)))
  return scaleLinear([-low, high], [left, right])
}

function placeSegments(
  row: BarRow,
  levels: number,
  scale: ScaleLinear<number, number>,
): readonly Segment[] {
  const n = peopleIn(row)
  if (n === 0) return []
  let from = -lowAndHighShare(row, levels).low
  const segments: Segment[] = []
  for (let level = 1; level <= levels; level++) {
    const count = row.counts[level] ?? 0
    const to = from + count / n
    if (count > 0) segments.push({ level, count, x: scale(from), width: scale(to) - scale(from) })
    from = to
  }
  return segments
}

/** A row with a bar of the number of people at each of some ordered levels, and figures beside it. */
export interface BarRow extends RowName {
  readonly key: string
  /** The number of people at each level, by its value from 1; the bar shows their shares. */
  readonly counts: Readonly<Record<string, number>>
  /** The texts in the columns beside the bar, by the key of the column. */
  readonly figures: Readonly<Record<string, string>>
  /** The text instead of a bar without anybody in it. */
  readonly ifEmpty: string
  /** The text under the bar where there is no room for all columns. */
  readonly below: string
}

/** A column of figures beside the bars. */
export interface BarColumn {
  readonly key: string
  readonly heading: string
  /** The width that the heading needs, in one line or two, with some air before it. */
  readonly room: number
  /** True for a column that a narrow chart shows beside the bars too. */
  readonly onNarrow: boolean
}

/** The properties that all bars of a chart share. */
export interface Bars {
  readonly rows: readonly BarRow[]
  readonly columns: readonly BarColumn[]
  /** The names of the levels, the lowest first. */
  readonly levels: readonly string[]
}
