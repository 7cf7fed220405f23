-- The digest of a draft stands in its own row: apart, it was a second page to write for each answer. Rows that are
-- missing altogether are told by SQLite's own check of pages. Drafts from before digests still have none. The table is
-- made anew, as the gaps of its pages may hold words that were replaced.
CREATE TABLE draft_with_digest (
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
  digest      BLOB CHECK (length(digest) = 16),
  PRIMARY KEY (turn, part, indicator, criterion),
  CHECK ((part = 'answer') = (answer IS NOT NULL)),
  CHECK ((part = 'answer') = (text IS NULL)),
  CHECK ((answer IS 'level') = (level IS NOT NULL)),
  CHECK ((part = 'suggestion') = (criterion = ''))
) STRICT, WITHOUT ROWID;
INSERT INTO draft_with_digest SELECT d.*, (
    SELECT s.digest FROM seal AS s WHERE s.about = 'draft'
      AND s.key = d.turn || ' ' || d.part || ' ' || d.indicator || ' ' || d.criterion)
  FROM draft AS d;
DROP TABLE draft;
ALTER TABLE draft_with_digest RENAME TO draft;
DELETE FROM seal WHERE about = 'draft';
