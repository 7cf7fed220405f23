/** Something with a place on a drawing. */
export interface Placed {
  readonly id: string
  readonly x: number
  readonly y: number
}

/** The arrow keys, and which way each goes. */
const DIRECTIONS = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
} as const
type ArrowKey = keyof typeof DIRECTIONS

/** Whether a key is an arrow key. */
export const isArrowKey = (key: string): key is ArrowKey => Object.hasOwn(DIRECTIONS, key)

/** Sideways counts more than straight on, so that an arrow goes where it points. */
const SIDEWAYS = 2

/** The mark that an arrow key goes to from another one; undefined at the edge. */
export function nextInDirection<Mark extends Placed>(
  marks: readonly Mark[],
  from: Placed,
  key: ArrowKey,
): Mark | undefined {
  const direction = DIRECTIONS[key]
  let best: { readonly mark: Mark; readonly cost: number } | undefined
  for (const mark of marks) {
    const [dx, dy] = [mark.x - from.x, mark.y - from.y]
    const ahead = dx * direction.x + dy * direction.y
    const aside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x)
    if (mark.id === from.id || ahead <= 0) continue
    const cost = ahead + SIDEWAYS * aside
    if (!best || cost < best.cost) best = { mark, cost }
  }
  return best?.mark
}

/** The mark nearest to a point, if any is within reach. */
export function nearestMark<Mark extends Placed>(
  marks: readonly Mark[],
  point: { readonly x: number; readonly y: number },
  reach: number,
): Mark | undefined {
  let best: { readonly mark: Mark; readonly distance: number } | undefined
  for (const mark of marks) {
    const distance = Math.hypot(mark.x - point.x, mark.y - point.y)
    if (distance <= reach && (!best || distance < best.distance)) best = { mark, distance }
  }
  return best?.mark
}
