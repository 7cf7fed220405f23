-- An answer and a comment are separate facts, each with a history of its own: neither can erase the other.
-- Ratings from before say both, and go on saying it; a rating from now on says nothing of a comment (null).
ALTER TABLE rating ALTER COLUMN comment DROP NOT NULL;

-- What a person wrote about a question. An empty text is one taken back.
CREATE TABLE comment_record (
  id          TEXT PRIMARY KEY,
  participant TEXT NOT NULL REFERENCES participant_record (id),
  framework   TEXT NOT NULL,
  indicator   TEXT NOT NULL,
  criterion   TEXT NOT NULL CHECK (criterion IN ('usefulness', 'usability')),
  round       INTEGER NOT NULL CHECK (round >= 1),
  text        TEXT NOT NULL CHECK (length(text) <= 4000),
  wording     TEXT NOT NULL CHECK (wording IN ('title', 'plain')),
  entry       TEXT NOT NULL CHECK (entry IN ('screen', 'file')),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER,
  FOREIGN KEY (framework, indicator) REFERENCES indicator (framework, id)
) STRICT;
CREATE INDEX comment_record_of_participant ON comment_record (participant, round);

CREATE TRIGGER comment_record_stays BEFORE UPDATE ON comment_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER comment_record_is_kept BEFORE DELETE ON comment_record
WHEN NOT EXISTS (SELECT 1 FROM withdrawal WHERE participant = OLD.participant)
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;

-- A tag is on a comment, or on a rating from before that has one: `rating` is the id of either.
DROP VIEW current_comment_tag;
ALTER TABLE comment_tag RENAME TO comment_tag_before;
DROP VIEW personal_record;
DROP INDEX comment_tag_of_rating;
DROP INDEX comment_tag_of_participant;
CREATE TABLE comment_tag (
  id          TEXT PRIMARY KEY,
  participant TEXT NOT NULL REFERENCES participant_record (id),
  rating      TEXT NOT NULL,
  tag         TEXT NOT NULL CHECK (length(tag) BETWEEN 1 AND 60),
  removed     INTEGER NOT NULL CHECK (removed IN (0, 1)),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER
) STRICT;
INSERT INTO comment_tag SELECT * FROM comment_tag_before;
DROP TABLE comment_tag_before;
CREATE INDEX comment_tag_of_rating ON comment_tag (rating, tag);
CREATE INDEX comment_tag_of_participant ON comment_tag (participant);
CREATE TRIGGER comment_tag_fits BEFORE INSERT ON comment_tag
WHEN NOT EXISTS (SELECT 1 FROM rating WHERE id = NEW.rating)
 AND NOT EXISTS (SELECT 1 FROM comment_record WHERE id = NEW.rating)
BEGIN SELECT RAISE(ABORT, 'a tag is on a comment'); END;
CREATE TRIGGER comment_tag_stays BEFORE UPDATE ON comment_tag
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER comment_tag_is_kept BEFORE DELETE ON comment_tag
WHEN NOT EXISTS (SELECT 1 FROM withdrawal WHERE participant = OLD.participant)
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE VIEW current_comment_tag AS
SELECT * FROM comment_tag
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = comment_tag.id);

CREATE VIEW personal_record AS
SELECT id, participant FROM participant_record
UNION ALL SELECT id, participant FROM rating
UNION ALL SELECT id, participant FROM comment_record
UNION ALL SELECT id, participant FROM suggestion
UNION ALL SELECT id, participant FROM comment_tag
UNION ALL SELECT id, participant FROM settlement
UNION ALL SELECT id, one FROM participant_link;

-- A settlement is between answers: that the comment of the one it chose was changed does not end it.
DROP VIEW lapsed_settlement;
CREATE VIEW lapsed_settlement AS
SELECT * FROM settlement AS mine
WHERE mine.chosen IS NULL
  OR EXISTS (SELECT 1 FROM supersession WHERE superseded = mine.id)
  OR EXISTS (
    SELECT 1 FROM supersession AS s WHERE s.superseded = mine.chosen
      AND NOT EXISTS (SELECT 1 FROM comment_record WHERE comment_record.id = s.record)
      AND NOT EXISTS (
        SELECT 1 FROM settlement AS theirs
        JOIN supersession AS back ON back.superseded = theirs.id
        WHERE theirs.id = s.record));

-- A rating is current as an answer unless a later answer, or a settlement that holds, supersedes it.
DROP VIEW current_rating;
CREATE VIEW current_rating AS
SELECT * FROM rating
WHERE NOT EXISTS (
  SELECT 1 FROM supersession AS s WHERE s.superseded = rating.id
    AND NOT EXISTS (SELECT 1 FROM comment_record WHERE comment_record.id = s.record)
    AND NOT EXISTS (SELECT 1 FROM lapsed_settlement WHERE lapsed_settlement.id = s.record)
    AND NOT EXISTS (
      SELECT 1 FROM settlement AS across
      WHERE across.id = s.record AND across.participant <> rating.participant AND NOT EXISTS (
        SELECT 1 FROM linked_person AS mine JOIN linked_person AS theirs USING (person)
        WHERE mine.participant = rating.participant AND theirs.participant = across.participant)));

-- What people wrote and did not change since. The words of a rating from before stand until a later comment,
-- a later rating that says both, or a settlement in favour of one that says both takes their place; an
-- answer alone leaves them. A settlement holds for words as it does for answers, whatever answers follow.
CREATE VIEW current_comment AS
SELECT id, participant, framework, indicator, criterion, round, text, wording, entry, recorded_at, device,
  package
FROM comment_record
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = comment_record.id)
UNION ALL
SELECT id, participant, framework, indicator, criterion, round, comment, wording, entry, recorded_at, device,
  package
FROM rating
WHERE comment <> '' AND NOT EXISTS (
  SELECT 1 FROM supersession AS s WHERE s.superseded = rating.id AND (
    EXISTS (SELECT 1 FROM comment_record WHERE comment_record.id = s.record)
    OR EXISTS (SELECT 1 FROM rating AS later WHERE later.id = s.record AND later.comment IS NOT NULL)
    OR EXISTS (
      SELECT 1 FROM settlement AS held JOIN rating AS chosen ON chosen.id = held.chosen
      WHERE held.id = s.record AND chosen.comment IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = held.id)
        AND NOT EXISTS (
          SELECT 1 FROM supersession AS again WHERE again.superseded = chosen.id AND (
            EXISTS (SELECT 1 FROM rating AS both
                    WHERE both.id = again.record AND both.comment IS NOT NULL)
            OR EXISTS (
              SELECT 1 FROM settlement AS theirs WHERE theirs.id = again.record AND NOT EXISTS (
                SELECT 1 FROM supersession AS back WHERE back.superseded = theirs.id))))
        AND (held.participant = rating.participant OR EXISTS (
          SELECT 1 FROM linked_person AS mine JOIN linked_person AS theirs USING (person)
          WHERE mine.participant = rating.participant AND theirs.participant = held.participant)))));

-- One person's time at this laptop, from coming in to hand-over. It concerns this laptop alone and travels in
-- no package. `key` is for what a page keeps in its browser meanwhile, and goes when the turn ends.
CREATE TABLE turn (
  id          TEXT PRIMARY KEY,
  participant TEXT NOT NULL REFERENCES participant_record (id),
  round       INTEGER NOT NULL CHECK (round BETWEEN 1 AND 99),
  key         TEXT NOT NULL,
  opened_at   TEXT NOT NULL,
  ended_at    TEXT,
  ended       TEXT CHECK (ended IN ('finish', 'hand-over', 'cover', 'restart')),
  CHECK ((ended IS NULL) = (ended_at IS NULL)),
  CHECK ((ended IS NULL) = (key <> ''))
) STRICT;
CREATE UNIQUE INDEX turn_open ON turn (participant) WHERE ended IS NULL;

-- What a person has said in a turn so far: one row for each field, overwritten in place, and gone with the
-- turn, which leaves what stands at its end as records. Only this laptop ever has it.
CREATE TABLE draft (
  turn        TEXT NOT NULL REFERENCES turn (id),
  part        TEXT NOT NULL CHECK (part IN ('answer', 'comment', 'suggestion')),
  indicator   TEXT NOT NULL,
  criterion   TEXT NOT NULL CHECK (criterion IN ('usefulness', 'usability', '')),
  participant TEXT NOT NULL,
  framework   TEXT NOT NULL,
  answer      TEXT CHECK (answer IN ('level', 'dont_know', 'not_applicable', 'none')),
  level       INTEGER CHECK (level BETWEEN 1 AND 9),
  text        TEXT CHECK (length(text) <= 4000),
  wording     TEXT NOT NULL CHECK (wording IN ('title', 'plain')),
  saved_at    TEXT NOT NULL,
  PRIMARY KEY (turn, part, indicator, criterion),
  CHECK ((part = 'answer') = (answer IS NOT NULL)),
  CHECK ((part = 'answer') = (text IS NULL)),
  CHECK ((answer IS 'level') = (level IS NOT NULL)),
  CHECK ((part = 'suggestion') = (criterion = ''))
) STRICT, WITHOUT ROWID;
