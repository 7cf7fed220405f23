import { MERGE_WORDS } from '../../../shared/messages/records-folder.ts'
import type { Dialect, Query } from '../parquet/dialect.ts'
import { closure } from './closure.ts'
import { STANDS } from './current-queries.ts'

/** A row for each value of a column that holds a list of names, as JSON. */
export const eachOf = ({ parts }: Dialect, column: string): string =>
  parts(['[', ']', '"', ' '].reduce((text, sign) => `replace(${text}, '${sign}', '')`, column))

/** The framework version in use and those that were set aside, as the program works them out from the same records. */
export function versionQueries(dialect: Dialect): readonly Query[] {
  return [...LINEAGE, ...choices(dialect), ...IN_USE]
}

const LINEAGE: readonly Query[] = [
  {
    name: 'version',
    words: MERGE_WORDS.versions,
    kept: true,
    sql: `SELECT framework, title, loaded_at FROM (
  SELECT framework, title, loaded_at,
    row_number() OVER (PARTITION BY framework ORDER BY loaded_at, device) AS place
  FROM framework_loading) AS ranked
WHERE place = 1`,
  },
  {
    name: 'replacement',
    kept: true,
    sql: `SELECT s.record AS framework, s.superseded AS replaced
FROM supersession AS s JOIN version AS v ON v.framework = s.superseded`,
  },
  {
    name: 'older_0',
    kept: true,
    sql: `SELECT framework, replaced AS ancestor, 1 AS steps FROM replacement
UNION ALL SELECT framework, framework, 0 FROM version`,
  },
  ...closure('older', { from: 'framework', to: 'ancestor', steps: 'steps' }),
  {
    name: 'generation',
    sql: 'SELECT framework, max(steps) AS generation FROM older GROUP BY framework',
  },
]

const choices = (dialect: Dialect): readonly Query[] => [
  {
    name: 'choice',
    words: MERGE_WORDS.choices,
    kept: true,
    sql: `SELECT id, framework, beside, aside FROM framework_choice_record AS r WHERE ${STANDS}`,
  },
  {
    name: 'choice_beside',
    sql: `SELECT id, ${eachOf(dialect, 'beside')} AS framework FROM choice`,
  },
  {
    name: 'choice_aside',
    sql: `SELECT id, ${eachOf(dialect, 'aside')} AS framework FROM choice`,
  },
  {
    name: 'passed_over',
    sql: `SELECT DISTINCT b.id, o.ancestor AS framework
FROM choice_beside AS b JOIN older AS o ON o.framework = b.framework
WHERE NOT EXISTS (SELECT 1 FROM choice AS c JOIN older AS mine ON mine.framework = c.framework
  WHERE c.id = b.id AND mine.ancestor = o.ancestor)`,
  },
  {
    name: 'leads_to_0',
    kept: true,
    sql: `SELECT c.id, r.replaced AS framework, r.framework AS next_one
FROM choice AS c CROSS JOIN replacement AS r
WHERE NOT EXISTS (SELECT 1 FROM passed_over AS p WHERE p.id = c.id AND p.framework = r.framework)
UNION SELECT c.id, v.framework, v.framework FROM choice AS c CROSS JOIN version AS v`,
  },
  ...closure('leads_to', { from: 'framework', to: 'next_one', within: 'id' }),
  {
    name: 'reached',
    sql: `SELECT l.id, l.next_one AS framework
FROM leads_to AS l JOIN choice AS c ON c.id = l.id AND c.framework = l.framework`,
  },
]

const IN_USE: readonly Query[] = [
  {
    name: 'outcome',
    kept: true,
    sql: `SELECT id, framework, generation,
  row_number() OVER (PARTITION BY id ORDER BY generation DESC, framework) AS place
FROM (
  SELECT o.id, o.framework, g.generation FROM reached AS o JOIN generation AS g ON g.framework = o.framework
  WHERE NOT EXISTS (SELECT 1 FROM replacement AS r JOIN reached AS later ON later.framework = r.framework
    WHERE r.replaced = o.framework AND later.id = o.id)
  UNION ALL SELECT '' AS id, v.framework, g.generation
  FROM version AS v JOIN generation AS g ON g.framework = v.framework
  WHERE NOT EXISTS (SELECT 1 FROM replacement AS r WHERE r.replaced = v.framework)
    AND (SELECT count(*) FROM choice) = 0) AS led`,
  },
  {
    name: 'held_choice',
    kept: true,
    sql: `SELECT id, framework FROM (
  SELECT id, framework, row_number() OVER (ORDER BY generation, framework, id) AS rank_of_choice
  FROM outcome WHERE place = 1) AS firsts
WHERE rank_of_choice = 1`,
  },
  {
    name: 'kept_version',
    sql: `SELECT DISTINCT o.ancestor AS framework FROM older AS o
JOIN outcome AS c ON c.framework = o.framework JOIN held_choice AS h ON h.id = c.id`,
  },
  {
    name: 'refused_version',
    sql: `SELECT a.framework FROM choice_aside AS a
JOIN outcome AS o ON o.id = a.id AND o.place = 1 JOIN held_choice AS h ON h.framework = o.framework`,
  },
  {
    name: 'aside_version',
    sql: `SELECT DISTINCT framework FROM (
  SELECT o.ancestor AS framework FROM refused_version AS f JOIN older AS o ON o.framework = f.framework
  UNION SELECT o.framework FROM refused_version AS f JOIN older AS o ON o.ancestor = f.framework) AS around
WHERE NOT EXISTS (SELECT 1 FROM kept_version AS k WHERE k.framework = around.framework)`,
  },
  {
    name: 'worded',
    kept: true,
    sql: `SELECT i.framework, i.id, i.code, i.title, i.position, v.loaded_at
FROM indicator AS i JOIN version AS v ON v.framework = i.framework
WHERE NOT EXISTS (SELECT 1 FROM aside_version AS a WHERE a.framework = i.framework)`,
  },
  {
    name: 'indicators',
    words: MERGE_WORDS.indicators,
    kept: true,
    sql: `SELECT id AS indicator, code, title FROM (
  SELECT w.*, row_number() OVER (PARTITION BY id ORDER BY loaded_at DESC, framework DESC) AS place
  FROM worded AS w) AS ranked
WHERE place = 1`,
  },
]
