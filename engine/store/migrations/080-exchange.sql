-- What brings workbooks together: packages, the receipts of merges, and withdrawals.

-- `package` is the number of the package that brought a record; null for what was recorded here.
ALTER TABLE device ADD COLUMN package INTEGER;
ALTER TABLE indicator ADD COLUMN package INTEGER;
ALTER TABLE workshop_record ADD COLUMN package INTEGER;
ALTER TABLE participant_record ADD COLUMN package INTEGER;
ALTER TABLE rating ADD COLUMN package INTEGER;
ALTER TABLE supersession ADD COLUMN package INTEGER;
ALTER TABLE indicator_split ADD COLUMN package INTEGER;
ALTER TABLE suggestion ADD COLUMN package INTEGER;
ALTER TABLE rule_record ADD COLUMN package INTEGER;
ALTER TABLE comment_tag ADD COLUMN package INTEGER;
ALTER TABLE round_record ADD COLUMN package INTEGER;
ALTER TABLE discussed_record ADD COLUMN package INTEGER;

-- Who loaded a framework version, when and from which file. Laptops that load the same file hold the
-- same version; `framework` shows the earliest loading, so that they agree on its title too.
CREATE TABLE framework_loading (
  framework TEXT NOT NULL REFERENCES framework (hash),
  device    TEXT NOT NULL REFERENCES device (id),
  title     TEXT NOT NULL,
  origin    TEXT NOT NULL CHECK (origin IN ('file', 'example')),
  file_name TEXT NOT NULL,
  loaded_at TEXT NOT NULL,
  package   INTEGER,
  PRIMARY KEY (framework, device)
) STRICT;
INSERT INTO framework_loading (framework, device, title, origin, file_name, loaded_at)
SELECT hash, device, title, origin, file_name, loaded_at FROM framework;

DROP TRIGGER framework_stays;
CREATE TRIGGER framework_stays BEFORE UPDATE ON framework
WHEN NOT EXISTS (
  SELECT 1 FROM framework_loading AS l
  WHERE l.framework = OLD.hash AND NEW.hash = OLD.hash AND l.device = NEW.device
    AND l.title = NEW.title AND l.origin = NEW.origin AND l.file_name = NEW.file_name
    AND l.loaded_at = NEW.loaded_at)
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER framework_loading_stays BEFORE UPDATE ON framework_loading
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER framework_loading_is_kept BEFORE DELETE ON framework_loading
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;

-- One person asked for everything they said to go. Their rows, and only theirs, may then be deleted.
CREATE TABLE withdrawal (
  id          TEXT PRIMARY KEY,
  participant TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER
) STRICT;
CREATE INDEX withdrawal_of_participant ON withdrawal (participant);
CREATE TRIGGER withdrawal_stays BEFORE UPDATE ON withdrawal
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER withdrawal_is_kept BEFORE DELETE ON withdrawal
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;

DROP TRIGGER rating_is_kept;
CREATE TRIGGER rating_is_kept BEFORE DELETE ON rating
WHEN NOT EXISTS (SELECT 1 FROM withdrawal WHERE participant = OLD.participant)
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
DROP TRIGGER participant_record_is_kept;
CREATE TRIGGER participant_record_is_kept BEFORE DELETE ON participant_record
WHEN NOT EXISTS (SELECT 1 FROM withdrawal WHERE participant = OLD.participant)
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
DROP TRIGGER suggestion_is_kept;
CREATE TRIGGER suggestion_is_kept BEFORE DELETE ON suggestion
WHEN NOT EXISTS (SELECT 1 FROM withdrawal WHERE participant = OLD.participant)
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
DROP TRIGGER comment_tag_is_kept;
CREATE TRIGGER comment_tag_is_kept BEFORE DELETE ON comment_tag
WHEN NOT EXISTS (SELECT 1 FROM withdrawal WHERE participant = OLD.participant)
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
DROP TRIGGER supersession_is_kept;
CREATE TRIGGER supersession_is_kept BEFORE DELETE ON supersession
WHEN NOT EXISTS (SELECT 1 FROM rating JOIN withdrawal USING (participant)
                 WHERE rating.id IN (OLD.record, OLD.superseded))
 AND NOT EXISTS (SELECT 1 FROM participant_record JOIN withdrawal USING (participant)
                 WHERE participant_record.id IN (OLD.record, OLD.superseded))
 AND NOT EXISTS (SELECT 1 FROM suggestion JOIN withdrawal USING (participant)
                 WHERE suggestion.id IN (OLD.record, OLD.superseded))
 AND NOT EXISTS (SELECT 1 FROM comment_tag JOIN withdrawal USING (participant)
                 WHERE comment_tag.id IN (OLD.record, OLD.superseded))
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;

-- The account of a merge, word for word as it was shown.
CREATE TABLE receipt (
  id        TEXT PRIMARY KEY,
  merged_at TEXT NOT NULL,
  device    TEXT NOT NULL REFERENCES device (id),
  content   TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
CREATE TRIGGER receipt_stays BEFORE UPDATE ON receipt
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER receipt_is_kept BEFORE DELETE ON receipt
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;

-- A package that was accepted.
CREATE TABLE package (
  number  INTEGER PRIMARY KEY,
  receipt TEXT NOT NULL REFERENCES receipt (id) DEFERRABLE INITIALLY DEFERRED,
  name    TEXT NOT NULL,
  sha256  TEXT NOT NULL,
  device  TEXT NOT NULL,
  study   TEXT NOT NULL
) STRICT;
CREATE TRIGGER package_stays BEFORE UPDATE ON package
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER package_is_kept BEFORE DELETE ON package
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;

-- What a package brought: for each kind of record and each person (blank where a record is nobody's),
-- how many and the digest of what they say. The digest of one who withdrew is blanked.
CREATE TABLE brought (
  package INTEGER NOT NULL REFERENCES package (number),
  kind    TEXT NOT NULL,
  person  TEXT NOT NULL,
  records INTEGER NOT NULL,
  digest  TEXT NOT NULL,
  PRIMARY KEY (package, kind, person)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER brought_stays BEFORE UPDATE ON brought
WHEN NEW.package <> OLD.package OR NEW.kind <> OLD.kind OR NEW.person <> OLD.person
  OR NEW.records <> OLD.records OR NEW.digest <> ''
  OR NOT EXISTS (SELECT 1 FROM withdrawal WHERE participant = OLD.person)
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER brought_is_kept BEFORE DELETE ON brought
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;

-- Fields of a record that this program does not know, kept to be passed on. `key` names the record.
CREATE TABLE record_extra (
  kind   TEXT NOT NULL,
  key    TEXT NOT NULL,
  person TEXT NOT NULL,
  extra  TEXT NOT NULL CHECK (json_valid(extra)),
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
-- Records of kinds that this program does not know, kept to be passed on.
CREATE TABLE unknown_record (
  kind    TEXT NOT NULL,
  key     TEXT NOT NULL,
  person  TEXT NOT NULL,
  line    TEXT NOT NULL CHECK (json_valid(line)),
  package INTEGER,
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
-- Records that say something else than the one that is known by the same id: kept apart, never counted.
CREATE TABLE apart_record (
  kind    TEXT NOT NULL,
  key     TEXT NOT NULL,
  person  TEXT NOT NULL,
  line    TEXT NOT NULL CHECK (json_valid(line)),
  package INTEGER,
  PRIMARY KEY (kind, key, line)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER record_extra_stays BEFORE UPDATE ON record_extra
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER record_extra_is_kept BEFORE DELETE ON record_extra
WHEN NOT EXISTS (SELECT 1 FROM withdrawal WHERE participant = OLD.person)
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER unknown_record_stays BEFORE UPDATE ON unknown_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER unknown_record_is_kept BEFORE DELETE ON unknown_record
WHEN NOT EXISTS (SELECT 1 FROM withdrawal WHERE participant = OLD.person)
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER apart_record_stays BEFORE UPDATE ON apart_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER apart_record_is_kept BEFORE DELETE ON apart_record
WHEN NOT EXISTS (SELECT 1 FROM withdrawal WHERE participant = OLD.person)
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
