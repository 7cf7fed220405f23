import type { DisagreementKind } from '../../model/results.ts'

/** A point, across and down from the middle. */
type Point = readonly [x: number, y: number]

/** A number as it stands in a drawing: the hundredths of a pixel are seen by nobody. */
const short = (value: number): number => Math.round(value * 100) / 100

const polygon = (points: readonly Point[]): string =>
  `M${points.map(([x, y]) => `${short(x)},${short(y)}`).join('L')}Z`

function circle(area: number): string {
  const r = short(Math.sqrt(area / Math.PI))
  return `M${r},0A${r},${r},0,1,1,${-r},0A${r},${r},0,1,1,${r},0`
}

function square(area: number): string {
  const side = Math.sqrt(area)
  const [from, wide] = [short(-side / 2), short(side)]
  return `M${from},${from}h${wide}v${wide}h${-wide}Z`
}

/** Of equal sides, on one of which it stands; its middle is its centre of gravity. */
function triangle(area: number): string {
  const down = Math.sqrt(area / (3 * Math.sqrt(3)))
  const across = Math.sqrt(3) * down
  return polygon([
    [0, -2 * down],
    [across, down],
    [-across, down],
  ])
}

/** Of two triangles of equal sides, upright. */
function diamond(area: number): string {
  const down = Math.sqrt((area * Math.sqrt(3)) / 2)
  const across = down / Math.sqrt(3)
  return polygon([
    [0, -down],
    [across, 0],
    [0, down],
    [-across, 0],
  ])
}

/** Of five squares, upright. */
function cross(area: number): string {
  const near = Math.sqrt(area / 5) / 2
  const far = 3 * near
  return polygon([
    [-far, -near],
    [-near, -near],
    [-near, -far],
    [near, -far],
    [near, -near],
    [far, -near],
    [far, near],
    [near, near],
    [near, far],
    [-near, far],
    [-near, near],
    [-far, near],
  ])
}

/** The outline of an area, in square pixels, around the origin, for each kind of disagreement: told without colour. */
export const OUTLINES: Readonly<Record<DisagreementKind, (area: number) => string>> = {
  agreed: circle,
  'lone dissenter': triangle,
  vague: diamond,
  'groups differ': square,
  split: cross,
}
