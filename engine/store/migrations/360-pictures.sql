-- A part of a picture, as base64: `id` is the SHA-256 of its bytes and of the text of `next`, the part that follows it. So the
-- same picture is stored once, whoever loads it and however often.
CREATE TABLE picture_part (
  id      TEXT PRIMARY KEY CHECK (length(id) = 64),
  data    TEXT NOT NULL CHECK (data <> ''),
  next    TEXT REFERENCES picture_part (id),
  package INTEGER
) STRICT;
CREATE TRIGGER picture_part_stays BEFORE UPDATE ON picture_part
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER picture_part_is_kept BEFORE DELETE ON picture_part
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER picture_part_unsealed AFTER INSERT ON picture_part WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('picture_part', NEW.id); END;
CREATE TRIGGER picture_part_erased AFTER DELETE ON picture_part WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'picture_part' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'picture_part' AND key = OLD.id;
END;

-- That a picture stands for an indicator: `content` is its first part, null to take earlier pictures away. `description` says
-- what is on it; `file_name` is the file that it came from.
CREATE TABLE picture_record (
  id          TEXT PRIMARY KEY,
  framework   TEXT NOT NULL,
  indicator   TEXT NOT NULL,
  content     TEXT REFERENCES picture_part (id),
  type        TEXT CHECK (type = 'image/png' OR type = 'image/jpeg' OR type = 'image/webp'),
  description TEXT NOT NULL,
  file_name   TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER,
  CHECK ((content IS NULL) = (type IS NULL)),
  FOREIGN KEY (framework, indicator) REFERENCES indicator (framework, id)
) STRICT;
CREATE INDEX picture_record_of_indicator ON picture_record (framework, indicator);
CREATE TRIGGER picture_record_stays BEFORE UPDATE ON picture_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER picture_record_is_kept BEFORE DELETE ON picture_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER picture_record_unsealed AFTER INSERT ON picture_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('picture_record', NEW.id); END;
CREATE TRIGGER picture_record_erased AFTER DELETE ON picture_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'picture_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'picture_record' AND key = OLD.id;
END;
