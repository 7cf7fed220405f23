-- The decision which framework version is in use: `framework`, whatever versions of `beside` (a JSON list of
-- hashes) stood beside or after it then. Of those, `aside` (likewise) came from another laptop and were not taken,
-- so that the answers to their words are kept and count by the words of the version in use.
CREATE TABLE framework_choice_record (
  id          TEXT PRIMARY KEY,
  framework   TEXT NOT NULL REFERENCES framework (hash),
  beside      TEXT NOT NULL CHECK (json_valid(beside)),
  aside       TEXT NOT NULL CHECK (json_valid(aside)),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER
) STRICT;

CREATE TRIGGER framework_choice_stays BEFORE UPDATE ON framework_choice_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER framework_choice_is_kept BEFORE DELETE ON framework_choice_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;

CREATE VIEW framework_choice AS
SELECT * FROM framework_choice_record
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = framework_choice_record.id);

CREATE TRIGGER framework_choice_record_unsealed AFTER INSERT ON framework_choice_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('framework_choice_record', NEW.id); END;
CREATE TRIGGER framework_choice_record_erased AFTER DELETE ON framework_choice_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'framework_choice_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'framework_choice_record' AND key = OLD.id;
END;
