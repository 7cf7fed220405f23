import { z } from 'zod'

/** A word or two that a facilitator puts on comments, such as `too costly`. */
export const tag = z
  .string()
  .transform(text => text.trim().replace(/\s+/g, ' '))
  .pipe(z.string().min(1).max(60))
