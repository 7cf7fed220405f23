import type { Criterion } from '../../shared/model/vocabulary.ts'
import type { ReadableStore } from './store.ts'

/** Whose answers to which indicators are asked for. */
export interface CompleteAnswersScope {
  readonly round: number
  readonly workshops: readonly string[]
  readonly groups: readonly string[]
  /** The ids of the indicators; those that nobody in scope gave a level are left out. */
  readonly indicators: readonly string[]
}

/** For each criterion, one row of levels a participant, in one order of the indicators for all. */
export type CompleteAnswers = Readonly<Record<Criterion, readonly (readonly number[])[]>>

interface AnswersOfIndicator {
  readonly indicator: string
  readonly criterion: Criterion
  /** Three characters for each rating: two for the participant's number, one for the level. */
  readonly answers: string
}

/** Participants' numbers are written to this base, so that no character is a reserved one. */
const BASE = 1_024
const FIRST = 64

/**
 * The levels of the participants who chose one for every indicator that anybody in scope did. One with
 * two current ratings of an indicator is left out, as neither is their answer. Read as one text for
 * each indicator and criterion, for the reason that `tallyRatings` gives.
 */
export function getAllCompleteAnswers(
  store: ReadableStore,
  { round, ...lists }: CompleteAnswersScope,
): CompleteAnswers {
  const asked = new Set(lists.indicators)
  const rows = store
    .prepare<{ round: number; workshops: string; groups: string }, AnswersOfIndicator>(
      `WITH person AS MATERIALIZED (
         SELECT participant, row_number() OVER () AS number FROM participant
         WHERE workshop IN (SELECT value FROM json_each(@workshops))
           AND stakeholder_group IN (SELECT value FROM json_each(@groups)))
       SELECT r.indicator, r.criterion, group_concat(char(
           ${FIRST} + person.number / ${BASE}, ${FIRST} + person.number % ${BASE}, r.level), '') AS answers
       FROM current_rating AS r CROSS JOIN person ON person.participant = r.participant
       WHERE r.round = @round AND r.answer = 'level'
       GROUP BY r.indicator, r.criterion`,
    )
    .all({
      round,
      workshops: JSON.stringify(lists.workshops),
      groups: JSON.stringify(lists.groups),
    })
    .filter(({ indicator }) => asked.has(indicator))
  const of = (criterion: Criterion) =>
    completeRows(rows.filter(row => row.criterion === criterion).map(({ answers }) => answers))
  return { usefulness: of('usefulness'), usability: of('usability') }
}

/** One row for each person who is in every text exactly once. */
function completeRows(texts: readonly string[]): readonly (readonly number[])[] {
  const rows = new Map<number, number[]>()
  const twice = new Set<number>()
  for (const [indicator, text] of texts.entries()) {
    for (let at = 0; at < text.length; at += 3) {
      const person = (text.charCodeAt(at) - FIRST) * BASE + text.charCodeAt(at + 1) - FIRST
      const row = rows.get(person) ?? []
      if (row.length > indicator) twice.add(person)
      // A shorter row has a gap, and so is never complete.
      else if (row.length === indicator) row.push(text.charCodeAt(at + 2))
      rows.set(person, row)
    }
  }
  return [...rows]
    .filter(([person, row]) => row.length === texts.length && !twice.has(person))
    .map(([, row]) => row)
}
