-- A sheet that was printed for one person, by the number on it. The person is a participant, or becomes one with the
-- first answer that is keyed in; `indicators` are the ids of its lines, in order. It is on the laptop that printed it
-- alone and travels in no package. Of somebody who withdrew the number is left, so that no other sheet gets it.
CREATE TABLE sheet (
  number            INTEGER PRIMARY KEY,
  workshop          TEXT NOT NULL REFERENCES workshop_record (id),
  participant       TEXT,
  code              TEXT NOT NULL,
  stakeholder_group TEXT NOT NULL,
  round             INTEGER NOT NULL CHECK (round BETWEEN 1 AND 99),
  framework         TEXT NOT NULL REFERENCES framework (hash),
  wording           TEXT NOT NULL CHECK (wording IN ('title', 'plain')),
  indicators        TEXT NOT NULL CHECK (json_valid(indicators)),
  printed_at        TEXT NOT NULL,
  CHECK (participant IS NOT NULL OR (code = '' AND stakeholder_group = ''))
) STRICT;
CREATE INDEX sheet_of_participant ON sheet (participant);

-- What was read off a sheet so far, by the first and by the second person who keys it in; overwritten in place, and on
-- this laptop alone, as drafts are.
CREATE TABLE keyed (
  sheet     INTEGER NOT NULL REFERENCES sheet (number),
  pass      INTEGER NOT NULL CHECK (pass IN (1, 2)),
  indicator TEXT NOT NULL,
  criterion TEXT NOT NULL CHECK (criterion IN ('usefulness', 'usability')),
  answer    TEXT NOT NULL CHECK (answer IN ('level', 'dont_know', 'not_applicable', 'none')),
  level     INTEGER CHECK (level BETWEEN 1 AND 9),
  comment   TEXT NOT NULL CHECK (length(comment) <= 4000),
  PRIMARY KEY (sheet, pass, indicator, criterion),
  CHECK ((answer = 'level') = (level IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- That a person's answers of a round were keyed in from paper, and by whom; with `checked_by`, that a second person has
-- read the paper again. The answers that came with it have its moment and its device.
CREATE TABLE paper_record (
  id          TEXT PRIMARY KEY,
  participant TEXT NOT NULL REFERENCES participant_record (id),
  round       INTEGER NOT NULL CHECK (round BETWEEN 1 AND 99),
  sheet       INTEGER NOT NULL CHECK (sheet >= 1),
  keyed_by    TEXT NOT NULL CHECK (length(keyed_by) BETWEEN 1 AND 60),
  checked_by  TEXT CHECK (length(checked_by) BETWEEN 1 AND 60),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER
) STRICT;
CREATE INDEX paper_record_of_participant ON paper_record (participant, round);

CREATE TRIGGER paper_record_stays BEFORE UPDATE ON paper_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER paper_record_is_kept BEFORE DELETE ON paper_record
WHEN NOT EXISTS (SELECT 1 FROM withdrawal WHERE participant = OLD.participant)
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER paper_record_unsealed AFTER INSERT ON paper_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('paper_record', NEW.id); END;
CREATE TRIGGER paper_record_erased AFTER DELETE ON paper_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'paper_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'paper_record' AND key = OLD.id;
END;

CREATE VIEW current_paper AS
SELECT * FROM paper_record
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = paper_record.id);

-- A supersession goes with the records of a person that it joins, those of this kind too.
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
UNION ALL SELECT id, one FROM participant_link;
CREATE TRIGGER supersession_is_kept BEFORE DELETE ON supersession
WHEN NOT EXISTS (SELECT 1 FROM personal_record JOIN withdrawal USING (participant)
                 WHERE personal_record.id IN (OLD.record, OLD.superseded))
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
