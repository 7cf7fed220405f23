-- That a round of a workshop was closed, or is open again. The first round is open without a record, and
-- a further one from its opening on.
CREATE TABLE round_state (
  id          TEXT PRIMARY KEY,
  workshop    TEXT NOT NULL REFERENCES workshop_record (id),
  round       INTEGER NOT NULL CHECK (round BETWEEN 1 AND 99),
  closed      INTEGER NOT NULL CHECK (closed IN (0, 1)),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER
) STRICT;
CREATE INDEX round_state_of_workshop ON round_state (workshop, round);

-- How a person stands to a round: they said that they are finished, the facilitator excused them from it,
-- or asks them for it all the same. Without a record it follows from what they answered.
CREATE TABLE person_round (
  id          TEXT PRIMARY KEY,
  participant TEXT NOT NULL REFERENCES participant_record (id),
  round       INTEGER NOT NULL CHECK (round BETWEEN 1 AND 99),
  standing    TEXT NOT NULL CHECK (standing IN ('finished', 'excused', 'asked')),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER
) STRICT;
CREATE INDEX person_round_of_participant ON person_round (participant, round);

-- That an indicator is to be rated again in this round once it is opened, or not after all.
CREATE TABLE collected_record (
  id          TEXT PRIMARY KEY,
  workshop    TEXT NOT NULL REFERENCES workshop_record (id),
  indicator   TEXT NOT NULL,
  round       INTEGER NOT NULL CHECK (round BETWEEN 2 AND 99),
  collected   INTEGER NOT NULL CHECK (collected IN (0, 1)),
  recorded_at TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  package     INTEGER
) STRICT;
CREATE INDEX collected_record_of_workshop ON collected_record (workshop, indicator);

CREATE TRIGGER round_state_stays BEFORE UPDATE ON round_state
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER round_state_is_kept BEFORE DELETE ON round_state
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER person_round_stays BEFORE UPDATE ON person_round
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER person_round_is_kept BEFORE DELETE ON person_round
WHEN NOT EXISTS (SELECT 1 FROM withdrawal WHERE participant = OLD.participant)
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER collected_record_stays BEFORE UPDATE ON collected_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;
CREATE TRIGGER collected_record_is_kept BEFORE DELETE ON collected_record
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;

-- A supersession goes with the records of a person that it joins, those about their rounds too.
DROP TRIGGER supersession_is_kept;
CREATE TRIGGER supersession_is_kept BEFORE DELETE ON supersession
WHEN NOT EXISTS (SELECT 1 FROM personal_record JOIN withdrawal USING (participant)
                 WHERE personal_record.id IN (OLD.record, OLD.superseded))
 AND NOT EXISTS (SELECT 1 FROM person_round JOIN withdrawal USING (participant)
                 WHERE person_round.id IN (OLD.record, OLD.superseded))
BEGIN SELECT RAISE(ABORT, 'records are immutable'); END;

-- Where laptops say different things of one round, it is open: nothing that is still being rated comes on
-- a screen because somebody elsewhere was done with it.
CREATE VIEW closed_round AS
SELECT workshop, round FROM round_state
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = round_state.id)
GROUP BY workshop, round HAVING min(closed) = 1;

CREATE VIEW current_person_round AS
SELECT * FROM person_round
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = person_round.id);

CREATE VIEW current_collected AS
SELECT * FROM collected_record
WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = collected_record.id);
