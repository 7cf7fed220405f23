-- The plan of a workshop: the laptops that are expected (`laptops`, a JSON list of names) and the people wanted of each
-- group (`targets`, a JSON object of numbers). A later plan of the same workshop takes its place.
CREATE TABLE workshop_plan_record (
  id          TEXT PRIMARY KEY,
  workshop    TEXT NOT NULL,
  laptops     TEXT NOT NULL CHECK (json_valid(laptops)),
  targets     TEXT NOT NULL CHECK (json_valid(targets)),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER
) STRICT;
CREATE INDEX workshop_plan_by_workshop ON workshop_plan_record (workshop);
CREATE TRIGGER workshop_plan_stays BEFORE UPDATE ON workshop_plan_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER workshop_plan_is_kept BEFORE DELETE ON workshop_plan_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE VIEW workshop_plan AS
SELECT * FROM workshop_plan_record
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = workshop_plan_record.id);

-- The name of a laptop, as people call it. `laptop` is the device that is called so; an empty name takes one back.
CREATE TABLE laptop_name_record (
  id          TEXT PRIMARY KEY,
  laptop      TEXT NOT NULL,
  name        TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER
) STRICT;
CREATE TRIGGER laptop_name_stays BEFORE UPDATE ON laptop_name_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER laptop_name_is_kept BEFORE DELETE ON laptop_name_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE VIEW laptop_name AS
SELECT * FROM laptop_name_record
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = laptop_name_record.id);

-- The resolutions of conflicts that were made together (`settlements`, a JSON list of their ids), with who decided them
-- and why, as far as somebody said.
CREATE TABLE resolution_batch (
  id          TEXT PRIMARY KEY,
  settlements TEXT NOT NULL CHECK (json_valid(settlements)),
  reason      TEXT NOT NULL,
  decided_by  TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER
) STRICT;
CREATE TRIGGER resolution_batch_stays BEFORE UPDATE ON resolution_batch
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER resolution_batch_is_kept BEFORE DELETE ON resolution_batch
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;

-- The packages and exports that were written from this workbook, by which a facilitator sees when what was collected was
-- last sent. `workshops` is a JSON list, or null for all. It travels in no package.
CREATE TABLE written_file (
  id          TEXT PRIMARY KEY,
  kind        TEXT NOT NULL CHECK (kind IN ('package', 'setup', 'export')),
  format      TEXT NOT NULL,
  workshops   TEXT CHECK (workshops IS NULL OR json_valid(workshops)),
  name        TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER workshop_plan_record_unsealed AFTER INSERT ON workshop_plan_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('workshop_plan_record', NEW.id); END;
CREATE TRIGGER workshop_plan_record_erased AFTER DELETE ON workshop_plan_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'workshop_plan_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'workshop_plan_record' AND key = OLD.id;
END;
CREATE TRIGGER laptop_name_record_unsealed AFTER INSERT ON laptop_name_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('laptop_name_record', NEW.id); END;
CREATE TRIGGER laptop_name_record_erased AFTER DELETE ON laptop_name_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'laptop_name_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'laptop_name_record' AND key = OLD.id;
END;
CREATE TRIGGER resolution_batch_unsealed AFTER INSERT ON resolution_batch WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('resolution_batch', NEW.id); END;
CREATE TRIGGER resolution_batch_erased AFTER DELETE ON resolution_batch WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'resolution_batch' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'resolution_batch' AND key = OLD.id;
END;
