-- What was said of a workshop. Its identity is the id of the first record about it.
CREATE TABLE workshop_record (
  id          TEXT PRIMARY KEY,
  workshop    TEXT NOT NULL REFERENCES workshop_record (id),
  title       TEXT NOT NULL,
  date        TEXT NOT NULL,
  venue       TEXT NOT NULL,
  groups      TEXT NOT NULL CHECK (json_valid(groups)),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id)
) STRICT;

-- What was said of a participant: a code and a group, never a name. Identity as for workshops.
CREATE TABLE participant_record (
  id                TEXT PRIMARY KEY,
  participant       TEXT NOT NULL REFERENCES participant_record (id),
  workshop          TEXT NOT NULL REFERENCES workshop_record (id),
  code              TEXT NOT NULL,
  stakeholder_group TEXT NOT NULL,
  recorded_at       TEXT NOT NULL,
  device            TEXT NOT NULL REFERENCES device (id)
) STRICT;
CREATE INDEX participant_record_of_workshop ON participant_record (workshop);
CREATE INDEX participant_record_of_participant ON participant_record (participant);

CREATE TRIGGER workshop_record_stays BEFORE UPDATE ON workshop_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER workshop_record_is_kept BEFORE DELETE ON workshop_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER participant_record_stays BEFORE UPDATE ON participant_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER participant_record_is_kept BEFORE DELETE ON participant_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;

CREATE VIEW workshop AS
SELECT * FROM workshop_record
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = workshop_record.id);

CREATE VIEW participant AS
SELECT * FROM participant_record
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = participant_record.id);
