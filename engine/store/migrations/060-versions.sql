-- Which indicators of a framework version were split off from an indicator of an earlier one. Part of the
-- version, and of its hash: a rating of `origin` stays with `origin`, and this says where its meaning went.
CREATE TABLE indicator_split (
  framework TEXT NOT NULL,
  indicator TEXT NOT NULL,
  origin    TEXT NOT NULL,
  PRIMARY KEY (framework, indicator),
  FOREIGN KEY (framework, indicator) REFERENCES indicator (framework, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER indicator_split_stays BEFORE UPDATE ON indicator_split
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER indicator_split_is_kept BEFORE DELETE ON indicator_split
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
