import { z } from 'zod'
import { moment } from '../../../shared/model/vocabulary.ts'
import { remembering } from '../../remember.ts'

/** The value of one column in the store. */
export type Stored = string | number | null

/** One field of a record: how it is checked in a package, and its column in the store. */
export interface Field {
  readonly column: string
  readonly schema: z.ZodType
  /** True for few different values, each of which is checked, sent and kept only once. */
  readonly repeats: boolean
  /** The form in which the store keeps it: the value itself, its JSON, or 1 and 0 for true and false. */
  readonly form: 'value' | 'json' | 'flag'
}

/** The parts of a package that hold records. */
export type Part = 'framework.jsonl' | 'records.jsonl'

/**
 * One kind of immutable record, as packages carry it. `name` is its `kind` in a package and `table` its table
 * in the store, with a column `package` for the number of the package that it came with. To add a kind,
 * describe it in `kinds/` and list it in `record-kinds.ts`.
 */
export interface RecordKind {
  readonly name: string
  readonly part: Part
  readonly table: string
  /** In the order in which a package has them. */
  readonly fields: Readonly<Record<string, Field>>
  /** The fields that together name one record. */
  readonly key: readonly string[]
  /** The field with the workshop or the participant that it is about; `study` if it is about neither. */
  readonly about: { readonly workshop: string } | { readonly person: string } | 'study'
  /** True for answers that are of nobody in particular; a set-up package has none, as it has no people. */
  readonly holdsAnswers?: true
  /** The fields that two records must share for one to supersede the other; null if none may. */
  readonly subject: readonly string[] | null
  /** Another kind whose records it may supersede, and the fields that both must then share. */
  readonly over?: { readonly kind: RecordKind; readonly subject: readonly string[] }
  /** Checks values of one record against each other, in the form in which the store keeps them. */
  readonly check?: (value: (field: string) => Stored) => boolean
  /** Columns that only this laptop fills, with the value for records from elsewhere. */
  readonly blanks?: Readonly<Record<string, string>>
}

/** A field whose values seldom repeat. */
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

// A value from a package is either exactly what the format allows or refused. Nothing is trimmed or put in
// lower case, or two laptops would hold different words under one id.

const RECORD_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const SHA256 = /^[0-9a-f]{64}$/

/** A UUID in lower case. */
export const recordId = z.string().regex(RECORD_ID)

/** A SHA-256 in hexadecimal. */
export const sha256 = z.string().regex(SHA256)

/** Any text without unpaired surrogates, which no database can keep. */
export const text = z.string().regex(/^\P{Surrogate}*$/u)

/** Text that is not empty. */
export const filledText = text.min(1)

/** A moment: ISO 8601 in UTC with milliseconds. */
export { moment }

/** The patterns that are equivalent to some of these schemas. */
const PATTERNS: ReadonlyMap<z.ZodType, RegExp> = new Map<z.ZodType, RegExp>([
  [recordId, RECORD_ID],
  [sha256, SHA256],
  [moment, z.core.regexes.datetime({ precision: 3 })],
])

/**
 * Tests whether a value fits a schema. Every rating has its own id and moment, and matching their patterns
 * takes a fraction of the time that the schemas take.
 */
function fitsSchema(schema: z.ZodType): (value: unknown) => boolean {
  const pattern = PATTERNS.get(schema)
  return pattern
    ? value => typeof value === 'string' && pattern.test(value)
    : value => schema.safeParse(value).success
}

/** Converts a value to what the store keeps, or to undefined if it does not fit its field. */
export type CheckValue = (value: unknown) => Stored | undefined

/** Conversions of values that fit to what the store keeps. */
const TO_STORED: Readonly<Record<Field['form'], (value: unknown) => Stored>> = {
  value: value => value as Stored,
  // A value that is not there is null in the store too, not the text “null”.
  json: value => (value === null ? null : JSON.stringify(value)),
  flag: value => (value === true ? 1 : 0),
}

/** A checker for the values of a field. */
export function valueChecker({ schema, repeats, form }: Field): CheckValue {
  const fits = fitsSchema(schema)
  const check: CheckValue = value => (fits(value) ? TO_STORED[form](value) : undefined)
  return repeats && form !== 'json' ? remembering(check) : check
}
