import { type CountedHands, handsIn, MOST_IN_ROOM } from '../../../shared/model/hands.ts'

/** The cells of a line as they are typed: one for each level, then *don't know* and *doesn't apply*. */
export type TypedCells = readonly string[]

/** A line as it was typed: counts, nothing at all, or the reason why it cannot be kept. */
export type ReadLine =
  | { readonly kind: 'counts'; readonly counted: CountedHands }
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong'; readonly why: string }

/** Reads a whole number of people; null for anything else. */
export function readPeople(typed: string): number | null {
  const number = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : null
  return number !== null && number <= MOST_IN_ROOM ? number : null
}

/** Reads the cells of a line; an empty cell beside others is nobody. */
export function readCells(cells: TypedCells, levels: number, present: number): ReadLine {
  if (cells.every(cell => cell.trim() === '')) return { kind: 'empty' }
  const numbers = cells.map(cell => (cell.trim() === '' ? 0 : readPeople(cell)))
  if (numbers.includes(null)) return { kind: 'wrong', why: 'Type whole numbers only.' }
  const read = numbers.map(number => number ?? 0)
  const [dontKnow = 0, notApplicable = 0] = read.slice(levels)
  const counted = { counts: read.slice(0, levels), dontKnow, notApplicable }
  const hands = handsIn(counted)
  if (hands > present) {
    return { kind: 'wrong', why: `${hands} hands, and only ${present} in the room.` }
  }
  return { kind: 'counts', counted }
}

/** The cells that show counts; those of nobody are 0. */
export const toCells = ({ counts, dontKnow, notApplicable }: CountedHands): TypedCells =>
  [...counts, dontKnow, notApplicable].map(String)

/** The cells of a line that was not counted. */
export const emptyCells = (levels: number): TypedCells => new Array<string>(levels + 2).fill('')
