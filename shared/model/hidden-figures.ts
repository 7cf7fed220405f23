import type { CriterionSummary, Results } from './results.ts'
import { CRITERIA, type Criterion } from './vocabulary.ts'

/**
 * The figures that are left out of an export or a projection: those of a group, or with `null` of
 * everyone.
 */
export interface HiddenFigures {
  readonly has: (indicator: string, criterion: Criterion, group: string | null) => boolean
}

interface Cell {
  readonly group: string
  readonly people: number
}

const NOTHING: HiddenFigures = { has: () => false }

/**
 * The number of people that a figure would tell of: those who chose a level, or else those who said
 * anything.
 */
const peopleBehind = ({ n, dontKnow, notApplicable }: CriterionSummary): number =>
  n > 0 ? n : dontKnow + notApplicable

/**
 * Finds the figures of fewer than `under` people. Where everyone's are shown, those of one small group
 * could be computed by subtracting the other groups; so further groups are hidden, the smallest first,
 * until the hidden ones are of `under` people and two groups together, or all of them are.
 */
export function hiddenFigures(results: Results, under: number | undefined): HiddenFigures {
  if (under === undefined) return NOTHING
  const hidden = new Set<string>()
  for (const { id, criteria } of results.indicators) {
    for (const criterion of CRITERIA) {
      const { groups, ...everyone } = criteria[criterion]
      const cells = Object.entries(groups).map(([group, summary]) => ({
        group,
        people: peopleBehind(summary),
      }))
      if (isSmall(peopleBehind(everyone), under)) hidden.add(keyOf(id, criterion, null))
      for (const group of hiddenGroups(cells, under)) hidden.add(keyOf(id, criterion, group))
    }
  }
  return { has: (indicator, criterion, group) => hidden.has(keyOf(indicator, criterion, group)) }
}

const isSmall = (people: number, under: number): boolean => people > 0 && people < under

function hiddenGroups(cells: readonly Cell[], under: number): readonly string[] {
  const bySize = cells
    .filter(({ people }) => people > 0)
    .toSorted((one, other) => one.people - other.people)
  const small = bySize.filter(({ people }) => people < under).length
  if (small === 0) return []
  let count = small
  const peopleIn = (groups: number) =>
    bySize.slice(0, groups).reduce((sum, { people }) => sum + people, 0)
  while (count < bySize.length && (count < 2 || peopleIn(count) < under)) count++
  return bySize.slice(0, count).map(({ group }) => group)
}

const keyOf = (indicator: string, criterion: Criterion, group: string | null): string =>
  JSON.stringify([indicator, criterion, group])
