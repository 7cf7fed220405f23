import type { Framework, Indicator } from '../../../shared/model/framework.ts'
import { FIELDS, INDICATOR_FIELDS } from '../../../shared/model/indicator-fields.ts'
import type { ReadableStore, WritableStore } from '../store.ts'

/** A framework version without its indicators. */
export type FrameworkRow = Omit<Framework, 'indicators'> & { readonly device: string }

/** An indicator that was split off from `origin`, one of an earlier framework version. */
export interface Split {
  readonly indicator: string
  readonly origin: string
}

type IndicatorRow = Omit<Indicator, 'section'> & { readonly section: string }

const FRAMEWORK_COLUMNS = `hash, title, origin, file_name AS fileName, loaded_at AS loadedAt, device`

const FIELD_COLUMNS = FIELDS.map(field => INDICATOR_FIELDS[field].column)

const INDICATOR_COLUMNS = [
  'id',
  ...FIELDS.map((field, at) => `${FIELD_COLUMNS[at]} AS ${field}`),
].join(', ')

/** The framework versions that no other supersedes: one or, after a merge, more. */
export function getAllCurrentFrameworks(store: ReadableStore): readonly FrameworkRow[] {
  return store
    .prepare<Record<string, never>, FrameworkRow>(
      `SELECT ${FRAMEWORK_COLUMNS} FROM current_framework ORDER BY hash`,
    )
    .all({})
}

/** The hashes of all framework versions, in their order. */
export function getAllFrameworkHashes(store: ReadableStore): readonly string[] {
  return store
    .prepare<Record<string, never>, { readonly hash: string }>(
      'SELECT hash FROM framework ORDER BY hash',
    )
    .all({})
    .map(({ hash }) => hash)
}

/** The framework version of this hash. */
export function getFramework(store: ReadableStore, hash: string): FrameworkRow | undefined {
  return store
    .prepare<{ hash: string }, FrameworkRow>(
      `SELECT ${FRAMEWORK_COLUMNS} FROM framework WHERE hash = @hash`,
    )
    .get({ hash })
}

/** The pairs of framework versions of which one replaced the other. */
export function getAllReplacements(
  store: ReadableStore,
): readonly { readonly framework: string; readonly replaced: string }[] {
  return store
    .prepare<Record<string, never>, { readonly framework: string; readonly replaced: string }>(
      // CROSS has SQLite begin with the versions, which are few, and not with supersessions.
      `SELECT s.record AS framework, s.superseded AS replaced
       FROM framework AS f CROSS JOIN supersession AS s ON s.superseded = f.hash ORDER BY 1, 2`,
    )
    .all({})
}

/** The indicators of a framework version that were split off from earlier ones. */
export function getAllSplits(store: ReadableStore, hash: string): readonly Split[] {
  return store
    .prepare<{ hash: string }, Split>(
      'SELECT indicator, origin FROM indicator_split WHERE framework = @hash ORDER BY indicator',
    )
    .all({ hash })
}

/** Every framework version with the number of its indicators, oldest first. */
export function getAllFrameworks(
  store: ReadableStore,
): readonly (FrameworkRow & { readonly indicators: number })[] {
  return store
    .prepare<Record<string, never>, FrameworkRow & { readonly indicators: number }>(
      `SELECT ${FRAMEWORK_COLUMNS},
         (SELECT count(*) FROM indicator WHERE framework = framework.hash) AS indicators
       FROM framework ORDER BY loaded_at, hash`,
    )
    .all({})
}

/** The indicators of a framework version in the order of its file. */
export function getAllIndicators(store: ReadableStore, hash: string): readonly Indicator[] {
  return store
    .prepare<{ hash: string }, IndicatorRow>(
      `SELECT ${INDICATOR_COLUMNS} FROM indicator WHERE framework = @hash ORDER BY position`,
    )
    .all({ hash })
    .map(row => ({ ...row, section: JSON.parse(row.section) as string[] }))
}

/** The indicators that only other versions than these have, each in the words of the latest. */
export function getAllOtherIndicators(
  store: ReadableStore,
  hashes: readonly string[],
): readonly Indicator[] {
  return store
    .prepare<{ hashes: string }, IndicatorRow & { readonly latest: string }>(
      // SQLite takes the other columns from the row that has the maximum.
      `SELECT ${INDICATOR_COLUMNS}, max((SELECT loaded_at || hash FROM framework
         WHERE hash = indicator.framework)) AS latest
       FROM indicator WHERE id NOT IN (SELECT id FROM indicator
         WHERE framework IN (SELECT value FROM json_each(@hashes)))
       GROUP BY id ORDER BY id`,
    )
    .all({ hashes: JSON.stringify(hashes) })
    .map(({ latest: _, ...row }) => ({ ...row, section: JSON.parse(row.section) as string[] }))
}

/** Tests whether a framework version has this indicator. */
export function hasIndicator(store: ReadableStore, hash: string, id: string): boolean {
  return (
    store
      .prepare<{ hash: string; id: string }>(
        'SELECT 1 FROM indicator WHERE framework = @hash AND id = @id',
      )
      .get({ hash, id }) !== undefined
  )
}

/** Stores a framework version with its indicators and splits; call it inside a transaction. */
export function appendFramework(
  store: WritableStore,
  row: FrameworkRow,
  indicators: readonly Indicator[],
  splits: readonly Split[] = [],
): void {
  store
    .prepare<FrameworkRow>(
      `INSERT INTO framework (hash, title, origin, file_name, loaded_at, device)
       VALUES (@hash, @title, @origin, @fileName, @loadedAt, @device)`,
    )
    .run(row)
  store
    .prepare<FrameworkRow>(
      `INSERT INTO framework_loading (framework, title, origin, file_name, loaded_at, device)
       VALUES (@hash, @title, @origin, @fileName, @loadedAt, @device)`,
    )
    .run(row)
  const insert = store.prepare(
    `INSERT INTO indicator (framework, id, position, ${FIELD_COLUMNS.join(', ')})
     VALUES (@framework, @id, @position, ${FIELDS.map(field => `@${field}`).join(', ')})`,
  )
  for (const [position, indicator] of indicators.entries()) {
    const section = JSON.stringify(indicator.section)
    insert.run({ ...indicator, section, position, framework: row.hash })
  }
  const insertSplit = store.prepare(
    'INSERT INTO indicator_split (framework, indicator, origin) VALUES (@framework, @indicator, @origin)',
  )
  for (const split of splits) insertSplit.run({ ...split, framework: row.hash })
}
