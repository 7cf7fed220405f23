-- What was given out as tables or rows: the numbers that the file told, and of rows a digest of each. The next
-- release is held against it, as anybody can lay two files side by side. It travels in no package.
CREATE TABLE given_out (
  id          TEXT PRIMARY KEY,
  release     TEXT NOT NULL CHECK (release IN ('tables', 'rows')),
  under       INTEGER NOT NULL CHECK (under BETWEEN 2 AND 100),
  content     TEXT NOT NULL CHECK (json_valid(content)),
  recorded_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER given_out_stays BEFORE UPDATE ON given_out
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER given_out_is_kept BEFORE DELETE ON given_out
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;

-- The comments and suggestions that a person has read and lets out, by the id of their record. Words that are written
-- anew are another record. It travels in no package, and goes with the words.
CREATE TABLE released_words (
  record      TEXT PRIMARY KEY,
  recorded_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER released_comment_goes AFTER DELETE ON comment_record
BEGIN DELETE FROM released_words WHERE record = OLD.id; END;
CREATE TRIGGER released_suggestion_goes AFTER DELETE ON suggestion
BEGIN DELETE FROM released_words WHERE record = OLD.id; END;
CREATE TRIGGER released_old_words_go AFTER DELETE ON rating WHEN OLD.comment <> ''
BEGIN DELETE FROM released_words WHERE record = OLD.id; END;
