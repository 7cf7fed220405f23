-- Who facilitated a round of a workshop, as they noted it; an empty text takes the note back. It is about whoever
-- leads the workshop, never about a participant.
CREATE TABLE facilitators_record (
  id          TEXT PRIMARY KEY,
  workshop    TEXT NOT NULL REFERENCES workshop_record (id),
  round       INTEGER NOT NULL CHECK (round BETWEEN 1 AND 99),
  text        TEXT NOT NULL CHECK (length(text) <= 200),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER
) STRICT;
CREATE INDEX facilitators_record_of_workshop ON facilitators_record (workshop, round);

CREATE TRIGGER facilitators_record_stays BEFORE UPDATE ON facilitators_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER facilitators_record_is_kept BEFORE DELETE ON facilitators_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;

-- Notes of two laptops on one round stand beside each other: a room may have had a facilitator at each.
CREATE VIEW current_facilitators AS
SELECT * FROM facilitators_record
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = facilitators_record.id);
