/** A rectangle on a drawing; `x` and `y` are its upper left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A label to be placed beside a round mark. */
export interface WantedLabel {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly width: number
}

/** A label in its place; its text begins at `x` and is centred on `y`. */
export interface PlacedLabel {
  readonly id: string
  readonly x: number
  readonly y: number
}

interface Space {
  readonly within: Box
  /** The areas that no label may cover, the marks themselves included. */
  readonly taken: readonly Box[]
  readonly lineHeight: number
}

const GAP = 3

/** Tests whether two rectangles overlap. */
export const overlaps = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

/** The candidate places of a label, from the one that reads best: right, left, above, below, corners. */
function candidates({ x, y, radius, width }: WantedLabel, height: number): readonly Box[] {
  const away = radius + GAP
  const [right, left] = [x + away, x - away - width]
  const [above, below] = [y - away - height, y + away]
  const [middleX, middleY] = [x - width / 2, y - height / 2]
  const places: readonly (readonly [number, number])[] = [
    [right, middleY],
    [left, middleY],
    [middleX, above],
    [middleX, below],
    [right, above + radius],
    [right, below - radius],
    [left, above + radius],
    [left, below - radius],
  ]
  return places.map(([left, top]) => ({ x: left, y: top, width, height }))
}

/**
 * Places as many labels as there is room for, in the order given: none covers a mark, another label or
 * the edge. One that finds no place is left out. The same marks always get the same labels.
 */
export function placeLabels(wanted: readonly WantedLabel[], space: Space): readonly PlacedLabel[] {
  const { within, taken, lineHeight } = space
  const grid = boxGrid(taken)
  return wanted.flatMap(label => {
    const place = candidates(label, lineHeight).find(
      box => isInside(box, within) && !grid.isTaken(box),
    )
    if (!place) return []
    grid.take(place)
    return [{ id: label.id, x: place.x, y: place.y + lineHeight / 2 }]
  })
}

const CELL = 48

/** A grid that finds boxes by the cells they touch, so that a thousand marks are quick to search. */
function boxGrid(boxes: readonly Box[]) {
  const cells = new Map<string, Box[]>()
  const cellKeys = ({ x, y, width, height }: Box): readonly string[] => {
    const keys: string[] = []
    for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++) {
      for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++) {
        keys.push(`${column} ${row}`)
      }
    }
    return keys
  }
  const take = (box: Box) => {
    for (const key of cellKeys(box)) cells.set(key, [...(cells.get(key) ?? []), box])
  }
  for (const box of boxes) take(box)
  const isTaken = (box: Box) =>
    cellKeys(box).some(key => cells.get(key)?.some(other => overlaps(box, other)))
  return { take, isTaken }
}
