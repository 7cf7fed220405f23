import { type CountedQuestion, peopleIn } from './counted.ts'

/** Groups that a release counts together: one of its own, or several of few people. */
export type Part = readonly string[]

/**
 * Divides the groups into parts, one division for all that a release says. Groups with few answers are put
 * together, the smallest first, as far as it takes for the most rows of groups to be told. Empty where no division
 * has a row to tell: then everyone alone is told of.
 */
export function divideGroups(
  questions: readonly CountedQuestion[],
  under: number,
): readonly Part[] {
  const levels = questions.filter(({ kind }) => kind === 'levels')
  const groups = bySize(levels)
  // In the order of the study: an order by size would tell of sizes.
  const inOrder = [...new Set(levels.flatMap(question => [...question.groups.keys()]))]
  let best: { readonly parts: readonly Part[]; readonly rows: number } = { parts: [], rows: 0 }
  for (let together = groups.length - 1; together >= 1; together--) {
    const alone = new Set(groups.slice(together))
    const parts = [
      ...inOrder.filter(group => alone.has(group)).map(group => [group]),
      inOrder.filter(group => !alone.has(group)),
    ]
    const rows = parts.length * levels.filter(one => isTold(one, parts, under)).length
    if (rows > best.rows) best = { parts, rows }
  }
  return best.parts
}

/** The groups that anybody is in, by the number of their answers, the smallest first. */
function bySize(questions: readonly CountedQuestion[]): readonly string[] {
  const sizes = new Map<string, number>()
  for (const { groups } of questions) {
    for (const [group, cell] of groups) {
      sizes.set(group, (sizes.get(group) ?? 0) + peopleIn(cell))
    }
  }
  return [...sizes]
    .toSorted(([one, size], [other, otherSize]) => size - otherSize || (one < other ? -1 : 1))
    .map(([group]) => group)
}

/** Tests whether every part has enough people at a question. */
export function isTold(
  { groups }: CountedQuestion,
  parts: readonly Part[],
  under: number,
): boolean {
  return parts.every(part => peopleOf(groups, part) >= under)
}

const peopleOf = (groups: CountedQuestion['groups'], part: Part): number =>
  part.reduce((sum, group) => sum + peopleIn(groups.get(group) ?? []), 0)

/**
 * The parts of an earlier release, with the groups that came since: these join the groups that are counted
 * together, or are a part of their own. A division that was published once is kept, since two divisions of the
 * same people laid side by side tell of the people between them.
 */
export function keepParts(
  earlier: readonly Part[],
  questions: readonly CountedQuestion[],
): readonly Part[] {
  const known = new Set(earlier.flat())
  const later = bySize(questions).filter(group => !known.has(group))
  if (later.length === 0) return earlier
  const mixed = earlier.findIndex(part => part.length > 1)
  if (mixed < 0) return [...earlier, later]
  return earlier.map((part, place) => (place === mixed ? [...part, ...later] : part))
}
