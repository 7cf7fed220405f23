-- Somebody who came in at this laptop and has said nothing yet. With the first thing that they say, the row becomes
-- the records of a participant; given up, it is gone and nothing was ever recorded. It travels in no package. `turn`,
-- `round` and `key` are those of the turn that has begun, as in the table of turns.
CREATE TABLE start (
  participant       TEXT PRIMARY KEY,
  workshop          TEXT NOT NULL REFERENCES workshop_record (id),
  code              TEXT NOT NULL,
  stakeholder_group TEXT NOT NULL,
  recorded_at       TEXT NOT NULL,
  hash              TEXT NOT NULL CHECK (length(hash) = 43),
  first_word        TEXT NOT NULL,
  turn              TEXT,
  round             INTEGER CHECK (round BETWEEN 1 AND 99),
  key               TEXT CHECK (key <> ''),
  CHECK ((turn IS NULL) = (round IS NULL)),
  CHECK ((turn IS NULL) = (key IS NULL))
) STRICT, WITHOUT ROWID;

-- Whoever can be at this laptop: the participants, and who has said nothing yet.
CREATE VIEW present_participant AS
SELECT participant, workshop, code, stakeholder_group, recorded_at FROM participant
UNION ALL
SELECT participant, workshop, code, stakeholder_group, recorded_at FROM start;
