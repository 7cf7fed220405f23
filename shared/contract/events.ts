import { z } from 'zod'
import { frameworkHash } from '../model/framework.ts'
import { id } from '../model/vocabulary.ts'

/** An event in a workbook, sent after its commit. A front that shows such things reads them again. */
export const workbookEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('workshop-recorded'), workshop: id }),
  z.object({ kind: z.literal('participant-recorded'), workshop: id, participant: id }),
  /** A rating was recorded, or an answer was given in a turn. */
  z.object({ kind: z.literal('rating-recorded'), participant: id, indicator: id }),
  /** A person's turn has ended: what they said is recorded. */
  z.object({ kind: z.literal('turn-ended') }),
  /** Another framework version is in use now. */
  z.object({ kind: z.literal('framework-changed'), framework: frameworkHash }),
  z.object({ kind: z.literal('round-changed'), workshop: id }),
  z.object({ kind: z.literal('rules-changed') }),
  /** A suggestion, a tag, or a mark of an indicator as discussed was recorded. */
  z.object({ kind: z.literal('discussion-changed') }),
  /** A workshop was planned, or a laptop named. */
  z.object({ kind: z.literal('study-changed') }),
  z.object({ kind: z.literal('merged'), receipt: id }),
  z.object({ kind: z.literal('conflicts-resolved') }),
  /** A participant was corrected, linked, or erased at their wish. */
  z.object({ kind: z.literal('people-changed') }),
])
export type WorkbookEvent = z.infer<typeof workbookEvent>
