-- What a conflict is, defined once: a question, which is an indicator, a criterion and a round, that one
-- person has two current ratings to, or more. Linked participants are one person, who goes by the first
-- of them. Few keys have two records, so these are found first, in one pass over their index.
CREATE VIEW conflict AS
WITH linked AS MATERIALIZED (SELECT participant, person FROM linked_person)
SELECT indicator, criterion, round, participant AS person FROM rating AS repeated
WHERE participant NOT IN (SELECT participant FROM linked)
GROUP BY indicator, criterion, round, participant
HAVING count(*) > 1 AND 1 < (
  SELECT count(*) FROM current_rating AS mine
  WHERE mine.indicator = repeated.indicator AND mine.criterion = repeated.criterion
    AND mine.round = repeated.round AND mine.participant = repeated.participant)
UNION ALL
SELECT mine.indicator, mine.criterion, mine.round, linked.person
FROM linked CROSS JOIN current_rating AS mine ON mine.participant = linked.participant
GROUP BY mine.indicator, mine.criterion, mine.round, linked.person HAVING count(*) > 1;

-- The sides of every conflict: the current ratings that stand beside each other.
CREATE VIEW conflict_side AS
WITH linked AS MATERIALIZED (SELECT participant, person FROM linked_person)
SELECT conflict.person, side.* FROM conflict CROSS JOIN current_rating AS side
  ON side.indicator = conflict.indicator AND side.criterion = conflict.criterion
    AND side.round = conflict.round
    AND side.participant IN (
      SELECT conflict.person UNION ALL
      SELECT participant FROM linked WHERE linked.person = conflict.person);
