import { z } from 'zod'
import { dataType, id, moment, status } from './vocabulary.ts'

/** The identity of a framework version: the SHA-256 of its content, in hexadecimal. */
export const frameworkHash = z.string().regex(/^[0-9a-f]{64}$/)

/** Where a framework version came from: a person's file, or the example that ships with the app. */
export const frameworkOrigin = z.enum(['file', 'example'])

/** What an indicator says, without its place: the words that are hashed, shown and rated. */
export const indicatorText = z.object({
  code: z.string().min(1),
  title: z.string().min(1),
  /** The path of section titles, outermost first; never empty. */
  section: z.array(z.string().min(1)).min(1),
  /** The expected outcome that this indicator is evidence for; may be empty. */
  outcome: z.string(),
  definition: z.string(),
  dataType: dataType.nullable(),
  status: status.nullable(),
  source: z.string(),
  unit: z.string(),
  population: z.string(),
  /** The plain wording, for young people and anyone who prefers it; may be empty. */
  easyRead: z.string(),
  rationale: z.string(),
  /** Whatever else the file says of it, `Heading: text` on a line each; may be empty. Never shown to who rates. */
  notes: z.string(),
})
export type IndicatorText = z.infer<typeof indicatorText>

/** An indicator of a loaded framework version. Its `id` stays when a later version rewords it. */
export const indicator = indicatorText.extend({ id })
export type Indicator = z.infer<typeof indicator>

/** A framework version as stored: it never changes. `indicators` are in the order of the file. */
export const framework = z.object({
  hash: frameworkHash,
  title: z.string(),
  origin: frameworkOrigin,
  fileName: z.string(),
  loadedAt: moment,
  indicators: z.array(indicator),
})
export type Framework = z.infer<typeof framework>
