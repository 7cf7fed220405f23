import { z } from 'zod'
import { day, id, moment, name } from './vocabulary.ts'

/** What a facilitator says of a workshop. */
export const workshopDetails = z.object({
  title: name,
  date: day,
  venue: z.string().trim().max(200),
  groups: z
    .array(name)
    .min(1)
    .max(30)
    .refine(groups => new Set(groups.map(group => group.toLowerCase())).size === groups.length, {
      message: 'Each stakeholder group needs a name of its own.',
    }),
})
export type WorkshopDetails = z.infer<typeof workshopDetails>

/** A workshop as it stands now. */
export const workshop = workshopDetails.extend({ id, recordedAt: moment })
export type Workshop = z.infer<typeof workshop>

/** A code for one person in a workshop, such as `P07`; never a name. */
export const participantCode = z.string().trim().min(1).max(40)

/** One person in a workshop, known by a code. */
export const participant = z.object({
  id,
  workshop: id,
  code: participantCode,
  group: name,
  recordedAt: moment,
})
export type Participant = z.infer<typeof participant>

/** How far a participant is: `rated` of `indicators` have an answer for each criterion. */
export const participantProgress = participant.extend({
  rated: z.number().int(),
  indicators: z.number().int(),
})
export type ParticipantProgress = z.infer<typeof participantProgress>
