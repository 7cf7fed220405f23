import type { ReadableStore } from '../store.ts'

type Nothing = Record<string, never>

/** The devices on which people of a workshop joined or answered, tests left out. */
export function getDevicesOfWorkshops(
  store: ReadableStore,
): readonly { readonly workshop: string; readonly device: string }[] {
  return store
    .prepare<Nothing, { readonly workshop: string; readonly device: string }>(
      `SELECT p.workshop, r.device FROM counted_participant AS p
         JOIN participant_record AS r ON r.id = p.participant
       UNION SELECT p.workshop, r.device FROM counted_participant AS p
         JOIN (SELECT DISTINCT participant, device FROM rating WHERE entry = 'screen') AS r
           ON r.participant = p.participant
       ORDER BY 1, 2`,
    )
    .all({})
}

/** The moments of the first and the last answer of a workshop. */
export interface HeldRow {
  readonly workshop: string
  readonly from: string
  readonly to: string
}

/** The times between which the answers of each workshop were given, or keyed in from paper; tests left out. */
export function getHeld(store: ReadableStore): readonly HeldRow[] {
  return store
    .prepare<Nothing, HeldRow>(
      `SELECT p.workshop, min(r.recorded_at) AS "from", max(r.recorded_at) AS "to"
       FROM counted_participant AS p JOIN rating AS r ON r.participant = p.participant
       GROUP BY p.workshop`,
    )
    .all({})
}

/** The answers of one person in a round, as the signs of quality need them. */
export interface AnswersOfPerson {
  readonly participant: string
  readonly round: number
  readonly answers: number
  readonly dontKnow: number
  readonly levels: number
  readonly lowest: number | null
  readonly highest: number | null
  readonly items: number
  /** The seconds between their answers, without pauses of more than a minute; null of one answer. */
  readonly seconds: number | null
}

/** A pause between two answers, in seconds, that is no time of answering. */
const PAUSE = 60

/** The answers on a screen of everybody who counts, person by person and round by round. */
export function getAnswersOfPeople(store: ReadableStore): readonly AnswersOfPerson[] {
  return store
    .prepare<{ pause: number }, AnswersOfPerson>(
      `WITH timed AS (
         SELECT participant, round, indicator, answer, level,
           (julianday(recorded_at) - julianday(lag(recorded_at) OVER (
             PARTITION BY participant, round ORDER BY recorded_at, id))) * 86400 AS gap
         FROM current_rating WHERE entry = 'screen' AND answer <> 'none')
       SELECT participant, round, count(*) AS answers, sum(answer = 'dont_know') AS dontKnow,
         sum(answer = 'level') AS levels, min(level) AS lowest, max(level) AS highest,
         count(DISTINCT indicator) AS items,
         sum(CASE WHEN gap <= @pause THEN gap END) AS seconds
       FROM timed WHERE participant NOT IN (SELECT participant FROM test_participant)
       GROUP BY participant, round ORDER BY participant, round`,
    )
    .all({ pause: PAUSE })
}

/** Counts the comments and suggestions that stand and that nobody has let out. */
export function countUnread(store: ReadableStore): number {
  const row = store
    .prepare<Nothing, { readonly count: number }>(
      `SELECT (SELECT count(*) FROM current_comment WHERE text <> ''
           AND participant NOT IN (SELECT participant FROM test_participant)
           AND id NOT IN (SELECT record FROM released_words))
         + (SELECT count(*) FROM suggestion AS s WHERE text <> ''
           AND participant NOT IN (SELECT participant FROM test_participant)
           AND NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = s.id)
           AND id NOT IN (SELECT record FROM released_words)) AS count`,
    )
    .get({})
  return row?.count ?? 0
}
