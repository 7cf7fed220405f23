import { z } from 'zod'
import { round } from './rating.ts'
import { criterion, id, moment, name } from './vocabulary.ts'

/** Which comments are asked for; left out, all. */
export const commentsScope = z.object({
  workshops: z.array(id).optional(),
  indicator: id.optional(),
  round: round.optional(),
  /** The group of a comment is not told where it has fewer people than this in scope. */
  hideGroupsUnder: z.number().int().min(2).max(100).optional(),
})
export type CommentsScope = z.infer<typeof commentsScope>

/** What somebody wrote about one criterion of one indicator, without saying who. */
export const listedComment = z.object({
  /** The rating that it is on: what a tag is put on. */
  rating: id,
  indicator: id,
  criterion,
  round,
  /** Null where too few people are in the group. */
  group: name.nullable(),
  workshop: id,
  /** As it stands now; empty where its writer has taken it back. */
  text: z.string(),
  tags: z.array(z.string()),
  /** What it said before, the latest first; nothing that was ever saved is lost. */
  earlier: z.array(z.object({ text: z.string(), recordedAt: moment })),
})
export type ListedComment = z.infer<typeof listedComment>
