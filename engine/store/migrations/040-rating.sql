-- One answer of one participant to one criterion of one indicator in one round. `framework` and
-- `wording` say which words were on screen; `entry` whether it was given here or keyed in from paper.
CREATE TABLE rating (
  id          TEXT PRIMARY KEY,
  participant TEXT NOT NULL REFERENCES participant_record (id),
  framework   TEXT NOT NULL,
  indicator   TEXT NOT NULL,
  criterion   TEXT NOT NULL CHECK (criterion IN ('usefulness', 'usability')),
  round       INTEGER NOT NULL CHECK (round >= 1),
  answer      TEXT NOT NULL CHECK (answer IN ('level', 'dont_know', 'not_applicable', 'none')),
  level       INTEGER CHECK (level BETWEEN 1 AND 9),
  comment     TEXT NOT NULL CHECK (length(comment) <= 4000),
  wording     TEXT NOT NULL CHECK (wording IN ('title', 'plain')),
  entry       TEXT NOT NULL CHECK (entry IN ('screen', 'file')),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  FOREIGN KEY (framework, indicator) REFERENCES indicator (framework, id),
  CHECK ((answer = 'level') = (level IS NOT NULL))
) STRICT;

-- Covers both the look-up of one key and the counting of a whole workbook.
CREATE INDEX rating_by_key
ON rating (indicator, criterion, round, participant, answer, level, id);
CREATE INDEX rating_of_participant ON rating (participant, round);

CREATE TRIGGER rating_stays BEFORE UPDATE ON rating
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER rating_is_kept BEFORE DELETE ON rating
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;

CREATE VIEW current_rating AS
SELECT * FROM rating
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = rating.id);
