import { MERGE_WORDS } from '../../../shared/messages/records-folder.ts'
import type { Dialect, Query } from '../parquet/dialect.ts'
import { STANDS } from './current-queries.ts'
import { eachOf } from './version-queries.ts'

/** The rounds of workshops, and whom they were for, as the program works them out from the same records. */
export const roundQueries = (dialect: Dialect): readonly Query[] => [
  {
    name: 'seen',
    words: MERGE_WORDS.seen,
    kept: true,
    sql: `SELECT r.round, r.participant, r.framework, min(r.id) AS earliest
FROM rating AS r JOIN person AS p ON p.participant = r.participant
GROUP BY r.round, r.participant, r.framework`,
  },
  {
    name: 'seen_first',
    kept: true,
    sql: `SELECT p.workshop, s.round, min_by(s.framework, s.earliest) AS framework
FROM seen AS s JOIN person AS p ON p.participant = s.participant GROUP BY p.workshop, s.round`,
  },
  {
    name: 'opening',
    words: MERGE_WORDS.rounds,
    kept: true,
    sql: `SELECT id, workshop, round, indicators FROM round_record AS r WHERE taken_back = 0 AND ${STANDS}`,
  },
  {
    name: 'opened',
    kept: true,
    sql: 'SELECT workshop, round FROM opening UNION SELECT workshop, 1 FROM person',
  },
  {
    name: 'said_anything',
    sql: `SELECT p.workshop FROM seen AS s JOIN person AS p ON p.participant = s.participant
UNION SELECT p.workshop FROM comment_record AS c JOIN person AS p ON p.participant = c.participant`,
  },
  {
    name: 'held_round',
    sql: `SELECT workshop, round FROM opened WHERE round > 1
UNION SELECT workshop, round FROM seen_first
UNION SELECT o.workshop, 1 FROM opened AS o
WHERE NOT EXISTS (SELECT 1 FROM said_anything AS s WHERE s.workshop = o.workshop)
GROUP BY o.workshop HAVING count(*) = 1`,
  },
  {
    name: 'narrowed',
    sql: `SELECT workshop, round FROM opening GROUP BY workshop, round HAVING count(*) = count(indicators)`,
  },
  {
    name: 'narrowed_to',
    sql: `SELECT DISTINCT workshop, round, indicator FROM (
  SELECT workshop, round, ${eachOf(dialect, 'indicators')} AS indicator
  FROM opening WHERE indicators IS NOT NULL) AS listed`,
  },
  {
    name: 'chosen',
    words: MERGE_WORDS.groups,
    sql: `SELECT workshop, stakeholder_group, indicators FROM group_indicators_record AS r WHERE ${STANDS}`,
  },
  {
    name: 'narrowed_group',
    sql: `SELECT workshop, stakeholder_group FROM chosen GROUP BY workshop, stakeholder_group
HAVING count(*) = count(indicators)`,
  },
  {
    name: 'narrowed_group_to',
    sql: `SELECT DISTINCT workshop, stakeholder_group, indicator FROM (
  SELECT workshop, stakeholder_group, ${eachOf(dialect, 'indicators')} AS indicator
  FROM chosen WHERE indicators IS NOT NULL) AS listed`,
  },
  {
    name: 'closed_round',
    sql: `SELECT r.workshop, r.round, max(r.id) AS closed_by
FROM round_state AS r JOIN opened AS o ON o.workshop = r.workshop AND o.round = r.round
WHERE ${STANDS} GROUP BY r.workshop, r.round HAVING min(r.closed) = 1`,
  },
  {
    name: 'excused',
    sql: `SELECT p.workshop, m.round, coalesce(l.person, m.participant) AS same
FROM person_round AS m JOIN shown_participant AS p ON p.participant = m.participant
LEFT JOIN linked_person AS l ON l.participant = m.participant
WHERE ${STANDS.replace('r.id', 'm.id')}
GROUP BY p.workshop, m.round, coalesce(l.person, m.participant)
HAVING max(CASE WHEN m.standing = 'excused' THEN 0 ELSE 1 END) = 0`,
  },
  {
    name: 'attendance',
    words: MERGE_WORDS.attendance,
    kept: true,
    sql: `SELECT h.round, p.participant, p.person, p.person_group, p.workshop,
  coalesce(g.stakeholder_group, '') AS asked_group,
  coalesce(s.framework, f.framework, v.framework) AS framework
FROM person AS p
JOIN held_round AS h ON h.workshop = p.workshop
CROSS JOIN held_choice AS v
LEFT JOIN seen AS s ON s.round = h.round AND s.participant = p.participant
LEFT JOIN seen_first AS f ON f.round = h.round AND f.workshop = p.workshop
LEFT JOIN closed_round AS c ON c.round = h.round AND c.workshop = p.workshop
LEFT JOIN narrowed_group AS g ON g.workshop = p.workshop AND g.stakeholder_group = p.own_group
LEFT JOIN excused AS e ON e.round = h.round AND e.workshop = p.workshop AND e.same = p.same
WHERE s.framework IS NOT NULL
  OR (e.same IS NULL AND (c.closed_by IS NULL OR p.participant < c.closed_by))`,
  },
]

/** The two tables on which every figure rests: the answers of people, and how many were asked. */
export function askedQueries(dialect: Dialect): readonly Query[] {
  const group = dialect.quoted('group')
  return [
    {
      name: 'alike',
      words: MERGE_WORDS.alike,
      kept: true,
      sql: `SELECT round, person, any_value(person_group) AS person_group, ${dialect.joined('seen_there')} AS asked_as
FROM (
  SELECT DISTINCT round, person, person_group, concat(workshop, ' ', framework, ' ', asked_group) AS seen_there
  FROM attendance) AS each_seen
GROUP BY round, person`,
    },
    {
      name: 'alike_kinds',
      kept: true,
      sql: `SELECT round, asked_as, person_group, count(*) AS people
FROM alike GROUP BY round, asked_as, person_group`,
    },
    {
      name: 'asked_indicator',
      kept: true,
      sql: `SELECT DISTINCT a.round, a.asked_as, i.id AS indicator
FROM (
  SELECT DISTINCT a.round, k.asked_as, a.workshop, a.asked_group, a.framework
  FROM attendance AS a JOIN alike AS k ON k.round = a.round AND k.person = a.person) AS a
JOIN indicator AS i ON i.framework = a.framework
JOIN (SELECT DISTINCT id FROM worded) AS w ON w.id = i.id
LEFT JOIN narrowed AS n ON n.workshop = a.workshop AND n.round = a.round
LEFT JOIN narrowed_to AS t ON t.workshop = a.workshop AND t.round = a.round AND t.indicator = i.id
LEFT JOIN narrowed_group_to AS o ON o.workshop = a.workshop AND o.stakeholder_group = a.asked_group
  AND o.indicator = i.id
WHERE (n.workshop IS NULL OR t.indicator IS NOT NULL)
  AND (a.asked_group = '' OR o.indicator IS NOT NULL)`,
    },
    {
      name: 'said',
      words: MERGE_WORDS.answers,
      sql: `SELECT c.round, c.indicator, c.criterion, p.person AS participant_id, p.person_group AS ${group},
  CASE WHEN c.answer <> 'none' THEN c.answer END AS answer, c.level,
  ${dialect.digest(['c.round', 'c.indicator', 'c.criterion', 'p.person'])} AS digest
FROM current_rating AS c JOIN person AS p ON p.participant = c.participant`,
    },
    {
      name: 'said_several',
      kept: true,
      sql: 'SELECT digest FROM said GROUP BY digest HAVING count(*) > 1',
    },
    {
      name: 'answers',
      kept: true,
      // Hardly anybody has two answers to one question: only those that may be two are counted.
      sql: `SELECT round, indicator, criterion, participant_id, ${group}, answer, level FROM said AS r
WHERE NOT EXISTS (SELECT 1 FROM said_several AS s WHERE s.digest = r.digest)
UNION ALL
SELECT round, indicator, criterion, participant_id, any_value(${group}) AS ${group},
  any_value(answer) AS answer, any_value(level) AS level
FROM said AS r WHERE EXISTS (SELECT 1 FROM said_several AS s WHERE s.digest = r.digest)
GROUP BY round, indicator, criterion, participant_id HAVING count(*) = 1`,
    },
    {
      name: 'asked_by_group',
      words: MERGE_WORDS.asked,
      kept: true,
      sql: `SELECT i.round, i.indicator, c.criterion, k.person_group, sum(k.people) AS asked
FROM asked_indicator AS i JOIN alike_kinds AS k ON k.round = i.round AND k.asked_as = i.asked_as
CROSS JOIN (VALUES ('usefulness'), ('usability')) AS c(criterion)
GROUP BY i.round, i.indicator, c.criterion, k.person_group
UNION ALL
SELECT a.round, a.indicator, a.criterion, a.${group} AS person_group, count(*) AS asked
FROM answers AS a
JOIN (SELECT DISTINCT id FROM worded) AS w ON w.id = a.indicator
LEFT JOIN alike AS k ON k.round = a.round AND k.person = a.participant_id
LEFT JOIN asked_indicator AS i ON i.round = a.round AND i.asked_as = k.asked_as AND i.indicator = a.indicator
WHERE a.answer IS NOT NULL AND i.indicator IS NULL
GROUP BY a.round, a.indicator, a.criterion, a.${group}`,
    },
    {
      name: 'in_round',
      sql: `SELECT k.round, k.person_group, sum(k.people) AS participants
FROM alike_kinds AS k JOIN (SELECT DISTINCT round, asked_as FROM asked_indicator) AS i
  ON i.round = k.round AND i.asked_as = k.asked_as
GROUP BY k.round, k.person_group`,
    },
    {
      name: 'asked',
      kept: true,
      sql: `SELECT a.round, a.indicator, a.criterion, a.person_group AS ${group},
  coalesce(max(r.participants), 0) AS participants, sum(a.asked) AS asked
FROM asked_by_group AS a
LEFT JOIN in_round AS r ON r.round = a.round AND r.person_group = a.person_group
GROUP BY a.round, a.indicator, a.criterion, a.person_group
UNION ALL
SELECT a.round, a.indicator, a.criterion, CAST(NULL AS STRING) AS ${group},
  coalesce(max(r.participants), 0) AS participants, sum(a.asked) AS asked
FROM asked_by_group AS a
LEFT JOIN (SELECT round, sum(participants) AS participants FROM in_round GROUP BY round) AS r
  ON r.round = a.round
GROUP BY a.round, a.indicator, a.criterion`,
    },
  ]
}
