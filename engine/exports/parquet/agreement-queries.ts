import { QUERY_WORDS } from '../../../shared/messages/parquet.ts'

const alpha = (name: string, difference: string): string => `
  SELECT round, criterion, '${name}' AS kind, 1 - (
    SELECT sum(one.count * other.count * ${difference} / (u.m - 1))
    FROM units AS u
    JOIN cells AS one ON one.round = u.round AND one.criterion = u.criterion
      AND one.indicator = u.indicator
    JOIN cells AS other ON other.round = u.round AND other.criterion = u.criterion
      AND other.indicator = u.indicator
    JOIN frequencies AS f ON f.round = u.round AND f.criterion = u.criterion AND f.level = one.level
    JOIN frequencies AS g ON g.round = u.round AND g.criterion = u.criterion AND g.level = other.level
    WHERE u.round = t.round AND u.criterion = t.criterion)
  / nullif((
    SELECT sum(f.count * g.count * ${difference} / (t.n - 1))
    FROM frequencies AS f JOIN frequencies AS g USING (round, criterion)
    WHERE f.round = t.round AND f.criterion = t.criterion), 0) AS alpha
  FROM totals AS t`

/** How different two levels are: f and g count how often each was chosen, and up to where. */
const DIFFERENCES = {
  nominal: '(CASE WHEN f.level = g.level THEN 0 ELSE 1 END)',
  ordinal:
    '((greatest(f.upto, g.upto) - least(f.upto - f.count, g.upto - g.count) ' +
    '- (f.count + g.count) / 2) ** 2)',
  interval: '((f.level - g.level) ** 2)',
} as const

/** Krippendorff's alpha and Kendall's W over all indicators. */
export const AGREEMENT_QUERIES = `-- ${QUERY_WORDS.alpha}
CREATE VIEW alphas AS
WITH units AS (
  SELECT round, criterion, indicator, count(*) AS m FROM answers WHERE level IS NOT NULL
  GROUP BY ALL HAVING count(*) >= 2),
cells AS (
  SELECT round, criterion, indicator, level, count(*) AS count
  FROM answers JOIN units USING (round, criterion, indicator)
  WHERE level IS NOT NULL GROUP BY ALL),
frequencies AS (
  SELECT round, criterion, level, sum(count) AS count,
    sum(sum(count)) OVER (PARTITION BY round, criterion ORDER BY level) AS upto
  FROM cells GROUP BY round, criterion, level),
totals AS (SELECT round, criterion, sum(m) AS n FROM units GROUP BY ALL)
${Object.entries(DIFFERENCES)
  .map(([name, difference]) => alpha(name, difference))
  .join('\n  UNION ALL')};

-- ${QUERY_WORDS.kendall}
CREATE VIEW kendall AS
WITH things AS (
  SELECT round, criterion, count(DISTINCT indicator) AS things FROM answers
  WHERE level IS NOT NULL GROUP BY ALL),
complete AS (
  SELECT round, criterion, participant_id, any_value(things) AS things
  FROM answers JOIN things USING (round, criterion)
  WHERE level IS NOT NULL GROUP BY ALL HAVING count(*) = any_value(things)),
ranked AS (
  SELECT round, criterion, indicator, participant_id,
    rank() OVER (PARTITION BY round, criterion, participant_id ORDER BY level)
      + (count(*) OVER (PARTITION BY round, criterion, participant_id, level) - 1) / 2 AS midrank
  FROM answers JOIN complete USING (round, criterion, participant_id) WHERE level IS NOT NULL),
ties AS (
  SELECT round, criterion, sum(t ** 3 - t) AS ties FROM (
    SELECT round, criterion, count(*) AS t
    FROM ranked GROUP BY round, criterion, participant_id, midrank) GROUP BY ALL),
people AS (
  SELECT round, criterion, count(*) AS people, any_value(things) AS things
  FROM complete GROUP BY ALL),
sums AS (
  SELECT round, criterion, indicator, sum(midrank) AS ranks FROM ranked GROUP BY ALL)
SELECT round, criterion, people AS kendall_n, CASE WHEN people > 1 AND things > 1 THEN
  12 * sum((ranks - people * (things + 1) / 2) ** 2)
    / nullif(people ** 2 * (things ** 3 - things) - people * ties, 0) END AS kendall_w
FROM sums JOIN people USING (round, criterion) JOIN ties USING (round, criterion)
GROUP BY round, criterion, people, things, ties;`
