import { z } from 'zod'
import { id, moment } from './vocabulary.ts'
import { participantCode } from './workshop.ts'

/** A participant as they are told from others: code, group and workshop. */
export const knownParticipant = z.object({
  id,
  code: participantCode,
  group: z.string(),
  workshop: id,
  workshopTitle: z.string(),
})
export type KnownParticipant = z.infer<typeof knownParticipant>

/** Two participants whom somebody said to be one person. */
export const participantLink = z.object({
  id,
  participants: z.array(knownParticipant).length(2),
  recordedAt: moment,
  device: id,
})
export type ParticipantLink = z.infer<typeof participantLink>

/** How much of a person's there is, superseded records included; never what they said. */
export const personalRecords = z.object({
  /** Ratings, of which so many have a comment. */
  ratings: z.number().int(),
  comments: z.number().int(),
  suggestions: z.number().int(),
  /** What others noted on their comments. */
  tags: z.number().int(),
  /** Choices between two of their answers. */
  settlements: z.number().int(),
  /** Codes and groups under which they were known. */
  descriptions: z.number().int(),
})
export type PersonalRecords = z.infer<typeof personalRecords>

/** What would go if this person withdrew: of every participant that is linked to them, too. */
export const withdrawalPreview = z.object({
  participants: z.array(knownParticipant),
  records: personalRecords,
})
export type WithdrawalPreview = z.infer<typeof withdrawalPreview>

/** What went. It names nobody: the codes are gone with the rest. */
export const withdrawalReceipt = z.object({
  /** The withdrawal's own id, which a person can quote. */
  id,
  recordedAt: moment,
  participants: z.number().int(),
  records: personalRecords,
  /** Backups of this workbook that were cleaned too. */
  backups: z.number().int(),
  /** False while another program reads the file: then the last traces go when it is closed. */
  clean: z.boolean(),
})
export type WithdrawalReceipt = z.infer<typeof withdrawalReceipt>
