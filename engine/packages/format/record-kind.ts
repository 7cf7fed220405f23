import { z } from 'zod'
import { moment } from '../../../shared/model/vocabulary.ts'
import { remembering } from '../fast/remember.ts'

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

// What is read from a package is either exactly what may stand there or refused: nothing is trimmed or
// put in lower case on the way, or two laptops would hold different words under one id.

const RECORD_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const SHA256 = /^[0-9a-f]{64}$/

/** A UUID in lower case. */
export const recordId = z.string().regex(RECORD_ID)

/** A SHA-256 in hexadecimal. */
export const sha256 = z.string().regex(SHA256)

/** Text of any kind; half a character is none, as no database can keep it. */
export const text = z.string().regex(/^\P{Surrogate}*$/u)

/** Text that is not empty. */
export const filledText = text.min(1)

/** A moment: ISO 8601 in UTC with milliseconds. */
export { moment }

/** What some of these ask of a text, and all that they ask. */
const PATTERNS: ReadonlyMap<z.ZodType, RegExp> = new Map<z.ZodType, RegExp>([
  [recordId, RECORD_ID],
  [sha256, SHA256],
  [moment, z.core.regexes.datetime({ precision: 3 })],
])

/**
 * Whether a value fits a schema. Every rating has an id and a moment of its own, and asking their patterns
 * takes a fraction of what asking the schemas takes.
 */
function fitsSchema(schema: z.ZodType): (value: unknown) => boolean {
  const pattern = PATTERNS.get(schema)
  return pattern
    ? value => typeof value === 'string' && pattern.test(value)
    : value => schema.safeParse(value).success
}

/** Gives a value as the store keeps it, or undefined where it does not fit its field. */
export type CheckValue = (value: unknown) => Stored | undefined

/** What the store keeps of a value that was found to fit. */
const TO_STORED: Readonly<Record<Field['form'], (value: unknown) => Stored>> = {
  value: value => value as Stored,
  // A value that is not there is null in the store too, not the text “null”.
  json: value => (value === null ? null : JSON.stringify(value)),
  flag: value => (value === true ? 1 : 0),
}

/** How the values of a field are checked. */
export function valueChecker({ schema, repeats, form }: Field): CheckValue {
  const fits = fitsSchema(schema)
  const check: CheckValue = value => (fits(value) ? TO_STORED[form](value) : undefined)
  return repeats && form !== 'json' ? remembering(check) : check
}
