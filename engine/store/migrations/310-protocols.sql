-- The indicators that a group of a workshop is asked (`indicators`, a JSON list of ids; null for all). A group without a
-- record is asked all. A later record about the same group takes its place.
CREATE TABLE group_indicators_record (
  id                TEXT PRIMARY KEY,
  workshop          TEXT NOT NULL,
  stakeholder_group TEXT NOT NULL,
  indicators        TEXT CHECK (indicators IS NULL OR json_valid(indicators)),
  recorded_at       TEXT NOT NULL,
  device            TEXT NOT NULL REFERENCES device (id),
  package           INTEGER
) STRICT;
CREATE INDEX group_indicators_by_workshop ON group_indicators_record (workshop);

-- The way in which a workshop asks: the order (`sequence`) with the seed that it is shuffled by, the wordings that are
-- offered (a JSON list), and the minutes that are planned. A later one of the same workshop takes its place.
CREATE TABLE workshop_protocol_record (
  id          TEXT PRIMARY KEY,
  workshop    TEXT NOT NULL,
  sequence    TEXT NOT NULL CHECK (sequence IN ('fixed', 'sections', 'indicators')),
  seed        TEXT NOT NULL CHECK (length(seed) <= 40),
  wordings    TEXT NOT NULL CHECK (json_valid(wordings)),
  minutes     INTEGER CHECK (minutes BETWEEN 1 AND 600),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER,
  CHECK ((sequence = 'fixed') = (seed = ''))
) STRICT;
CREATE INDEX workshop_protocol_by_workshop ON workshop_protocol_record (workshop);

CREATE TRIGGER group_indicators_record_stays BEFORE UPDATE ON group_indicators_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER group_indicators_record_is_kept BEFORE DELETE ON group_indicators_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER group_indicators_record_unsealed AFTER INSERT ON group_indicators_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('group_indicators_record', NEW.id); END;
CREATE TRIGGER group_indicators_record_erased AFTER DELETE ON group_indicators_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'group_indicators_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'group_indicators_record' AND key = OLD.id;
END;

CREATE TRIGGER workshop_protocol_record_stays BEFORE UPDATE ON workshop_protocol_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER workshop_protocol_record_is_kept BEFORE DELETE ON workshop_protocol_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER workshop_protocol_record_unsealed AFTER INSERT ON workshop_protocol_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('workshop_protocol_record', NEW.id); END;
CREATE TRIGGER workshop_protocol_record_erased AFTER DELETE ON workshop_protocol_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'workshop_protocol_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'workshop_protocol_record' AND key = OLD.id;
END;

CREATE VIEW group_indicators AS
SELECT * FROM group_indicators_record
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = group_indicators_record.id);

CREATE VIEW workshop_protocol AS
SELECT * FROM workshop_protocol_record
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = workshop_protocol_record.id);
