import type { WritableStore } from './store.ts'

/** Says that one record replaces another, which stays in the history. */
export function appendSupersession(
  store: WritableStore,
  supersession: { readonly record: string; readonly superseded: string },
): void {
  store
    .prepare<typeof supersession>(
      'INSERT INTO supersession (record, superseded) VALUES (@record, @superseded)',
    )
    .run(supersession)
}
