-- The workbook itself, and the installations that have written to it.
CREATE TABLE workbook (
  only       INTEGER PRIMARY KEY CHECK (only = 1),
  id         TEXT NOT NULL,
  title      TEXT NOT NULL,
  scale      INTEGER NOT NULL CHECK (scale IN (3, 4, 5, 9)),
  made_up    INTEGER NOT NULL CHECK (made_up IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;

-- `place` tells a copied or restored file from the one it was copied from: then a new device begins.
CREATE TABLE device (
  id          TEXT PRIMARY KEY,
  since       TEXT NOT NULL,
  reason      TEXT NOT NULL CHECK (reason IN ('created', 'copied')),
  app_version TEXT NOT NULL,
  place       TEXT NOT NULL
) STRICT;

-- Records are immutable: a change is a new record, and a row here says which it replaces. What
-- nothing supersedes is current, so bringing two sets of records together is their union.
CREATE TABLE supersession (
  record     TEXT NOT NULL,
  superseded TEXT NOT NULL,
  PRIMARY KEY (superseded, record)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER supersession_stays BEFORE UPDATE ON supersession
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER supersession_is_kept BEFORE DELETE ON supersession
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
