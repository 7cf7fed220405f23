-- A note of the team in the diary. A later record of the same note takes its place; with an empty `text` it is gone.
CREATE TABLE diary_note_record (
  id          TEXT PRIMARY KEY,
  note        TEXT NOT NULL,
  text        TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER
) STRICT;
CREATE TRIGGER diary_note_stays BEFORE UPDATE ON diary_note_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER diary_note_is_kept BEFORE DELETE ON diary_note_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE VIEW diary_note AS
SELECT * FROM diary_note_record
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = diary_note_record.id);

CREATE TRIGGER diary_note_record_unsealed AFTER INSERT ON diary_note_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('diary_note_record', NEW.id); END;
CREATE TRIGGER diary_note_record_erased AFTER DELETE ON diary_note_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'diary_note_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'diary_note_record' AND key = OLD.id;
END;

-- The packages that were refused in a merge of which nothing was taken, so that there is no receipt. `why` is the sentence
-- that was shown. It travels in no package.
CREATE TABLE refused_file (
  id          TEXT PRIMARY KEY,
  name        TEXT NOT NULL,
  why         TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;

-- The release of an export, since an export is of one; null for a package and for what was written before.
ALTER TABLE written_file ADD COLUMN release TEXT CHECK (release IN ('research', 'tables', 'rows'));
