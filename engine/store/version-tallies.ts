import type { Criterion } from '../../shared/model/vocabulary.ts'
import type { ReadableStore } from './store.ts'

/** How many current ratings gave a level to an indicator in the words of one framework version. */
export interface VersionTally {
  readonly indicator: string
  readonly criterion: Criterion
  readonly framework: string
  readonly count: number
}

/** Whose ratings are counted. */
export interface VersionTallyScope {
  readonly round: number
  readonly workshops: readonly string[]
  readonly groups: readonly string[]
}

/** How many framework versions the workbook holds. */
export function countFrameworks(store: ReadableStore): number {
  const row = store
    .prepare<Record<string, never>, { readonly count: number }>(
      'SELECT count(*) AS count FROM framework',
    )
    .get({})
  return row?.count ?? 0
}

/** Counts levels by the framework version that was on screen. */
export function tallyVersions(
  store: ReadableStore,
  { round, workshops, groups }: VersionTallyScope,
): readonly VersionTally[] {
  return store
    .prepare<{ round: number; workshops: string; groups: string }, VersionTally>(
      `WITH person AS MATERIALIZED (
         SELECT participant FROM participant
         WHERE workshop IN (SELECT value FROM json_each(@workshops))
           AND stakeholder_group IN (SELECT value FROM json_each(@groups)))
       SELECT r.indicator, r.criterion, r.framework, count(*) AS count
       FROM current_rating AS r JOIN person ON person.participant = r.participant
       WHERE r.round = @round AND r.answer = 'level'
       GROUP BY r.indicator, r.criterion, r.framework`,
    )
    .all({ round, workshops: JSON.stringify(workshops), groups: JSON.stringify(groups) })
}
