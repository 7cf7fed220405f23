-- What else a framework file says of an indicator; frameworks loaded before had no place for it.
ALTER TABLE indicator ADD COLUMN notes TEXT NOT NULL DEFAULT '';
