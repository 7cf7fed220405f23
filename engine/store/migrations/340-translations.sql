-- The words of one indicator in another language (`texts`, JSON by field), which translate those that a framework version
-- has; without texts it takes earlier ones away. `file_name` is the file that they came from.
CREATE TABLE translation_record (
  id          TEXT PRIMARY KEY,
  framework   TEXT NOT NULL,
  indicator   TEXT NOT NULL,
  language    TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 3),
  texts       TEXT NOT NULL CHECK (json_valid(texts)),
  file_name   TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER,
  FOREIGN KEY (framework, indicator) REFERENCES indicator (framework, id)
) STRICT;
CREATE INDEX translation_record_of_indicator ON translation_record (framework, indicator);
CREATE TRIGGER translation_record_stays BEFORE UPDATE ON translation_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER translation_record_is_kept BEFORE DELETE ON translation_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER translation_record_unsealed AFTER INSERT ON translation_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('translation_record', NEW.id); END;
CREATE TRIGGER translation_record_erased AFTER DELETE ON translation_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'translation_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'translation_record' AND key = OLD.id;
END;

-- The translation that was on screen where a draft was said; null for the framework's own words.
ALTER TABLE draft ADD COLUMN translation TEXT REFERENCES translation_record (id);

-- That a person said things on screens that showed translated words: `shown` lists the ids of their records, each with that
-- of the translation. Nothing takes its place; with all else of a person it goes when they withdraw.
CREATE TABLE translation_shown (
  id          TEXT PRIMARY KEY,
  participant TEXT NOT NULL REFERENCES participant_record (id),
  round       INTEGER NOT NULL CHECK (round BETWEEN 1 AND 99),
  shown       TEXT NOT NULL CHECK (json_valid(shown)),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER
) STRICT;
CREATE INDEX translation_shown_of_participant ON translation_shown (participant);
CREATE TRIGGER translation_shown_stays BEFORE UPDATE ON translation_shown
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER translation_shown_is_kept BEFORE DELETE ON translation_shown
WHEN NOT EXISTS (SELECT 1 FROM withdrawal WHERE participant = OLD.participant)
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER translation_shown_unsealed AFTER INSERT ON translation_shown WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('translation_shown', NEW.id); END;
CREATE TRIGGER translation_shown_erased AFTER DELETE ON translation_shown WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'translation_shown' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'translation_shown' AND key = OLD.id;
END;
