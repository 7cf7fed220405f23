import type { Indicator } from '../../shared/model/framework.ts'
import type { Rating, Wording } from '../../shared/model/rating.ts'
import type { DEFAULT_GROUPS } from '../../shared/model/vocabulary.ts'

/** The default groups that read the plain wording unless they choose otherwise. */
const PLAIN_GROUPS: readonly string[] = [
  'Young people',
  'Parents and carers',
] satisfies readonly (typeof DEFAULT_GROUPS)[number][]

/**
 * Which words a participant starts with: those they rated with last, so that a choice is kept when
 * they come back; before their first rating, what suits their group.
 */
export function startWording(group: string, ratings: readonly Rating[]): Wording {
  const latest = ratings.reduce<Rating | undefined>(
    (found, rating) => (found && found.id > rating.id ? found : rating),
    undefined,
  )
  return latest?.wording ?? (PLAIN_GROUPS.includes(group) ? 'plain' : 'title')
}

/** The words of this indicator that are large: its title, where it has no plain wording. */
export const wordingOf = (indicator: Indicator, wanted: Wording): Wording =>
  indicator.easyRead === '' ? 'title' : wanted
