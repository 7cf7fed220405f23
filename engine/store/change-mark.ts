import type { ReadableStore } from './store.ts'

/**
 * A text that is another one after every change to the file, whoever made it: the number of rows that
 * this connection has changed, and SQLite's count of what others have.
 */
export function getChangeMark(store: ReadableStore): string {
  const own = store
    .prepare<Record<string, never>, { readonly changes: number }>(
      'SELECT total_changes() AS changes',
    )
    .get({})
  const others = store
    .prepare<Record<string, never>, { readonly data_version: number }>('PRAGMA data_version')
    .get({})
  return `${own?.changes} ${others?.data_version}`
}
