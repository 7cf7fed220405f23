import type { Priority } from '../model/results.ts'
import { counted, formatCount } from './figures.ts'

const indicators = (count: number) => counted(count, 'indicator', 'indicators')
const are = (count: number) => (count === 1 ? 'is' : 'are')

/** The finding of the priority map, over the indicators that are on it. */
export function mapTitle(counts: Readonly<Record<Priority, number>>): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (all === 0) return 'No indicator has answers to both questions yet'
  const { keep } = counts
  if (keep === 0) return `None of ${indicators(all)} is agreed to be both useful and easy to use`
  if (keep === all) {
    return `${all === 1 ? 'The one indicator is' : `All ${indicators(all)} are`} agreed to be both useful and easy to use`
  }
  return `${formatCount(keep)} of ${indicators(all)} ${are(keep)} agreed to be both useful and easy to use`
}

/** How to read the priority map. */
export const MAP_NOTES = {
  place:
    'Each mark is an indicator, placed by the value that the rule judges; the broken lines are its threshold. The larger, the more answers; its shape says how people differ.',
  heldBack: (count: number): string =>
    `${indicators(count)} drawn hollow ${count === 1 ? 'stands' : 'stand'} beyond the threshold, but another condition of the rule keeps ${count === 1 ? 'it' : 'them'} from a better priority.`,
  left: (count: number): string =>
    `${indicators(count)} without answers to both questions ${are(count)} not on the map.`,
} as const

/** What a hollow mark of the priority map is called. */
export const HELD_BACK_LABEL = 'Held back by another condition'
