-- The text that tells people what the study is, before they agree to take part. An empty one takes earlier ones away.
CREATE TABLE information_record (
  id          TEXT PRIMARY KEY,
  title       TEXT NOT NULL CHECK (length(title) <= 200),
  text        TEXT NOT NULL CHECK (length(text) <= 12000),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER,
  CHECK ((title = '') = (text = ''))
) STRICT;
CREATE TRIGGER information_record_stays BEFORE UPDATE ON information_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER information_record_is_kept BEFORE DELETE ON information_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER information_record_unsealed AFTER INSERT ON information_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('information_record', NEW.id); END;
CREATE TRIGGER information_record_erased AFTER DELETE ON information_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'information_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'information_record' AND key = OLD.id;
END;

-- That a participant agreed to take part, when, and to which text (`information` is the id of its record). Nothing takes
-- its place; with all else of a person it goes when they withdraw.
CREATE TABLE consent_record (
  id          TEXT PRIMARY KEY,
  participant TEXT NOT NULL REFERENCES participant_record (id),
  information TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER
) STRICT;
CREATE INDEX consent_record_of_participant ON consent_record (participant);
CREATE TRIGGER consent_record_stays BEFORE UPDATE ON consent_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER consent_record_is_kept BEFORE DELETE ON consent_record
WHEN NOT EXISTS (SELECT 1 FROM withdrawal WHERE participant = OLD.participant)
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER consent_record_unsealed AFTER INSERT ON consent_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('consent_record', NEW.id); END;
CREATE TRIGGER consent_record_erased AFTER DELETE ON consent_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'consent_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'consent_record' AND key = OLD.id;
END;

-- The text that somebody agreed to who has said nothing yet; it becomes a record when they do.
ALTER TABLE start ADD COLUMN agreed_to TEXT;
