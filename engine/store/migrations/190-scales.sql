-- Scales of six and seven levels. A CHECK cannot be changed in place, and this table has one row.
CREATE TABLE workbook_of_more_scales (
  only       INTEGER PRIMARY KEY CHECK (only = 1),
  id         TEXT NOT NULL,
  title      TEXT NOT NULL,
  scale      INTEGER NOT NULL CHECK (scale IN (3, 4, 5, 6, 7, 9)),
  made_up    INTEGER NOT NULL CHECK (made_up IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;
INSERT INTO workbook_of_more_scales SELECT only, id, title, scale, made_up, created_at FROM workbook;
DROP TABLE workbook;
ALTER TABLE workbook_of_more_scales RENAME TO workbook;
