import type { EqualGroups } from '../../shared/model/results.ts'
import { FAVOURABLE_LEVELS } from '../../shared/model/scale.ts'
import { type Counts, type GroupedCounts, total } from './counts.ts'
import { mean, shareOfHighest, shareOfLowest } from './moments.ts'

/**
 * Figures in which each group that answered counts the same, so that a large group does not drown a
 * small one: the plain mean of the groups' own figures. Null where no group answered.
 */
export function weighGroupsEqually(groups: GroupedCounts, levels: number): EqualGroups {
  const answered = groups.filter(counts => total(counts) > 0)
  const averaged = (figure: (counts: Counts) => number | null): number | null =>
    answered.length === 0
      ? null
      : answered.reduce((sum, counts) => sum + (figure(counts) ?? 0), 0) / answered.length
  const shareOf = (index: number) => (counts: Counts) => (counts[index] ?? 0) / total(counts)
  return {
    groups: answered.length,
    mean: averaged(mean),
    favourable: averaged(counts => shareOfHighest(counts, FAVOURABLE_LEVELS)),
    unfavourable: averaged(counts => shareOfLowest(counts, FAVOURABLE_LEVELS)),
    shares: Object.fromEntries(
      Array.from({ length: levels }, (_, index) => [String(index + 1), averaged(shareOf(index))]),
    ),
  }
}
