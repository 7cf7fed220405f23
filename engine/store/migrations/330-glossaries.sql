-- The words that the framework of the study uses and what they mean (`terms`, a JSON list); an empty list takes earlier ones
-- away. `file_name` is the file that it came from.
CREATE TABLE glossary_record (
  id          TEXT PRIMARY KEY,
  terms       TEXT NOT NULL CHECK (json_valid(terms)),
  file_name   TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER
) STRICT;
CREATE TRIGGER glossary_record_stays BEFORE UPDATE ON glossary_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER glossary_record_is_kept BEFORE DELETE ON glossary_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER glossary_record_unsealed AFTER INSERT ON glossary_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('glossary_record', NEW.id); END;
CREATE TRIGGER glossary_record_erased AFTER DELETE ON glossary_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'glossary_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'glossary_record' AND key = OLD.id;
END;
