import type { GlossaryTerm } from '../../../shared/model/glossary/terms.ts'
import type { ReadableStore, WritableStore } from '../store.ts'

/** A glossary of the framework, its terms as JSON; an empty list takes earlier ones away. */
export interface GlossaryRow {
  readonly id: string
  readonly terms: string
  readonly fileName: string
  readonly recordedAt: string
  readonly device: string
}

/** The glossaries that nothing superseded, in the order of their making; more than one if laptops loaded their own. */
export function getCurrentGlossaries(store: ReadableStore): readonly GlossaryRow[] {
  return store
    .prepare<Record<string, never>, GlossaryRow>(
      `SELECT id, terms, file_name AS fileName, recorded_at AS recordedAt, device FROM glossary_record AS g
       WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = g.id) ORDER BY id`,
    )
    .all({})
}

/** The terms of a row. */
export const termsOf = ({ terms }: Pick<GlossaryRow, 'terms'>): readonly GlossaryTerm[] =>
  JSON.parse(terms) as readonly GlossaryTerm[]

/** Stores a glossary. */
export function appendGlossary(store: WritableStore, row: GlossaryRow): void {
  store
    .prepare<GlossaryRow>(
      `INSERT INTO glossary_record (id, terms, file_name, recorded_at, device)
       VALUES (@id, @terms, @fileName, @recordedAt, @device)`,
    )
    .run(row)
}
