import { z } from 'zod'
import { id, moment } from './vocabulary.ts'

/** The most letters of a study's own text. */
export const INFORMATION_LIMIT = 12_000

/** The text that tells people what a study is, before they agree to take part: paragraphs parted by empty lines. */
export const informationText = z.object({
  title: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(INFORMATION_LIMIT),
})
export type InformationText = z.infer<typeof informationText>

/** A text as it was recorded: it never changes, and `id` is what an agreement names. */
export const information = informationText.extend({ id, recordedAt: moment })
export type Information = z.infer<typeof information>
