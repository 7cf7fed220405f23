import type { Answer } from '../../shared/model/rating.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import type { ReadableStore } from './store.ts'

/** How many current ratings of one indicator, criterion and group gave one answer. */
export interface Tally {
  readonly indicator: string
  readonly criterion: Criterion
  readonly group: string
  readonly answer: Answer['kind']
  readonly level: number | null
  readonly count: number
}

/** The figures of a workbook that count its rows. */
export interface Totals {
  readonly workshops: number
  readonly participants: number
  readonly ratings: number
  readonly ratingRecords: number
  readonly conflicts: number
}

/** The codes of the answers that are no level; a level is its own code, 1 to 9. */
const OTHER_ANSWERS = { none: 0, dont_know: 10, not_applicable: 11 } as const
const CODES = 16

/** More groups than this would not fit into one character each. */
const MOST_GROUPS = 3_000

interface AnswersOfIndicator {
  readonly indicator: string
  readonly criterion: Criterion
  /** One character for each rating: which group, and which answer. */
  readonly answers: string
}

/**
 * Tallies the current ratings of a round over the participants of some workshops.
 *
 * The ratings of one indicator and criterion lie side by side in their index, so they come as one text
 * with a character for each and are counted here: grouping by people's group and answer as well would
 * have SQLite sort every rating, which takes twice as long.
 */
export function tallyRatings(
  store: ReadableStore,
  scope: { readonly round: number; readonly workshops: readonly string[] },
): readonly Tally[] {
  const groups = countParticipants(store, scope.workshops).map(({ group }) => group)
  if (groups.length > MOST_GROUPS) throw new Error(`${groups.length} groups are too many to tally.`)
  return store
    .prepare<{ round: number; workshops: string; groups: string }, AnswersOfIndicator>(
      `WITH person AS MATERIALIZED (
         SELECT participant, (named.key + 1) * ${CODES} AS code FROM participant
         JOIN json_each(@groups) AS named ON named.value = stakeholder_group
         WHERE workshop IN (SELECT value FROM json_each(@workshops)))
       SELECT r.indicator, r.criterion, group_concat(char(person.code + CASE r.answer
           WHEN 'level' THEN r.level
           WHEN 'dont_know' THEN ${OTHER_ANSWERS.dont_know}
           WHEN 'not_applicable' THEN ${OTHER_ANSWERS.not_applicable}
           ELSE ${OTHER_ANSWERS.none} END), '') AS answers
       FROM current_rating AS r CROSS JOIN person ON person.participant = r.participant
       WHERE r.round = @round
       GROUP BY r.indicator, r.criterion`,
    )
    .all({
      round: scope.round,
      workshops: JSON.stringify(scope.workshops),
      groups: JSON.stringify(groups),
    })
    .flatMap(row => talliesOf(row, groups))
}

function talliesOf(
  { indicator, criterion, answers }: AnswersOfIndicator,
  groups: readonly string[],
): readonly Tally[] {
  const counts = new Map<number, number>()
  for (let index = 0; index < answers.length; index++) {
    const code = answers.charCodeAt(index)
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return [...counts].map(([code, count]) => ({
    indicator,
    criterion,
    group: groups[Math.floor(code / CODES) - 1] ?? '',
    ...answerOf(code % CODES),
    count,
  }))
}

function answerOf(code: number): Pick<Tally, 'answer' | 'level'> {
  switch (code) {
    case OTHER_ANSWERS.none:
      return { answer: 'none', level: null }
    case OTHER_ANSWERS.dont_know:
      return { answer: 'dont_know', level: null }
    case OTHER_ANSWERS.not_applicable:
      return { answer: 'not_applicable', level: null }
    default:
      return { answer: 'level', level: code }
  }
}

/** How many participants each group of these workshops has. */
export function countParticipants(
  store: ReadableStore,
  workshops: readonly string[],
): readonly { readonly group: string; readonly count: number }[] {
  return store
    .prepare<{ workshops: string }, { readonly group: string; readonly count: number }>(
      `SELECT stakeholder_group AS "group", count(*) AS count FROM participant
       WHERE workshop IN (SELECT value FROM json_each(@workshops)) GROUP BY stakeholder_group`,
    )
    .all({ workshops: JSON.stringify(workshops) })
}

/** Counts what a workbook holds. */
export function getTotals(store: ReadableStore): Totals {
  const row = store
    .prepare<Record<string, never>, Totals>(
      `SELECT
         (SELECT count(*) FROM workshop) AS workshops,
         (SELECT count(*) FROM participant) AS participants,
         (SELECT count(*) FROM current_rating) AS ratings,
         (SELECT count(*) FROM rating) AS ratingRecords,
         (SELECT count(*) FROM (SELECT 1 FROM current_rating
            GROUP BY indicator, criterion, round, participant HAVING count(*) > 1)) AS conflicts`,
    )
    .get({})
  if (!row) throw new Error('A query that counts returned no row.')
  return row
}

/** How many current ratings each indicator has, whatever they answer; those without any are left out. */
export function countRatingsByIndicator(store: ReadableStore): ReadonlyMap<string, number> {
  return countsOf(
    store,
    'SELECT indicator AS name, count(*) AS count FROM current_rating GROUP BY indicator',
  )
}

/** How many current ratings answered to the words of each framework version. */
export function countRatingsByFramework(store: ReadableStore): ReadonlyMap<string, number> {
  return countsOf(
    store,
    'SELECT framework AS name, count(*) AS count FROM current_rating GROUP BY framework',
  )
}

function countsOf(store: ReadableStore, sql: string): ReadonlyMap<string, number> {
  const rows = store
    .prepare<Record<string, never>, { readonly name: string; readonly count: number }>(sql)
    .all({})
  return new Map(rows.map(({ name, count }) => [name, count]))
}
