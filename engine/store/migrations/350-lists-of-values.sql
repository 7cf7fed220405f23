-- SQLite makes a table of a list of three values or more, `IN (...)`, anew for each row that a CHECK looks at, which took a
-- third of what it takes to write an answer down. The same said by OR takes no table. A CHECK has no bearing on what lies on
-- the disk, so each is put right in the text of its table (as SQLite's own page on ALTER TABLE has it): rows, triggers,
-- indexes and digests stay as they are.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(replace(sql,
  'CHECK (answer IN (''level'', ''dont_know'', ''not_applicable'', ''none''))',
  'CHECK (answer = ''level'' OR answer = ''dont_know'' OR answer = ''not_applicable'' OR answer = ''none'')'),
  'CHECK (wording IN (''title'', ''plain'', ''easy''))',
  'CHECK (wording = ''title'' OR wording = ''plain'' OR wording = ''easy'')')
WHERE type = 'table' AND name IN ('rating', 'draft', 'comment_record');
UPDATE sqlite_schema SET sql = replace(replace(sql,
  'CHECK (part IN (''answer'', ''comment'', ''suggestion''))',
  'CHECK (part = ''answer'' OR part = ''comment'' OR part = ''suggestion'')'),
  'CHECK (criterion IN (''usefulness'', ''usability'', ''''))',
  'CHECK (criterion = ''usefulness'' OR criterion = ''usability'' OR criterion = '''')')
WHERE type = 'table' AND name = 'draft';
PRAGMA writable_schema = RESET;
-- Whoever has the file open reads its tables again once their number has changed, which a view that comes and goes does.
CREATE VIEW tables_have_changed AS SELECT 1;
DROP VIEW tables_have_changed;
