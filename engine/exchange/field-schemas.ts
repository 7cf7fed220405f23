import { z } from 'zod'
import { moment } from '../../shared/model/vocabulary.ts'

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
export function fitsSchema(schema: z.ZodType): (value: unknown) => boolean {
  const pattern = PATTERNS.get(schema)
  return pattern
    ? value => typeof value === 'string' && pattern.test(value)
    : value => schema.safeParse(value).success
}
