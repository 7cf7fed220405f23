-- Scales of ten levels. A CHECK has no bearing on what lies on the disk, so each is put right in the text of its table
-- (as SQLite's own page on ALTER TABLE has it): rows, triggers, indexes and digests stay as they are, and a workbook of
-- millions of ratings takes no longer than an empty one.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'level BETWEEN 1 AND 9', 'level BETWEEN 1 AND 10')
WHERE type = 'table' AND name IN ('rating', 'draft', 'keyed');
UPDATE sqlite_schema SET sql = replace(sql, 'scale IN (3, 4, 5, 6, 7, 9)', 'scale IN (3, 4, 5, 6, 7, 9, 10)')
WHERE type = 'table' AND name = 'workbook';
PRAGMA writable_schema = RESET;
-- Whoever has the file open reads its tables again once their number has changed, which a view that comes and goes does.
CREATE VIEW tables_have_changed AS SELECT 1;
DROP VIEW tables_have_changed;
