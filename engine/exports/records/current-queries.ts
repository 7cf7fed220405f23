import { MERGE_WORDS } from '../../../shared/messages/records-folder.ts'
import type { Query } from '../parquet/dialect.ts'
import { closure } from './closure.ts'

/** The records of a table that no other takes the place of, as a condition on `r`. */
export const STANDS = 'NOT EXISTS (SELECT 1 FROM superseded AS gone_by WHERE gone_by.id = r.id)'

/** The people who count, and the answers and words of theirs that stand, as the program has them. */
export const CURRENT_QUERIES: readonly Query[] = [
  {
    name: 'shown_participant',
    words: MERGE_WORDS.people,
    kept: true,
    sql: `SELECT participant, workshop, code, stakeholder_group FROM (
  SELECT r.*, row_number() OVER (PARTITION BY participant ORDER BY id DESC) AS place
  FROM participant_record AS r WHERE ${STANDS}) AS ranked
WHERE place = 1`,
  },
  {
    name: 'test_participant',
    sql: `SELECT participant FROM participant_test AS r WHERE ${STANDS}
GROUP BY participant HAVING max(test) = 1`,
  },
  {
    name: 'linked_0',
    words: MERGE_WORDS.linked,
    kept: true,
    sql: `SELECT one AS near, other AS far FROM participant_link AS r WHERE linked = 1 AND ${STANDS}
UNION SELECT other, one FROM participant_link AS r WHERE linked = 1 AND ${STANDS}
UNION SELECT one, one FROM participant_link
UNION SELECT other, other FROM participant_link`,
  },
  ...closure('linked', { from: 'near', to: 'far' }),
  {
    name: 'linked_person',
    kept: true,
    sql: 'SELECT near AS participant, min(far) AS person FROM linked GROUP BY near',
  },
  {
    name: 'counted_participant',
    kept: true,
    sql: `SELECT p.participant, p.workshop, p.stakeholder_group,
  coalesce(l.person, p.participant) AS same
FROM shown_participant AS p LEFT JOIN linked_person AS l ON l.participant = p.participant
WHERE NOT EXISTS (SELECT 1 FROM test_participant AS t WHERE t.participant = p.participant)`,
  },
  {
    name: 'person',
    kept: true,
    sql: `SELECT c.participant, c.workshop, c.stakeholder_group AS own_group, c.same, f.participant AS person,
  f.stakeholder_group AS person_group
FROM counted_participant AS c
JOIN (SELECT same, min(participant) AS participant FROM counted_participant GROUP BY same) AS k ON k.same = c.same
JOIN counted_participant AS f ON f.participant = k.participant`,
  },
  {
    name: 'taken_back',
    words: MERGE_WORDS.settlements,
    sql: 'SELECT r.id FROM settlement AS r JOIN superseded AS s ON s.id = r.id',
  },
  {
    name: 'lapsed_settlement',
    sql: `SELECT id FROM settlement WHERE chosen IS NULL
UNION SELECT id FROM taken_back
UNION SELECT mine.id FROM settlement AS mine JOIN supersession AS s ON s.superseded = mine.chosen
WHERE NOT EXISTS (SELECT 1 FROM comment_record AS c WHERE c.id = s.record)
  AND NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = s.record)`,
  },
  {
    name: 'between_strangers',
    sql: `SELECT s.superseded, s.record FROM supersession AS s
JOIN settlement AS x ON x.id = s.record
JOIN rating AS r ON r.id = s.superseded AND r.participant <> x.participant
LEFT JOIN linked_person AS mine ON mine.participant = r.participant
LEFT JOIN linked_person AS theirs ON theirs.participant = x.participant
WHERE mine.person IS NULL OR theirs.person IS NULL OR mine.person <> theirs.person`,
  },
  {
    name: 'answered_anew',
    kept: true,
    sql: `SELECT DISTINCT s.superseded AS id FROM supersession AS s
WHERE NOT EXISTS (SELECT 1 FROM comment_record AS c WHERE c.id = s.record)
  AND NOT EXISTS (SELECT 1 FROM lapsed_settlement AS l WHERE l.id = s.record)
  AND NOT EXISTS (SELECT 1 FROM between_strangers AS b
    WHERE b.superseded = s.superseded AND b.record = s.record)`,
  },
  {
    name: 'current_rating',
    sql: `SELECT r.* FROM rating AS r
WHERE NOT EXISTS (SELECT 1 FROM answered_anew AS a WHERE a.id = r.id)`,
  },
  {
    name: 'standing_settlement',
    words: MERGE_WORDS.comments,
    sql: `SELECT r.* FROM settlement AS r WHERE ${STANDS}`,
  },
  {
    name: 'said_both',
    sql: 'SELECT id FROM rating WHERE comment IS NOT NULL',
  },
  {
    name: 'said_again',
    sql: `SELECT s.superseded AS id FROM supersession AS s JOIN said_both AS b ON b.id = s.record
UNION SELECT s.superseded FROM supersession AS s JOIN standing_settlement AS t ON t.id = s.record`,
  },
  {
    name: 'words_replaced',
    sql: `SELECT s.superseded AS id FROM supersession AS s JOIN comment_record AS c ON c.id = s.record
UNION SELECT s.superseded FROM supersession AS s JOIN said_both AS b ON b.id = s.record
UNION SELECT s.superseded FROM supersession AS s
JOIN standing_settlement AS held ON held.id = s.record
JOIN said_both AS b ON b.id = held.chosen
JOIN rating AS r ON r.id = s.superseded
LEFT JOIN linked_person AS mine ON mine.participant = r.participant
LEFT JOIN linked_person AS theirs ON theirs.participant = held.participant
WHERE (held.participant = r.participant OR mine.person = theirs.person)
  AND NOT EXISTS (SELECT 1 FROM said_again AS a WHERE a.id = held.chosen)`,
  },
  {
    name: 'comments',
    sql: `SELECT w.id, w.round, w.indicator, w.criterion, p.person, p.person_group, w.words FROM (
  SELECT r.id, participant, indicator, criterion, round, text AS words FROM comment_record AS r
  WHERE ${STANDS}
  UNION ALL SELECT r.id, participant, indicator, criterion, round, comment AS words FROM rating AS r
  WHERE NOT EXISTS (SELECT 1 FROM words_replaced AS x WHERE x.id = r.id)) AS w
JOIN person AS p ON p.participant = w.participant WHERE w.words <> ''`,
  },
  {
    name: 'suggestions',
    sql: `SELECT r.id, r.round, r.kind, r.indicator, p.person, p.person_group, r.text AS words
FROM suggestion AS r JOIN person AS p ON p.participant = r.participant
WHERE ${STANDS} AND r.text <> ''`,
  },
]
