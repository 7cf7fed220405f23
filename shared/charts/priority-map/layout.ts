import { scaleLinear, scaleSqrt } from 'd3-scale'
import { OTHER_WORDS_MARK } from '../../messages/results.ts'
import type { Priority } from '../../model/results.ts'
import { cutText, textWidth } from '../text/measure.ts'
import { type Box, type PlacedLabel, placeLabels } from '../text/place-labels.ts'
import type { JudgedAxis, MapDot } from './dots.ts'

/** A dot in its place, in pixels. */
export interface PlacedDot extends MapDot {
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** A label in its place. */
interface DotLabel extends PlacedLabel {
  readonly text: string
}

/** A quadrant, and the place of its name: outside the dots, which gather in the corners. */
interface Quadrant extends Box {
  readonly priority: Priority
  readonly nameX: number
  readonly nameY: number
  readonly nameAnchor: 'start' | 'end'
}

/** A mark on an axis. */
interface Tick {
  readonly value: number
  readonly at: number
}

/** The layout of the map; drawing it needs no further decision. */
export interface MapLayout {
  readonly width: number
  readonly height: number
  readonly plot: Box
  readonly threshold: { readonly x: number; readonly y: number }
  readonly xTicks: readonly Tick[]
  readonly yTicks: readonly Tick[]
  readonly quadrants: readonly Quadrant[]
  readonly dots: readonly PlacedDot[]
  readonly labels: readonly DotLabel[]
}

/** The size of every text on the map but the quadrants' names. */
export const MAP_TEXT = 13
const LABEL_TEXT = 12
const LABEL_HEIGHT = 14
const FEW_DOTS = 12
const NAME_STRIP = 26
const MARGIN = { left: 62, right: 10, bottom: 44 }
const LARGEST = { radius: 8.5, smallest: 2.5 }
/** The greatest number of labels on a map of many dots; more would only confuse. */
const MOST_LABELS = 60
const MANY_DOTS = 250

/** Lays the map out on a width; it is as high as it can be without being taller than wide. */
export function layoutMap(dots: readonly MapDot[], axis: JudgedAxis, width: number): MapLayout {
  const plot = plotArea(width)
  const radiusFor = radiusScale(dots, width)
  const edge = LARGEST.radius + 4
  const domain = [lowestShown(dots, axis), axis.highest]
  const x = scaleLinear(domain, [plot.x + edge, plot.x + plot.width - edge])
  const y = scaleLinear(domain, [plot.y + plot.height - edge, plot.y + edge])
  const threshold = { x: x(axis.threshold), y: y(axis.threshold) }
  const placed = dots.map(dot => ({
    ...dot,
    x: x(dot.usefulness),
    y: y(dot.usability),
    radius: radiusFor(dot.n),
  }))
  const apart = standApart(placed, plot)
  const ticks = axisTicks(x, axis)
  return {
    width,
    height: plot.y + plot.height + NAME_STRIP + MARGIN.bottom,
    plot,
    threshold,
    xTicks: ticks.map(value => ({ value, at: x(value) })),
    yTicks: ticks.map(value => ({ value, at: y(value) })),
    quadrants: placeQuadrants(plot, threshold),
    dots: apart,
    labels: placeDotLabels(apart, plot),
  }
}

function plotArea(width: number): Box {
  const inner = width - MARGIN.left - MARGIN.right
  const height = Math.round(Math.min(540, Math.max(260, inner * 0.68)))
  return { x: MARGIN.left, y: NAME_STRIP, width: inner, height }
}

/**
 * The lowest value of an axis: a whole ten per cent below the lowest share, so that a crowd near the
 * top has room.
 */
function lowestShown(dots: readonly MapDot[], { unit, lowest, threshold }: JudgedAxis): number {
  if (unit === 'level') return lowest
  const values = dots.flatMap(({ usefulness, usability }) => [usefulness, usability])
  const floor = Math.floor(Math.min(threshold - 0.25, ...values) * 10 + 1e-9) / 10
  return Math.max(lowest, floor)
}

/**
 * The radius by n: the area of a dot is proportional to n; many dots are smaller than few, and so are
 * dots on a phone.
 */
function radiusScale(dots: readonly MapDot[], width: number): (n: number) => number {
  const room = Math.min(1, (150 / dots.length) ** 0.4) * Math.min(1, (width / 800) ** 0.5)
  const largest = Math.max(LARGEST.smallest + 0.7, LARGEST.radius * room)
  const most = Math.max(1, ...dots.map(({ n }) => n))
  const scale = scaleSqrt([0, most], [0, largest])
  return n => Math.max(LARGEST.smallest, scale(n))
}

function axisTicks(scale: { ticks: (count: number) => number[] }, { unit }: JudgedAxis) {
  const ticks = scale.ticks(unit === 'share' ? 6 : 9)
  return unit === 'share' ? ticks : ticks.filter(Number.isInteger)
}

function placeQuadrants(plot: Box, { x, y }: MapLayout['threshold']): readonly Quadrant[] {
  const left = { x: plot.x, width: x - plot.x, nameX: plot.x, nameAnchor: 'start' as const }
  const right = {
    x,
    width: plot.x + plot.width - x,
    nameX: plot.x + plot.width,
    nameAnchor: 'end' as const,
  }
  const upper = { y: plot.y, height: y - plot.y, nameY: plot.y - NAME_STRIP / 2 }
  const bottom = plot.y + plot.height
  const lower = { y, height: bottom - y, nameY: bottom + NAME_STRIP / 2 }
  return [
    { priority: 'make useful', ...left, ...upper },
    { priority: 'keep', ...right, ...upper },
    { priority: 'rethink', ...left, ...lower },
    { priority: 'make usable', ...right, ...lower },
  ]
}

/** The golden angle, at which each next dot of a cluster goes where the ones before left most room. */
const TURN = Math.PI * (3 - Math.sqrt(5))

/** Spreads dots with the same values around their place. */
function standApart(dots: readonly PlacedDot[], plot: Box): readonly PlacedDot[] {
  const before = new Map<string, number>()
  return dots.map(dot => {
    const place = `${Math.round(dot.x)} ${Math.round(dot.y)}`
    const index = before.get(place) ?? 0
    before.set(place, index + 1)
    if (index === 0) return dot
    const away = dot.radius * 1.7 * Math.sqrt(index)
    return {
      ...dot,
      x: clamp(
        dot.x + away * Math.cos(index * TURN),
        plot.x + dot.radius,
        plot.x + plot.width - dot.radius,
      ),
      y: clamp(
        dot.y + away * Math.sin(index * TURN),
        plot.y + dot.radius,
        plot.y + plot.height - dot.radius,
      ),
    }
  })
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

/** The labels of dots. Where there is room for few, dots that lie alone come first, as their labels fit. */
function placeDotLabels(dots: readonly PlacedDot[], plot: Box): readonly DotLabel[] {
  const setting = { size: LABEL_TEXT }
  const texts = new Map(
    dots.map(dot => [
      dot.id,
      dots.length > FEW_DOTS
        ? markedCode(dot)
        : cutText(`${markedCode(dot)} ${dot.title}`, plot.width * 0.3, setting),
    ]),
  )
  const textOf = (id: string) => texts.get(id) ?? ''
  const wanted = dots
    .map(dot => ({
      ...dot,
      width: textWidth(textOf(dot.id), setting),
      crowd: countNeighbours(dot, dots),
    }))
    .toSorted((one, other) => one.crowd - other.crowd)
    .slice(0, dots.length > MANY_DOTS ? MOST_LABELS : dots.length)
  const taken = dots.map(({ x, y, radius }) => ({
    x: x - radius,
    y: y - radius,
    width: radius * 2,
    height: radius * 2,
  }))
  const space = { within: plot, taken, lineHeight: LABEL_HEIGHT }
  return placeLabels(wanted, space).map(label => ({ ...label, text: textOf(label.id) }))
}

/** The code of a dot, marked where answers behind it saw other words. */
const markedCode = ({ code, otherWords }: MapDot): string =>
  otherWords.answers > 0 ? `${code}${OTHER_WORDS_MARK}` : code

const NEAR = 40

const countNeighbours = (dot: PlacedDot, dots: readonly PlacedDot[]): number =>
  dots.filter(({ x, y }) => Math.abs(x - dot.x) < NEAR && Math.abs(y - dot.y) < NEAR).length
