-- A researcher's choice between the sides of a conflict. It supersedes the sides that were not chosen;
-- without a `chosen` it takes back the settlements that it supersedes.
CREATE TABLE settlement (
  id          TEXT PRIMARY KEY,
  participant TEXT NOT NULL REFERENCES participant_record (id),
  indicator   TEXT NOT NULL,
  criterion   TEXT NOT NULL CHECK (criterion IN ('usefulness', 'usability')),
  round       INTEGER NOT NULL CHECK (round >= 1),
  chosen      TEXT REFERENCES rating (id),
  rule        TEXT NOT NULL CHECK (rule IN ('by hand', 'same answer', 'later', 'screen', 'paper')),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER
) STRICT;
CREATE INDEX settlement_of_participant ON settlement (participant);
CREATE INDEX settlement_of_chosen ON settlement (chosen);

-- A person's decision that two participants are one and the same; with `linked` 0 it takes back the
-- links that it supersedes. It goes with `one`; `other` may have withdrawn and be no longer there.
CREATE TABLE participant_link (
  id          TEXT PRIMARY KEY,
  one         TEXT NOT NULL REFERENCES participant_record (id),
  other       TEXT NOT NULL,
  linked      INTEGER NOT NULL CHECK (linked IN (0, 1)),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER,
  CHECK (one < other)
) STRICT;

-- The public key of the research team; packages of a workbook that has one are encrypted to it.
CREATE TABLE team_key_record (
  id          TEXT PRIMARY KEY,
  public_key  TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER
) STRICT;

-- The keys that signed packages seen here, by the device that wrote them. What this laptop has seen
-- is its own affair, so these rows travel in no package.
CREATE TABLE known_key (
  device        TEXT NOT NULL,
  public_key    TEXT NOT NULL,
  first_seen_at TEXT NOT NULL,
  PRIMARY KEY (device, public_key)
) STRICT, WITHOUT ROWID;

-- What is chosen is an answer of that person to that question: or it would keep them from being erased.
CREATE TRIGGER settlement_fits BEFORE INSERT ON settlement
WHEN NEW.chosen IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM rating AS r WHERE r.id = NEW.chosen AND r.participant = NEW.participant
    AND r.indicator = NEW.indicator AND r.criterion = NEW.criterion AND r.round = NEW.round)
BEGIN SELECT RAISE(ABORT, 'a settlement chooses an answer to its own question'); END;
CREATE TRIGGER settlement_stays BEFORE UPDATE ON settlement
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER participant_link_stays BEFORE UPDATE ON participant_link
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER team_key_record_stays BEFORE UPDATE ON team_key_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER settlement_is_kept BEFORE DELETE ON settlement
WHEN NOT EXISTS (SELECT 1 FROM withdrawal WHERE participant = OLD.participant)
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER participant_link_is_kept BEFORE DELETE ON participant_link
WHEN NOT EXISTS (SELECT 1 FROM withdrawal WHERE participant = OLD.one)
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER team_key_record_is_kept BEFORE DELETE ON team_key_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;

-- A supersession goes with the records of a person that it joins.
CREATE VIEW personal_record AS
SELECT id, participant FROM participant_record
UNION ALL SELECT id, participant FROM rating
UNION ALL SELECT id, participant FROM suggestion
UNION ALL SELECT id, participant FROM comment_tag
UNION ALL SELECT id, participant FROM settlement
UNION ALL SELECT id, one FROM participant_link;
DROP TRIGGER supersession_is_kept;
CREATE TRIGGER supersession_is_kept BEFORE DELETE ON supersession
WHEN NOT EXISTS (SELECT 1 FROM personal_record JOIN withdrawal USING (participant)
                 WHERE personal_record.id IN (OLD.record, OLD.superseded))
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;

-- A settlement holds for as long as the answer that it chose stands: it lapses when it is taken back,
-- when the person changes that answer, and when another settlement sets that answer aside. So of a
-- key's ratings at least one is always current, whatever is merged in whatever order.
CREATE VIEW lapsed_settlement AS
SELECT * FROM settlement AS mine
WHERE mine.chosen IS NULL
  OR EXISTS (SELECT 1 FROM supersession WHERE superseded = mine.id)
  OR EXISTS (
    SELECT 1 FROM supersession AS s WHERE s.superseded = mine.chosen AND NOT EXISTS (
      SELECT 1 FROM settlement AS theirs
      JOIN supersession AS back ON back.superseded = theirs.id
      WHERE theirs.id = s.record));

-- Who is the same person as whom: each linked participant, and the first of those they are one with.
CREATE VIEW linked_person AS
WITH RECURSIVE
  current_link (one, other) AS (
    SELECT one, other FROM participant_link
    WHERE linked = 1 AND NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = participant_link.id)),
  edge (near, far) AS (
    SELECT one, other FROM current_link UNION SELECT other, one FROM current_link),
  reached (participant, far) AS (
    SELECT near, near FROM edge
    UNION SELECT reached.participant, edge.far FROM reached JOIN edge ON edge.near = reached.far)
SELECT participant, min(far) AS person FROM reached GROUP BY participant;

-- A rating is current unless another record supersedes it; a settlement that has lapsed does not, nor
-- one between two participants who are no longer taken for the same person.
DROP VIEW current_rating;
CREATE VIEW current_rating AS
SELECT * FROM rating
WHERE NOT EXISTS (
  SELECT 1 FROM supersession AS s WHERE s.superseded = rating.id
    AND NOT EXISTS (SELECT 1 FROM lapsed_settlement WHERE lapsed_settlement.id = s.record)
    AND NOT EXISTS (
      SELECT 1 FROM settlement AS across
      WHERE across.id = s.record AND across.participant <> rating.participant AND NOT EXISTS (
        SELECT 1 FROM linked_person AS mine JOIN linked_person AS theirs USING (person)
        WHERE mine.participant = rating.participant AND theirs.participant = across.participant)));

-- Two laptops may correct one participant differently: until a person says which is right, the record
-- with the later id is shown, so that everyone is counted once and everywhere the same.
DROP VIEW participant;
CREATE VIEW participant AS
SELECT * FROM participant_record AS shown
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = shown.id)
  AND NOT EXISTS (
    SELECT 1 FROM participant_record AS later
    WHERE later.participant = shown.participant AND later.id > shown.id
      AND NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = later.id));

CREATE VIEW team_key AS
SELECT * FROM team_key_record AS shown
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = shown.id)
  AND NOT EXISTS (
    SELECT 1 FROM team_key_record AS later
    WHERE later.id > shown.id
      AND NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = later.id));
