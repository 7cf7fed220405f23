-- The key of a turn that ended because the program stopped, until the person's next turn in that round: their
-- page may still hold, sealed with it, what it had not been told to be saved. It travels in no package.
CREATE TABLE kept_key (
  participant TEXT NOT NULL REFERENCES participant_record (id),
  round       INTEGER NOT NULL CHECK (round BETWEEN 1 AND 99),
  key         TEXT NOT NULL CHECK (key <> ''),
  PRIMARY KEY (participant, round)
) STRICT, WITHOUT ROWID;
