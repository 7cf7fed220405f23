import type { ConflictSide } from '../../shared/model/conflict.ts'
import type { Answer } from '../../shared/model/rating.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import type { ReadableStore } from './store.ts'

/** A side with the question that it is about; `person` is the same for participants that are linked. */
export interface SideRow extends ConflictSide {
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

const SIDE = `SELECT r.id, r.participant, p.code, p.stakeholder_group AS "group",
    w.title AS workshop, r.answer, r.level, r.comment, r.wording, r.entry,
    r.recorded_at AS recordedAt, r.device, r.indicator, r.criterion, r.round,
    i.code AS indicatorCode, i.title, coalesce(l.person, r.participant) AS person
  FROM rating AS r
  JOIN participant AS p ON p.participant = r.participant
  JOIN workshop AS w ON w.workshop = p.workshop
  JOIN indicator AS i ON i.framework = r.framework AND i.id = r.indicator
  LEFT JOIN linked_person AS l ON l.participant = r.participant`

/**
 * The sides of every open conflict: current ratings that stand beside another of the same person and
 * question. Sides of one conflict lie together, by their ids.
 */
export function getAllConflictSides(store: ReadableStore): readonly SideRow[] {
  return store
    .prepare<Record<string, never>, Row>(
      `WITH linked AS MATERIALIZED (SELECT participant, person FROM linked_person),
       disputed AS MATERIALIZED (
         SELECT indicator, criterion, round, participant AS person FROM current_rating
         GROUP BY indicator, criterion, round, participant HAVING count(*) > 1
         UNION
         SELECT c.indicator, c.criterion, c.round, linked.person
         FROM linked CROSS JOIN current_rating AS c ON c.participant = linked.participant
         GROUP BY 1, 2, 3, 4 HAVING count(*) > 1),
       side AS MATERIALIZED (
         SELECT c.id FROM disputed AS d JOIN current_rating AS c
           ON c.indicator = d.indicator AND c.criterion = d.criterion AND c.round = d.round
           AND (c.participant = d.person
             OR c.participant IN (SELECT participant FROM linked WHERE linked.person = d.person)))
       ${SIDE} JOIN side ON side.id = r.id
       ORDER BY i.position, r.criterion DESC, r.round, person, r.id`,
    )
    .all({})
    .map(fromRow)
}

/** The rating that a settlement chose and those that it set aside. */
export function getSidesOfSettlement(store: ReadableStore, settlement: string): readonly SideRow[] {
  return store
    .prepare<{ settlement: string }, Row>(
      `${SIDE} WHERE r.id IN (
         SELECT chosen FROM settlement WHERE id = @settlement
         UNION ALL SELECT superseded FROM supersession WHERE record = @settlement)
       ORDER BY r.id`,
    )
    .all({ settlement })
    .map(fromRow)
}
