-- The language of the screen on which a draft was said; null for English.
ALTER TABLE draft ADD COLUMN language TEXT;

-- That a person said these answers, comments and suggestions on screens in another language than English: `said` lists the
-- ids of their records. Nothing takes its place; with all else of a person it goes when they withdraw.
CREATE TABLE language_record (
  id          TEXT PRIMARY KEY,
  participant TEXT NOT NULL REFERENCES participant_record (id),
  round       INTEGER NOT NULL CHECK (round BETWEEN 1 AND 99),
  language    TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 3),
  said        TEXT NOT NULL CHECK (json_valid(said)),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER
) STRICT;
CREATE INDEX language_record_of_participant ON language_record (participant);
CREATE TRIGGER language_record_stays BEFORE UPDATE ON language_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER language_record_is_kept BEFORE DELETE ON language_record
WHEN NOT EXISTS (SELECT 1 FROM withdrawal WHERE participant = OLD.participant)
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER language_record_unsealed AFTER INSERT ON language_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('language_record', NEW.id); END;
CREATE TRIGGER language_record_erased AFTER DELETE ON language_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'language_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'language_record' AND key = OLD.id;
END;
