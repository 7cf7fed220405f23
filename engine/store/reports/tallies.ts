import type { Criterion } from '../../../shared/model/vocabulary.ts'
import type { ReadableStore } from '../store.ts'
import { type AnswersScope, findConflicts, type Person } from './answers.ts'
import { getAllDraftAnswers } from './draft-answers.ts'

/** The figures of a workbook that count its rows. */
export interface Totals {
  readonly workshops: number
  readonly participants: number
  readonly ratings: number
  readonly ratingRecords: number
  readonly conflicts: number
}

/**
 * Counts the contents of a workbook; tests have no part in it, but for the records that are stored. Superseded
 * ratings are few, so they are counted by the index and subtracted, rather than testing each rating. Whoever knows that
 * there are no conflicts says so, as to look for them goes through all ratings.
 */
export function getTotals(store: ReadableStore, hasConflicts = true): Totals {
  const row = store
    .prepare<{ hasConflicts: number }, Totals>(
      `SELECT
         (SELECT count(*) FROM workshop) AS workshops,
         (SELECT count(*) FROM counted_participant) AS participants,
         (SELECT count(*) FROM rating) - (SELECT count(DISTINCT superseded) FROM supersession
            WHERE superseded IN (SELECT id FROM rating)
              AND record NOT IN (SELECT id FROM comment_record))
           - (SELECT count(*) FROM current_rating
              WHERE participant IN (SELECT participant FROM test_participant)) AS ratings,
         (SELECT count(*) FROM rating) AS ratingRecords,
         iif(@hasConflicts, (SELECT count(*) FROM conflict
            WHERE person NOT IN (SELECT participant FROM test_participant)), 0) AS conflicts`,
    )
    .get({ hasConflicts: Number(hasConflicts) })
  if (!row) throw new Error('A query that counts returned no row.')
  return row
}

/** Counts the current ratings of each indicator, whatever they answer; indicators without any are left out. */
export function countRatingsByIndicator(store: ReadableStore): ReadonlyMap<string, number> {
  return countByName(
    store,
    'SELECT indicator AS name, count(*) AS count FROM current_rating GROUP BY indicator',
  )
}

/** Counts the current ratings of each framework version, without those of tests. */
export function countRatingsByFramework(store: ReadableStore): ReadonlyMap<string, number> {
  return countByName(
    store,
    `SELECT framework AS name, count(*) AS count FROM current_rating
     WHERE participant NOT IN (SELECT participant FROM test_participant) GROUP BY framework`,
  )
}

/** Counts the participants of each workshop, without tests; workshops without any are left out. */
export function countParticipantsByWorkshop(store: ReadableStore): ReadonlyMap<string, number> {
  return countByName(
    store,
    'SELECT workshop AS name, count(*) AS count FROM counted_participant GROUP BY workshop',
  )
}

function countByName(store: ReadableStore, sql: string): ReadonlyMap<string, number> {
  const rows = store
    .prepare<Record<string, never>, { readonly name: string; readonly count: number }>(sql)
    .all({})
  return new Map(rows.map(({ name, count }) => [name, count]))
}

/** The number of people who gave a level to an indicator in one framework version. */
export interface VersionTally {
  readonly indicator: string
  readonly criterion: Criterion
  readonly framework: string
  readonly count: number
}

const SAMPLES = 64

/**
 * The framework version that most ratings answered, estimated from a sample. Counts come out the same whichever
 * version it is; the right one saves time. Undefined if there are no ratings.
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
 * Counts the levels in scope that answered any version but `main`. Ratings are read in the order in which they
 * were stored, since most are of `main` and are skipped without any further lookup.
 */
export function tallyOtherVersions(
  store: ReadableStore,
  people: readonly Person[],
  main: string,
  scope: AnswersScope,
): readonly VersionTally[] {
  const { round, wording, conflicts, indicator } = scope
  const drafts = scope.withDrafts ? getAllDraftAnswers(store, scope) : []
  const uncounted = findConflicts(store, people, scope).flatMap(({ sides }) =>
    conflicts === 'provisional' ? sides.slice(0, -1) : sides,
  )
  const recorded = store
    .prepare<object, VersionTally>(
      `WITH person AS MATERIALIZED (SELECT value AS id FROM json_each(@people)),
       uncounted AS MATERIALIZED (SELECT value AS id FROM json_each(@uncounted))
       SELECT r.indicator, r.criterion, r.framework, count(*) AS count
       FROM rating AS r ${indicator ? '' : 'NOT INDEXED'}
       WHERE r.framework <> @main AND r.round = @round AND r.answer = 'level'
         ${wording ? 'AND r.wording = @wording' : ''}
         ${indicator ? 'AND r.indicator = @indicator' : ''}
         AND r.participant IN (SELECT id FROM person)
         AND NOT EXISTS (SELECT 1 FROM supersession AS s WHERE s.superseded = r.id
           AND NOT EXISTS (SELECT 1 FROM comment_record WHERE id = s.record))
         AND r.id NOT IN (SELECT id FROM uncounted)
         ${drafts.length > 0 ? AND_NOT_SAID_ANEW : ''}
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
  const those = new Set(people.flatMap(({ id, also = [] }) => [id, ...also]))
  const saidAnew = drafts.filter(
    draft =>
      draft.framework !== main &&
      draft.answer === 'level' &&
      (!wording || draft.wording === wording) &&
      those.has(draft.participant),
  )
  return saidAnew.length === 0 ? recorded : addUp(recorded, saidAnew)
}

/** The condition that nobody answers the question of a rating anew in an open turn. */
const AND_NOT_SAID_ANEW = `AND NOT EXISTS (
  SELECT 1 FROM draft AS d JOIN turn AS t ON t.id = d.turn WHERE d.part = 'answer'
    AND d.participant = r.participant AND t.round = r.round AND d.indicator = r.indicator
    AND d.criterion = r.criterion)`

function addUp(
  tallies: readonly VersionTally[],
  more: readonly Omit<VersionTally, 'count'>[],
): readonly VersionTally[] {
  const sums = new Map<string, VersionTally>()
  for (const tally of [...tallies, ...more.map(one => ({ ...one, count: 1 }))]) {
    const { indicator, criterion, framework, count } = tally
    const key = `${criterion} ${indicator} ${framework}`
    const sum = count + (sums.get(key)?.count ?? 0)
    sums.set(key, { indicator, criterion, framework, count: sum })
  }
  return [...sums.values()]
}
