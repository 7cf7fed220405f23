-- What a participant proposes: better words for an indicator, or something that the framework lacks.
-- An empty text is one taken back.
CREATE TABLE suggestion (
  id          TEXT PRIMARY KEY,
  participant TEXT NOT NULL REFERENCES participant_record (id),
  kind        TEXT NOT NULL CHECK (kind IN ('wording', 'missing')),
  framework   TEXT NOT NULL REFERENCES framework (hash),
  indicator   TEXT,
  round       INTEGER NOT NULL CHECK (round >= 1),
  text        TEXT NOT NULL CHECK (length(text) <= 4000),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  FOREIGN KEY (framework, indicator) REFERENCES indicator (framework, id),
  CHECK ((kind = 'wording') = (indicator IS NOT NULL))
) STRICT;
CREATE INDEX suggestion_of_participant ON suggestion (participant, round);

-- A study's own consensus rule. `definition` is the whole rule as JSON, with its version.
CREATE TABLE rule_record (
  id          TEXT PRIMARY KEY,
  rule        TEXT NOT NULL REFERENCES rule_record (id),
  definition  TEXT NOT NULL CHECK (json_valid(definition)),
  retired     INTEGER NOT NULL CHECK (retired IN (0, 1)),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id)
) STRICT;

-- What a facilitator wrote on a comment, or took off it again. `participant` is the comment's writer,
-- so that what is said of someone's words can be erased with them.
CREATE TABLE comment_tag (
  id          TEXT PRIMARY KEY,
  participant TEXT NOT NULL REFERENCES participant_record (id),
  rating      TEXT NOT NULL REFERENCES rating (id),
  tag         TEXT NOT NULL CHECK (length(tag) BETWEEN 1 AND 60),
  removed     INTEGER NOT NULL CHECK (removed IN (0, 1)),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id)
) STRICT;
CREATE INDEX comment_tag_of_rating ON comment_tag (rating, tag);
CREATE INDEX comment_tag_of_participant ON comment_tag (participant);

-- The decision to have a workshop rate again, in this round: these indicators (a JSON list of ids), or
-- all where it is null. Several of one round add up. The first round is open without a record.
CREATE TABLE round_record (
  id          TEXT PRIMARY KEY,
  opening     TEXT NOT NULL REFERENCES round_record (id),
  workshop    TEXT NOT NULL REFERENCES workshop_record (id),
  round       INTEGER NOT NULL CHECK (round BETWEEN 2 AND 99),
  indicators  TEXT CHECK (json_valid(indicators)),
  taken_back  INTEGER NOT NULL CHECK (taken_back IN (0, 1)),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id)
) STRICT;
CREATE INDEX round_record_of_workshop ON round_record (workshop, round);

-- That a room has talked about an indicator, or has not after all. No workshop: all of them together.
CREATE TABLE discussed_record (
  id          TEXT PRIMARY KEY,
  workshop    TEXT REFERENCES workshop_record (id),
  indicator   TEXT NOT NULL,
  discussed   INTEGER NOT NULL CHECK (discussed IN (0, 1)),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id)
) STRICT;
CREATE INDEX discussed_record_of_indicator ON discussed_record (indicator, workshop);

CREATE TRIGGER suggestion_stays BEFORE UPDATE ON suggestion
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER suggestion_is_kept BEFORE DELETE ON suggestion
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER rule_record_stays BEFORE UPDATE ON rule_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER rule_record_is_kept BEFORE DELETE ON rule_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER comment_tag_stays BEFORE UPDATE ON comment_tag
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER comment_tag_is_kept BEFORE DELETE ON comment_tag
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER round_record_stays BEFORE UPDATE ON round_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER round_record_is_kept BEFORE DELETE ON round_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER discussed_record_stays BEFORE UPDATE ON discussed_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER discussed_record_is_kept BEFORE DELETE ON discussed_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;

CREATE VIEW current_suggestion AS
SELECT * FROM suggestion
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = suggestion.id);

CREATE VIEW rule AS
SELECT * FROM rule_record
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = rule_record.id);

CREATE VIEW current_comment_tag AS
SELECT * FROM comment_tag
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = comment_tag.id);

CREATE VIEW opened_round AS
SELECT * FROM round_record
WHERE taken_back = 0
  AND NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = round_record.id);

CREATE VIEW current_discussed AS
SELECT * FROM discussed_record
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = discussed_record.id);
