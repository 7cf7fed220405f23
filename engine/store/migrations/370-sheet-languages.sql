-- The language of a sheet's fixed words, null for English; and of the framework's words on it that were translated, the
-- translation of each indicator (`translations`, JSON by indicator). A sheet is on the laptop that printed it alone: what
-- is keyed in from it says these things in records of its own.
ALTER TABLE sheet ADD COLUMN language TEXT CHECK (length(language) BETWEEN 2 AND 3);
ALTER TABLE sheet ADD COLUMN translations TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(translations));
