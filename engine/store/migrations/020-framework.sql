-- A framework version is known by the hash of its content and never changes.
CREATE TABLE framework (
  hash      TEXT PRIMARY KEY,
  title     TEXT NOT NULL,
  origin    TEXT NOT NULL CHECK (origin IN ('file', 'example')),
  file_name TEXT NOT NULL,
  loaded_at TEXT NOT NULL,
  device    TEXT NOT NULL REFERENCES device (id)
) STRICT;

-- `section` is a JSON list of titles, outermost first. An `id` stays when a later version rewords.
CREATE TABLE indicator (
  framework  TEXT NOT NULL REFERENCES framework (hash),
  id         TEXT NOT NULL,
  position   INTEGER NOT NULL,
  code       TEXT NOT NULL,
  title      TEXT NOT NULL,
  section    TEXT NOT NULL CHECK (json_valid(section)),
  outcome    TEXT NOT NULL,
  definition TEXT NOT NULL,
  data_type  TEXT CHECK (data_type IN ('cross-sectional', 'longitudinal', 'proxy', 'user feedback')),
  status     TEXT CHECK (status IN ('existing', 'new')),
  source     TEXT NOT NULL,
  unit       TEXT NOT NULL,
  population TEXT NOT NULL,
  easy_read  TEXT NOT NULL,
  rationale  TEXT NOT NULL,
  PRIMARY KEY (framework, id),
  UNIQUE (framework, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER framework_stays BEFORE UPDATE ON framework
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER framework_is_kept BEFORE DELETE ON framework
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER indicator_stays BEFORE UPDATE ON indicator
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER indicator_is_kept BEFORE DELETE ON indicator
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;

CREATE VIEW current_framework AS
SELECT * FROM framework
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = framework.hash);
