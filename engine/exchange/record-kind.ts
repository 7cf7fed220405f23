import { z } from 'zod'

/** What the store keeps in one column. */
export type Stored = string | number | null

/** One field of a record: how it is checked in a package, and its column in the store. */
export interface Field {
  readonly column: string
  readonly schema: z.ZodType
  /** Takes few different values, so each is checked, sent and kept once. */
  readonly repeats: boolean
  /** What the store keeps: the value itself, its JSON, or 1 and 0 for true and false. */
  readonly form: 'value' | 'json' | 'flag'
}

/** The parts of a package that hold records. */
export type Part = 'framework.jsonl' | 'records.jsonl'

/**
 * One kind of immutable record, as packages carry it. `name` is its `kind` in a package and `table` where
 * the store keeps it, with a column `package` for the package that brought it. To add a kind, describe it
 * in `kinds/` and join it in `record-kinds.ts`.
 */
export interface RecordKind {
  readonly name: string
  readonly part: Part
  readonly table: string
  /** In the order in which a package has them. */
  readonly fields: Readonly<Record<string, Field>>
  /** The fields that together name one record. */
  readonly key: readonly string[]
  /** The field that names the workshop or the participant that it is about; neither for the study. */
  readonly about: { readonly workshop: string } | { readonly person: string } | 'study'
  /** The fields that two records have in common when one may take the place of the other. */
  readonly subject: readonly string[] | null
  /** Another kind whose records it may set aside, and the fields that the two then have in common. */
  readonly over?: { readonly kind: RecordKind; readonly subject: readonly string[] }
  /** What else must hold of one record, by its values as the store keeps them. */
  readonly check?: (value: (field: string) => Stored) => boolean
  /** Columns that only this laptop has something to say about, with what a foreign record gets. */
  readonly blanks?: Readonly<Record<string, string>>
}

/** A field whose values hardly repeat. */
export function field(column: string, schema: z.ZodType): Field {
  return { column, schema, repeats: false, form: 'value' }
}

/** A field that takes few different values. */
export function repeated(column: string, schema: z.ZodType): Field {
  return { column, schema, repeats: true, form: 'value' }
}

/** A field that is a list or an object. */
export function json(column: string, schema: z.ZodType): Field {
  return { column, schema, repeats: true, form: 'json' }
}

/** A field that is true or false. */
export function flag(column: string): Field {
  return { column, schema: z.boolean(), repeats: true, form: 'flag' }
}

/** The person that a kind's records are about, as the name of the field; undefined for the rest. */
export function personField({ about }: RecordKind): string | undefined {
  return about !== 'study' && 'person' in about ? about.person : undefined
}
