-- A record of a kind that this program does not know may take the place of another one of its kind; such a supersession
-- goes with the records of a person that it joins, as others do.
DROP TRIGGER supersession_is_kept;
DROP VIEW personal_record;
CREATE VIEW personal_record AS
SELECT id, participant FROM participant_record
UNION ALL SELECT id, participant FROM rating
UNION ALL SELECT id, participant FROM comment_record
UNION ALL SELECT id, participant FROM suggestion
UNION ALL SELECT id, participant FROM comment_tag
UNION ALL SELECT id, participant FROM settlement
UNION ALL SELECT id, participant FROM person_round
UNION ALL SELECT id, participant FROM recall_words
UNION ALL SELECT id, participant FROM participant_test
UNION ALL SELECT id, participant FROM paper_record
UNION ALL SELECT key, person FROM unknown_record WHERE person <> ''
UNION ALL SELECT id, one FROM participant_link;
CREATE TRIGGER supersession_is_kept BEFORE DELETE ON supersession
WHEN NOT EXISTS (SELECT 1 FROM personal_record JOIN withdrawal USING (participant)
                 WHERE personal_record.id IN (OLD.record, OLD.superseded))
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
