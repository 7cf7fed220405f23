-- Answers may have been given to easy read, a third wording beside the title and plain words. A CHECK has no bearing on
-- what lies on the disk, so each is put right in the text of its table (as SQLite's own page on ALTER TABLE has it):
-- rows, triggers, indexes and digests stay as they are.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'wording IN (''title'', ''plain'')', 'wording IN (''title'', ''plain'', ''easy'')')
WHERE type = 'table' AND name IN ('rating', 'comment_record', 'draft', 'sheet');
PRAGMA writable_schema = RESET;
-- Whoever has the file open reads its tables again once their number has changed, which a view that comes and goes does.
CREATE VIEW tables_have_changed AS SELECT 1;
DROP VIEW tables_have_changed;
