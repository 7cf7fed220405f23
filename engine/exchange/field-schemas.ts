import { z } from 'zod'

// What is read from a package is either exactly what may stand there or refused: nothing is trimmed or
// put in lower case on the way, or two laptops would hold different words under one id.

/** A UUID in lower case. */
export const recordId = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)

/** A SHA-256 in hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Text of any kind; half a character is none, as no database can keep it. */
export const text = z.string().regex(/^\P{Surrogate}*$/u)

/** Text that is not empty. */
export const filledText = text.min(1)

/** A moment: ISO 8601 in UTC with milliseconds. */
export { moment } from '../../shared/model/vocabulary.ts'
