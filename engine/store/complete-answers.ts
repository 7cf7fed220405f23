import type { Criterion } from '../../shared/model/vocabulary.ts'
import type { ReadableStore } from './store.ts'

/** Whose answers to which indicators are asked for. */
export interface CompleteAnswersScope {
  readonly criterion: Criterion
  readonly round: number
  readonly workshops: readonly string[]
  readonly groups: readonly string[]
  /** The ids of the indicators that all have to have a level. */
  readonly indicators: readonly string[]
}

/**
 * The levels that each participant chose who chose one for every indicator asked for, in one order of
 * the indicators for all. A participant with two current ratings of one indicator is left out. Each
 * person is one text of digits, as levels have one each: a row for each rating takes far longer.
 */
export function getAllCompleteAnswers(
  store: ReadableStore,
  { criterion, round, ...lists }: CompleteAnswersScope,
): readonly (readonly number[])[] {
  return store
    .prepare<Record<string, string | number>, { readonly levels: string }>(
      `WITH
         person AS MATERIALIZED (
           SELECT participant FROM participant
           WHERE workshop IN (SELECT value FROM json_each(@workshops))
             AND stakeholder_group IN (SELECT value FROM json_each(@groups))),
         asked AS MATERIALIZED (SELECT value AS indicator FROM json_each(@indicators))
       SELECT group_concat(r.level, '' ORDER BY r.indicator) AS levels
       FROM asked
       CROSS JOIN current_rating AS r ON r.indicator = asked.indicator
       CROSS JOIN person ON person.participant = r.participant
       WHERE r.criterion = @criterion AND r.round = @round AND r.answer = 'level'
       GROUP BY r.participant
       HAVING count(*) = (SELECT count(*) FROM asked)
         AND count(DISTINCT r.indicator) = count(*)`,
    )
    .all({
      criterion,
      round,
      workshops: JSON.stringify(lists.workshops),
      groups: JSON.stringify(lists.groups),
      indicators: JSON.stringify(lists.indicators),
    })
    .map(({ levels }) => Array.from(levels, Number))
}
