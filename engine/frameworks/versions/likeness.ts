import { plainName } from '../read/words/cell-text.ts'

/** A title that can be found again by its words. */
interface Titled {
  readonly title: string
}

/** Something found, and how alike its title is. */
export interface Found<Item> {
  readonly item: Item
  readonly likeness: number
}

/** Finds what has a title at least this much alike, the most alike first, and no more than a few. */
export type FindLike<Item> = (title: string, least: number) => readonly Found<Item>[]

/** More than this many are no help to who has to choose. */
const MOST_FOUND = 6

/** A title's words without case, accents' spelling and punctuation; one that comes twice counts twice. */
function wordsOf(title: string): readonly string[] {
  const seen = new Map<string, number>()
  return plainName(title)
    .split(' ')
    .filter(word => word !== '')
    .map(word => {
      const count = (seen.get(word) ?? 0) + 1
      seen.set(word, count)
      return `${word} ${count}`
    })
}

const dice = (shared: number, one: number, other: number): number => (2 * shared) / (one + other)

/**
 * The likeness of two titles, 0 to 1: Dice's coefficient, twice the words they share over all their words.
 * Titles without a word, such as two signs, are alike only when they are the same.
 */
export function likenessOf(one: string, other: string): number {
  const [a, b] = [wordsOf(one), new Set(wordsOf(other))]
  if (a.length + b.size === 0) return one === other ? 1 : 0
  return dice(a.filter(word => b.has(word)).length, a.length, b.size)
}

/** Finds like titles among many: only those that share a word are looked at. */
export function likeAmong<Item extends Titled>(items: readonly Item[]): FindLike<Item> {
  const lengths = items.map(({ title }) => wordsOf(title).length)
  const places = new Map<string, number[]>()
  for (const [place, { title }] of items.entries()) {
    for (const word of wordsOf(title)) {
      const at = places.get(word)
      if (at) at.push(place)
      else places.set(word, [place])
    }
  }
  return (title, least) => {
    const words = wordsOf(title)
    const shared = new Uint16Array(items.length)
    for (const word of words) {
      for (const place of places.get(word) ?? []) shared[place] = (shared[place] ?? 0) + 1
    }
    const best: Found<Item>[] = []
    for (const [place, item] of items.entries()) {
      const likeness = dice(shared[place] ?? 0, words.length, lengths[place] ?? 0)
      if (likeness >= least) keepBest(best, { item, likeness })
    }
    return best
  }
}

/** Puts something in its place among the best found, after those that are as much alike. */
function keepBest<Item>(best: Found<Item>[], found: Found<Item>): void {
  const after = best.findIndex(({ likeness }) => likeness < found.likeness)
  if (after === -1) best.push(found)
  else best.splice(after, 0, found)
  if (best.length > MOST_FOUND) best.pop()
}
