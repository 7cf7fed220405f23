import type { Participant, Workshop } from '../../../shared/model/workshop.ts'
import type { ReadableStore, WritableStore } from '../store.ts'

/** A record about a workshop: `id` is its own id, `workshop` that of the first record about it. */
export type WorkshopRecord = Workshop & { readonly workshop: string; readonly device: string }

type WorkshopRow = Omit<Workshop, 'groups'> & { readonly groups: string }

const WORKSHOP_COLUMNS = `workshop AS id, title, date, venue, groups, recorded_at AS recordedAt`

const fromRow = (row: WorkshopRow): Workshop => ({
  ...row,
  groups: JSON.parse(row.groups) as string[],
})

/** The workshop with this id, as last described. */
export function getWorkshop(store: ReadableStore, id: string): Workshop | undefined {
  const row = store
    .prepare<{ id: string }, WorkshopRow>(
      `SELECT ${WORKSHOP_COLUMNS} FROM workshop WHERE workshop = @id`,
    )
    .get({ id })
  return row && fromRow(row)
}

/** Every workshop, by date and then in the order in which they were added. */
export function getAllWorkshops(store: ReadableStore): readonly Workshop[] {
  return store
    .prepare<Record<string, never>, WorkshopRow>(
      `SELECT ${WORKSHOP_COLUMNS} FROM workshop ORDER BY date, workshop`,
    )
    .all({})
    .map(fromRow)
}

/** Stores a record about a workshop. */
export function appendWorkshopRecord(store: WritableStore, record: WorkshopRecord): void {
  store
    .prepare(
      `INSERT INTO workshop_record (id, workshop, title, date, venue, groups, recorded_at, device)
       VALUES (@id, @workshop, @title, @date, @venue, @groups, @recordedAt, @device)`,
    )
    .run({ ...record, groups: JSON.stringify(record.groups) })
}

/** A record about a participant: `id` is its own id, `participant` that of the first record about them. */
export type ParticipantRecord = Participant & {
  readonly participant: string
  readonly device: string
}

const PARTICIPANT_COLUMNS = `p.participant AS id, p.workshop AS workshop, p.code AS code,
  p.stakeholder_group AS "group", p.recorded_at AS recordedAt`

/** The participant with this id, as last described. */
export function getParticipant(store: ReadableStore, id: string): Participant | undefined {
  return store
    .prepare<{ id: string }, Participant>(
      `SELECT ${PARTICIPANT_COLUMNS} FROM participant AS p WHERE p.participant = @id`,
    )
    .get({ id })
}

/** The participants of a workshop in the order in which they joined. */
export function getAllParticipants(store: ReadableStore, workshop: string): readonly Participant[] {
  return store
    .prepare<{ workshop: string }, Participant>(
      `SELECT ${PARTICIPANT_COLUMNS} FROM participant AS p WHERE p.workshop = @workshop ORDER BY p.participant`,
    )
    .all({ workshop })
}

/** A participant with what they have done in a round; `hasBegun` is 1 once they have answered anything. */
export interface ProgressRow extends Participant {
  readonly rated: number
  readonly indicators: number
  readonly hasBegun: 0 | 1
}

/** The round, and the people, whose progress is read. */
export interface ProgressScope {
  readonly workshop: string
  /** Some of its participants; null for all of them. */
  readonly participants: readonly string[] | null
  readonly framework: string
  readonly round: number
  /** The ids of the indicators that are asked; null for all. */
  readonly asked: readonly string[] | null
  /** The groups whose people are read; left out, all of them. */
  readonly groups?: { readonly names: readonly string[]; readonly areMeant: boolean }
}

/** The indicators of a round, and what is said in turns that are open. */
const ASKED_AND_SAID = `asked AS MATERIALIZED (
    SELECT id FROM indicator WHERE framework = @framework
      AND (@asked IS NULL OR id IN (SELECT value FROM json_each(@asked)))),
  said AS MATERIALIZED (
    SELECT d.participant, d.indicator, d.criterion, d.answer
    FROM turn AS t JOIN draft AS d ON d.turn = t.id
    WHERE t.ended IS NULL AND t.round = @round AND d.part = 'answer')`

/** The questions of a round that these have answered, in a record or in an open turn; `whose` is SQL. */
const answeredBy = (whose: string): string => `SELECT answered.indicator, answered.criterion FROM (
    SELECT indicator, criterion FROM current_rating AS r
    WHERE r.participant ${whose} AND r.round = @round AND r.answer <> 'none'
      AND NOT EXISTS (
        SELECT 1 FROM said WHERE said.participant = r.participant
          AND said.indicator = r.indicator AND said.criterion = r.criterion)
    UNION ALL SELECT indicator, criterion FROM said
    WHERE said.participant ${whose} AND said.answer <> 'none') AS answered
  JOIN asked ON asked.id = answered.indicator`

/** The number of indicators of which both questions are among some that were answered. */
const countBoth = (answered: string): string => `(SELECT count(*) FROM (
    SELECT 1 FROM (${answered}) GROUP BY indicator HAVING count(DISTINCT criterion) = 2))`

const ANSWERED = answeredBy('= p.participant')

/**
 * The participants of a workshop with their progress in a round: the number of its indicators, in a framework
 * version, that they have answered by both criteria. What is said in an open turn counts as soon as it is saved. One
 * who has said nothing yet is found where they are asked for by themselves.
 */
export function getAllProgress(store: ReadableStore, scope: ProgressScope): readonly ProgressRow[] {
  const { participants, asked, groups } = scope
  const source = participants === null ? 'participant' : 'present_participant'
  return store
    .prepare<object, ProgressRow>(
      `WITH ${ASKED_AND_SAID}
       SELECT ${PARTICIPANT_COLUMNS}, ${countBoth(ANSWERED)} AS rated,
         (SELECT count(*) FROM asked) AS indicators,
         EXISTS (${ANSWERED}) AS hasBegun
       FROM ${source} AS p
       WHERE p.workshop = @workshop AND (@participants IS NULL
         OR p.participant IN (SELECT value FROM json_each(@participants)))
         AND (@names IS NULL
           OR (p.stakeholder_group IN (SELECT value FROM json_each(@names))) = @areMeant)
       ORDER BY p.participant`,
    )
    .all({
      ...{ workshop: scope.workshop, framework: scope.framework, round: scope.round },
      asked: asked && JSON.stringify(asked),
      participants: participants && JSON.stringify(participants),
      names: groups ? JSON.stringify(groups.names) : null,
      areMeant: groups?.areMeant ? 1 : 0,
    })
}

/** The indicators that some participants are asked together, and how many of them they rated. */
export type RatedTogether = Pick<ProgressRow, 'rated' | 'indicators'>

/**
 * Counts the indicators that some participants, who are one person, are asked and have answered together: one criterion
 * may be said as one of them, and the other as another.
 */
export function countRatedTogether(
  store: ReadableStore,
  { participants, asked, framework, round }: Omit<ProgressScope, 'workshop' | 'groups'>,
): RatedTogether {
  const whose = answeredBy('IN (SELECT value FROM json_each(@participants))')
  const row = store
    .prepare<object, RatedTogether>(
      `WITH ${ASKED_AND_SAID}
       SELECT ${countBoth(whose)} AS rated, (SELECT count(*) FROM asked) AS indicators`,
    )
    .get({
      framework,
      round,
      asked: asked && JSON.stringify(asked),
      participants: JSON.stringify(participants),
    })
  return row ?? { rated: 0, indicators: 0 }
}

/** Tests whether any of these participants has answered anything in a round before this one. */
export function hasAnswersBefore(
  store: ReadableStore,
  { participants, round }: { readonly participants: readonly string[]; readonly round: number },
): boolean {
  return (
    store
      .prepare<{ participants: string; round: number }>(
        `SELECT 1 FROM rating
         WHERE participant IN (SELECT value FROM json_each(@participants)) AND round < @round
         AND answer <> 'none' LIMIT 1`,
      )
      .get({ participants: JSON.stringify(participants), round }) !== undefined
  )
}

/** Tests whether anybody of a workshop has rated or written anything, also in a turn that is still open. */
export function hasRatings(store: ReadableStore, workshop: string): boolean {
  return (
    store
      .prepare<{ workshop: string }>(
        `SELECT 1 FROM counted_participant AS p CROSS JOIN rating AS r ON r.participant = p.participant
         WHERE p.workshop = @workshop
         UNION ALL SELECT 1 FROM counted_participant AS p
         CROSS JOIN comment_record AS c ON c.participant = p.participant
         WHERE p.workshop = @workshop
         UNION ALL SELECT 1 FROM counted_participant AS p
         CROSS JOIN draft AS d ON d.participant = p.participant
         WHERE p.workshop = @workshop LIMIT 1`,
      )
      .get({ workshop }) !== undefined
  )
}

/** Tests whether a participant of a workshop, or a sheet that was printed for it, has this code, ignoring case. */
export function hasParticipantCode(store: ReadableStore, workshop: string, code: string): boolean {
  return (
    store
      .prepare<{ workshop: string; code: string }>(
        `SELECT 1 FROM present_participant WHERE workshop = @workshop AND code = @code COLLATE NOCASE
         UNION ALL SELECT 1 FROM sheet WHERE workshop = @workshop AND code = @code COLLATE NOCASE LIMIT 1`,
      )
      .get({ workshop, code }) !== undefined
  )
}

/** The ids of the current records about a participant: more than one if laptops disagree. */
export function getCurrentParticipantRecordIds(
  store: ReadableStore,
  participant: string,
): readonly string[] {
  return store
    .prepare<{ participant: string }, { readonly id: string }>(
      `SELECT id FROM participant_record AS p WHERE participant = @participant
       AND NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = p.id) ORDER BY id`,
    )
    .all({ participant })
    .map(({ id }) => id)
}

/** Every code that begins like this and goes on with a digit, by which the next one is chosen. */
export function getAllCodesLike(store: ReadableStore, beginning: string): readonly string[] {
  return store
    .prepare<{ pattern: string }, { readonly code: string }>(
      `SELECT code FROM participant_record WHERE code GLOB @pattern
       UNION ALL SELECT code FROM start WHERE code GLOB @pattern
       UNION ALL SELECT code FROM sheet WHERE code GLOB @pattern`,
    )
    .all({ pattern: `${beginning}[0-9]*` })
    .map(row => row.code)
}

/** Stores a record about a participant. */
export function appendParticipantRecord(store: WritableStore, record: ParticipantRecord): void {
  store
    .prepare<ParticipantRecord>(
      `INSERT INTO participant_record
         (id, participant, workshop, code, stakeholder_group, recorded_at, device)
       VALUES (@id, @participant, @workshop, @code, @group, @recordedAt, @device)`,
    )
    .run(record)
}
