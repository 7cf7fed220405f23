-- The hands that a group showed for each answer to a question, counted in the room: `counts` is a JSON list of numbers
-- that begins with the lowest level, `present` the people of the group in the room. It is about no participant; a later
-- count of the same line takes its place, and one of nobody takes it back.
CREATE TABLE hands_record (
  id                TEXT PRIMARY KEY,
  workshop          TEXT NOT NULL,
  stakeholder_group TEXT NOT NULL,
  round             INTEGER NOT NULL CHECK (round BETWEEN 1 AND 99),
  framework         TEXT NOT NULL,
  indicator         TEXT NOT NULL,
  criterion         TEXT NOT NULL CHECK (criterion IN ('usefulness', 'usability')),
  counts            TEXT NOT NULL CHECK (json_valid(counts)),
  dont_know         INTEGER NOT NULL CHECK (dont_know >= 0),
  not_applicable    INTEGER NOT NULL CHECK (not_applicable >= 0),
  present           INTEGER NOT NULL CHECK (present BETWEEN 0 AND 9999),
  wording           TEXT NOT NULL CHECK (wording IN ('title', 'plain', 'easy')),
  keyed_by          TEXT NOT NULL CHECK (length(keyed_by) BETWEEN 1 AND 60),
  recorded_at       TEXT NOT NULL,
  device            TEXT NOT NULL REFERENCES device (id),
  package           INTEGER
) STRICT;
CREATE INDEX hands_record_of_round ON hands_record (workshop, round);

CREATE TRIGGER hands_record_stays BEFORE UPDATE ON hands_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER hands_record_is_kept BEFORE DELETE ON hands_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER hands_record_unsealed AFTER INSERT ON hands_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('hands_record', NEW.id); END;
CREATE TRIGGER hands_record_erased AFTER DELETE ON hands_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'hands_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'hands_record' AND key = OLD.id;
END;

CREATE VIEW current_hands AS
SELECT * FROM hands_record
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = hands_record.id);
