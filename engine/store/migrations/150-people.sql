-- The four words of a person, which nobody but that person has: their hash, by which they are found again. The
-- words of someone who has no such record follow from their id, as they did before this step.
CREATE TABLE recall_words (
  id          TEXT PRIMARY KEY,
  participant TEXT NOT NULL REFERENCES participant_record (id),
  hash        TEXT NOT NULL CHECK (length(hash) = 43),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER
) STRICT;
CREATE INDEX recall_words_of_participant ON recall_words (participant);
CREATE INDEX recall_words_of_hash ON recall_words (hash);

-- The first of the four words alone, for whoever comes back to a covered screen. One word is soon guessed from its
-- hash, so it is on this laptop alone, travels in no package, and goes when the person hands over.
CREATE TABLE first_word (
  participant TEXT PRIMARY KEY REFERENCES participant_record (id),
  kept        TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER first_word_goes AFTER UPDATE OF ended ON turn WHEN NEW.ended IN ('finish', 'hand-over')
BEGIN DELETE FROM first_word WHERE participant = NEW.participant; END;

-- That a participant is a test, whose answers are kept and count for nothing, or is none after all.
CREATE TABLE participant_test (
  id          TEXT PRIMARY KEY,
  participant TEXT NOT NULL REFERENCES participant_record (id),
  test        INTEGER NOT NULL CHECK (test IN (0, 1)),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER
) STRICT;
CREATE INDEX participant_test_of_participant ON participant_test (participant);

-- Where laptops say different things of one participant, it is a test: what may be no person's answer counts
-- for nothing until somebody says that it is one.
CREATE VIEW test_participant AS
SELECT participant FROM participant_test
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = participant_test.id)
GROUP BY participant HAVING max(test) = 1;
CREATE VIEW counted_participant AS
SELECT * FROM participant WHERE participant NOT IN (SELECT participant FROM test_participant);

CREATE TRIGGER recall_words_stays BEFORE UPDATE ON recall_words
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER recall_words_is_kept BEFORE DELETE ON recall_words
WHEN NOT EXISTS (SELECT 1 FROM withdrawal WHERE participant = OLD.participant)
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER participant_test_stays BEFORE UPDATE ON participant_test
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER participant_test_is_kept BEFORE DELETE ON participant_test
WHEN NOT EXISTS (SELECT 1 FROM withdrawal WHERE participant = OLD.participant)
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;

-- A supersession goes with the records of a person that it joins, those of these kinds too.
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
UNION ALL SELECT id, one FROM participant_link;
CREATE TRIGGER supersession_is_kept BEFORE DELETE ON supersession
WHEN NOT EXISTS (SELECT 1 FROM personal_record JOIN withdrawal USING (participant)
                 WHERE personal_record.id IN (OLD.record, OLD.superseded))
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
