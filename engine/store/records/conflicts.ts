import type { ConflictSide, Description, ResolvedBy } from '../../../shared/model/conflict.ts'
import type { Answer, RatingKey, Wording } from '../../../shared/model/rating.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import type { ReadableStore, WritableStore } from '../store.ts'
import { paperBehind } from './sheets.ts'

/** A side of a conflict with its question; `person` is the same for participants that are linked. */
export interface SideRow extends Omit<ConflictSide, 'name'> {
  readonly person: string
  readonly indicator: string
  readonly criterion: Criterion
  readonly round: number
  readonly indicatorCode: string
  readonly title: string
}

type Row = Omit<SideRow, 'answer'> & {
  readonly answer: Answer['kind']
  readonly level: number | null
}

const fromRow = ({ answer, level, ...row }: Row): SideRow => ({
  ...row,
  answer: answer === 'level' ? { kind: answer, level: Number(level) } : { kind: answer },
})

const selectSides = (from: string, person: string): string => `SELECT r.id, r.participant, p.code,
    p.stakeholder_group AS "group", w.title AS workshop, r.answer, r.level, r.comment, r.wording,
    r.entry, ${paperBehind('keyed_by')} AS keyedBy, ${paperBehind('checked_by')} AS checkedBy,
    r.recorded_at AS recordedAt, r.device, r.indicator, r.criterion, r.round,
    i.code AS indicatorCode, i.title, ${person} AS person
  FROM ${from} AS r
  JOIN participant AS p ON p.participant = r.participant
  JOIN workshop AS w ON w.workshop = p.workshop
  JOIN indicator AS i ON i.framework = r.framework AND i.id = r.indicator`

/** The sides of every conflict; those of one conflict are adjacent, in the order of their ids. */
export function getAllConflictSides(store: ReadableStore): readonly SideRow[] {
  return store
    .prepare<Record<string, never>, Row>(
      `${selectSides('conflict_side', 'r.person')}
       WHERE r.participant NOT IN (SELECT participant FROM test_participant)
       ORDER BY i.position, r.criterion DESC, r.round, r.person, r.id`,
    )
    .all({})
    .map(fromRow)
}

/** The rating that a resolution chose and those that it superseded. */
export function getSidesOfResolution(store: ReadableStore, resolution: string): readonly SideRow[] {
  return store
    .prepare<{ settlement: string }, Row>(
      `${selectSides('rating', 'r.participant')} WHERE r.id IN (
         SELECT chosen FROM settlement WHERE id = @settlement
         UNION ALL SELECT superseded FROM supersession WHERE record = @settlement)
       ORDER BY r.id`,
    )
    .all({ settlement: resolution })
    .map(fromRow)
}

/**
 * Counts the ratings that came with each package and are sides of a conflict now, by the package's number; null for
 * those made here. Every conflict has sides.
 */
export function countSidesByPackage(store: ReadableStore): ReadonlyMap<number | null, number> {
  const rows = store
    .prepare<Record<string, never>, { readonly package: number | null; readonly count: number }>(
      'SELECT package, count(*) AS count FROM conflict_side GROUP BY package',
    )
    .all({})
  return new Map(rows.map(row => [row.package, row.count]))
}

/** An answer that is a side of a conflict. */
export interface ConflictingAnswer {
  readonly id: string
  readonly participant: string
  readonly indicator: string
  readonly criterion: Criterion
  readonly answer: Answer['kind']
  readonly level: number | null
  readonly wording: Wording
}

/** Every answer of a round, or of one indicator in it, that is a side of a conflict; the oldest first. */
export function getAllConflictingAnswers(
  store: ReadableStore,
  { round, indicator }: { readonly round: number; readonly indicator?: string },
): readonly ConflictingAnswer[] {
  return store
    .prepare<{ round: number; indicator?: string }, ConflictingAnswer>(
      `SELECT id, participant, indicator, criterion, answer, level, wording FROM conflict_side
       WHERE round = @round ${indicator ? 'AND indicator = @indicator' : ''}
       ORDER BY recorded_at, id`,
    )
    .all({ round, ...(indicator && { indicator }) })
}

/** A description of a participant that stands beside another one; `workshop` is its title. */
export interface DescriptionRow extends Description {
  readonly participant: string
  readonly workshop: string
}

/** Every current description of the participants whom laptops describe differently, each person's in order of their ids. */
export function getAllDisputedDescriptions(store: ReadableStore): readonly DescriptionRow[] {
  return store
    .prepare<Record<string, never>, DescriptionRow>(
      `WITH standing AS MATERIALIZED (
         SELECT * FROM participant_record AS r
         WHERE r.participant IN (
             SELECT participant FROM participant_record GROUP BY participant HAVING count(*) > 1)
           AND NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = r.id))
       SELECT s.id, s.participant, w.title AS workshop, s.code, s.stakeholder_group AS "group",
         s.recorded_at AS recordedAt, s.device
       FROM standing AS s JOIN workshop AS w ON w.workshop = s.workshop
       WHERE s.participant IN (SELECT participant FROM standing GROUP BY participant
         HAVING count(DISTINCT json_array(code, stakeholder_group)) > 1)
       ORDER BY s.participant, s.id`,
    )
    .all({})
}

/** The devices with an answer that was given after a time. */
export function getDevicesAhead(store: ReadableStore, limit: string): readonly string[] {
  return store
    .prepare<{ limit: string }, { readonly device: string }>(
      'SELECT DISTINCT device FROM rating WHERE recorded_at > @limit',
    )
    .all({ limit })
    .map(({ device }) => device)
}

/** A day before a time that a query has. */
const dayBefore = (time: string): string => `strftime('%Y-%m-%dT%H:%M:%fZ', ${time}, '-1 day')`

/**
 * The devices whose clocks contradict each other or themselves: an answer takes the place of one that says it was given
 * later, or was given before the person joined on another laptop. Two devices are allowed a day.
 */
export function getDevicesInDisorder(store: ReadableStore): readonly string[] {
  return store
    .prepare<Record<string, never>, { readonly one: string; readonly other: string }>(
      `SELECT DISTINCT later.device AS one, earlier.device AS other FROM supersession AS s
       CROSS JOIN rating AS later ON later.id = s.record
       CROSS JOIN rating AS earlier ON earlier.id = s.superseded
       WHERE later.recorded_at < CASE later.device WHEN earlier.device THEN earlier.recorded_at
         ELSE ${dayBefore('earlier.recorded_at')} END
       UNION SELECT DISTINCT r.device, joined.device FROM rating AS r
       CROSS JOIN participant_record AS joined ON joined.id = r.participant
       WHERE r.device <> joined.device AND r.recorded_at < ${dayBefore('joined.recorded_at')}`,
    )
    .all({})
    .flatMap(({ one, other }) => [one, other])
}

/** A choice between the sides of a conflict; with `chosen` null it takes back earlier ones. */
export interface ResolutionRecord extends RatingKey {
  readonly id: string
  /** The id of the rating that was chosen. */
  readonly chosen: string | null
  readonly rule: ResolvedBy
  readonly recordedAt: string
  readonly device: string
}

const COLUMNS = `id, participant, indicator, criterion, round, chosen, rule,
  recorded_at AS recordedAt, device`

const IN_FORCE = `NOT EXISTS (SELECT 1 FROM lapsed_settlement AS l WHERE l.id = settlement.id)`

/** The resolution with this id, if it is in force. */
export function getResolutionInForce(
  store: ReadableStore,
  id: string,
): ResolutionRecord | undefined {
  return store
    .prepare<{ id: string }, ResolutionRecord>(
      `SELECT ${COLUMNS} FROM settlement WHERE id = @id AND ${IN_FORCE}`,
    )
    .get({ id })
}

/** Every resolution in force, latest first. */
export function getAllResolutionsInForce(store: ReadableStore): readonly ResolutionRecord[] {
  return store
    .prepare<Record<string, never>, ResolutionRecord>(
      `SELECT ${COLUMNS} FROM settlement WHERE ${IN_FORCE} ORDER BY id DESC`,
    )
    .all({})
}

/** The resolutions in force that chose this rating: more than one if two people chose the same. */
export function getResolutionIdsFor(store: ReadableStore, chosen: string): readonly string[] {
  return store
    .prepare<{ chosen: string }, { readonly id: string }>(
      `SELECT id FROM settlement WHERE chosen = @chosen AND ${IN_FORCE} ORDER BY id`,
    )
    .all({ chosen })
    .map(({ id }) => id)
}

/** Every resolution of one question, those taken back included, in the order in which they were made. */
export function getAllResolutionsOfKey(
  store: ReadableStore,
  key: RatingKey,
): readonly ResolutionRecord[] {
  return store
    .prepare<RatingKey, ResolutionRecord>(
      `SELECT ${COLUMNS} FROM settlement WHERE indicator = @indicator AND criterion = @criterion
       AND round = @round AND participant = @participant ORDER BY id`,
    )
    .all(key)
}

/** Stores a resolution. Supersessions say which ratings it supersedes. */
export function appendResolution(store: WritableStore, record: ResolutionRecord): void {
  store
    .prepare<ResolutionRecord>(
      `INSERT INTO settlement
         (id, participant, indicator, criterion, round, chosen, rule, recorded_at, device)
       VALUES (@id, @participant, @indicator, @criterion, @round, @chosen, @rule, @recordedAt, @device)`,
    )
    .run(record)
}

/** A record of resolutions that were made together. */
export interface ResolutionBatchRecord {
  readonly id: string
  readonly resolutions: readonly string[]
  readonly reason: string
  readonly decidedBy: string
  readonly recordedAt: string
  readonly device: string
}

type BatchRow = Omit<ResolutionBatchRecord, 'resolutions'> & { readonly settlements: string }

/** Every batch of resolutions, the latest first; some may hold no more. */
export function getAllResolutionBatches(store: ReadableStore): readonly ResolutionBatchRecord[] {
  return store
    .prepare<Record<string, never>, BatchRow>(
      `SELECT id, settlements, reason, decided_by AS decidedBy, recorded_at AS recordedAt, device
       FROM resolution_batch ORDER BY id DESC`,
    )
    .all({})
    .map(({ settlements, ...row }) => ({
      ...row,
      resolutions: JSON.parse(settlements) as string[],
    }))
}

/** Stores a batch of resolutions. */
export function appendResolutionBatch(store: WritableStore, record: ResolutionBatchRecord): void {
  const { resolutions, ...row } = record
  store
    .prepare<BatchRow>(
      `INSERT INTO resolution_batch (id, settlements, reason, decided_by, recorded_at, device)
       VALUES (@id, @settlements, @reason, @decidedBy, @recordedAt, @device)`,
    )
    .run({ ...row, settlements: JSON.stringify(resolutions) })
}
