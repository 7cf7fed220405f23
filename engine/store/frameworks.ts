import type { Framework, Indicator } from '../../shared/model/framework.ts'
import type { ReadableStore, WritableStore } from './store.ts'

/** A framework version without its indicators. */
export type FrameworkRow = Omit<Framework, 'indicators'> & { readonly device: string }

type IndicatorRow = Omit<Indicator, 'section'> & { readonly section: string }

const FRAMEWORK_COLUMNS = `hash, title, origin, file_name AS fileName, loaded_at AS loadedAt, device`

const INDICATOR_COLUMNS = `id, code, title, section, outcome, definition, data_type AS dataType,
  status, source, unit, population, easy_read AS easyRead, rationale, notes`

/** The framework version in use: the one that no other supersedes. */
export function getCurrentFramework(store: ReadableStore): FrameworkRow | undefined {
  return store
    .prepare<Record<string, never>, FrameworkRow>(
      `SELECT ${FRAMEWORK_COLUMNS} FROM current_framework ORDER BY loaded_at DESC LIMIT 1`,
    )
    .get({})
}

/** Every framework version with the number of its indicators, oldest first. */
export function getAllFrameworks(
  store: ReadableStore,
): readonly (FrameworkRow & { readonly indicators: number })[] {
  return store
    .prepare<Record<string, never>, FrameworkRow & { readonly indicators: number }>(
      `SELECT ${FRAMEWORK_COLUMNS},
         (SELECT count(*) FROM indicator WHERE framework = framework.hash) AS indicators
       FROM framework ORDER BY loaded_at`,
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

/** Whether a framework version has this indicator. */
export function hasIndicator(store: ReadableStore, hash: string, id: string): boolean {
  return (
    store
      .prepare<{ hash: string; id: string }>(
        'SELECT 1 FROM indicator WHERE framework = @hash AND id = @id',
      )
      .get({ hash, id }) !== undefined
  )
}

/** Stores a framework version and its indicators; call it inside a transaction. */
export function appendFramework(
  store: WritableStore,
  row: FrameworkRow,
  indicators: readonly Indicator[],
): void {
  store
    .prepare<FrameworkRow>(
      `INSERT INTO framework (hash, title, origin, file_name, loaded_at, device)
       VALUES (@hash, @title, @origin, @fileName, @loadedAt, @device)`,
    )
    .run(row)
  const insert = store.prepare(
    `INSERT INTO indicator (framework, id, position, code, title, section, outcome, definition,
       data_type, status, source, unit, population, easy_read, rationale, notes)
     VALUES (@framework, @id, @position, @code, @title, @section, @outcome, @definition,
       @dataType, @status, @source, @unit, @population, @easyRead, @rationale, @notes)`,
  )
  for (const [position, indicator] of indicators.entries()) {
    const section = JSON.stringify(indicator.section)
    insert.run({ ...indicator, section, position, framework: row.hash })
  }
}
