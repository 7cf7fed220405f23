import type { Criterion } from '../../shared/model/vocabulary.ts'
import { type AnswersScope, findConflicts, type Person } from './answers.ts'
import type { ReadableStore } from './store.ts'

/** How many people gave a level to an indicator in the words of one framework version. */
export interface VersionTally {
  readonly indicator: string
  readonly criterion: Criterion
  readonly framework: string
  readonly count: number
}

const SAMPLES = 64

/**
 * The framework version that most ratings answered to, as far as a few of them tell: whichever it is, counting
 * from it comes to the same. Undefined where nothing is rated.
 */
export function getLikelyVersion(store: ReadableStore): string | undefined {
  return store
    .prepare<{ places: string }, { readonly framework: string }>(
      `SELECT framework FROM rating WHERE rowid IN (
         SELECT 1 + value * ((SELECT max(rowid) FROM rating) - 1) / ${SAMPLES - 1} FROM json_each(@places))
       GROUP BY framework ORDER BY count(*) DESC, framework LIMIT 1`,
    )
    .get({ places: JSON.stringify(Array.from({ length: SAMPLES }, (_, place) => place)) })
    ?.framework
}

/**
 * Counts the levels in scope that answered to any version but `main`. Read in the order in which they were
 * recorded: most are of `main`, and are passed over without looking anything else up.
 */
export function tallyOtherVersions(
  store: ReadableStore,
  people: readonly Person[],
  main: string,
  scope: AnswersScope,
): readonly VersionTally[] {
  const { round, wording, conflicts, indicator } = scope
  const uncounted = findConflicts(store, people, scope).flatMap(({ sides }) =>
    conflicts === 'provisional' ? sides.slice(0, -1) : sides,
  )
  return store
    .prepare<object, VersionTally>(
      `WITH person AS MATERIALIZED (SELECT value AS id FROM json_each(@people)),
       uncounted AS MATERIALIZED (SELECT value AS id FROM json_each(@uncounted))
       SELECT r.indicator, r.criterion, r.framework, count(*) AS count
       FROM rating AS r ${indicator ? '' : 'NOT INDEXED'}
       WHERE r.framework <> @main AND r.round = @round AND r.answer = 'level'
         ${wording ? 'AND r.wording = @wording' : ''}
         ${indicator ? 'AND r.indicator = @indicator' : ''}
         AND r.participant IN (SELECT id FROM person)
         AND NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = r.id)
         AND r.id NOT IN (SELECT id FROM uncounted)
       GROUP BY r.indicator, r.criterion, r.framework`,
    )
    .all({
      people: JSON.stringify(people.flatMap(({ id, also = [] }) => [id, ...also])),
      uncounted: JSON.stringify(uncounted.map(({ id }) => id)),
      main,
      round,
      ...(wording && { wording }),
      ...(indicator && { indicator }),
    })
}
