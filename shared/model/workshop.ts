import { z } from 'zod'
import { round } from './rating.ts'
import { day, id, moment, name } from './vocabulary.ts'

/** The details of a workshop that a facilitator gives. */
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

/** A workshop with its present details. */
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

/** The progress of a participant: `rated` of `indicators` have an answer for each criterion. */
export const participantProgress = participant.extend({
  rated: z.number().int(),
  indicators: z.number().int(),
})
export type ParticipantProgress = z.infer<typeof participantProgress>

/** A participant with the details that tell them from others: code, group and workshop. */
export const knownParticipant = z.object({
  id,
  code: participantCode,
  group: z.string(),
  workshop: id,
  workshopTitle: z.string(),
})
export type KnownParticipant = z.infer<typeof knownParticipant>

/** Two participants who were linked as one person. */
export const participantLink = z.object({
  id,
  participants: z.array(knownParticipant).length(2),
  recordedAt: moment,
  device: id,
})
export type ParticipantLink = z.infer<typeof participantLink>

/** The number of records about a person, superseded ones included; never their content. */
export const personalRecords = z.object({
  /** Ratings, and the number of those with a comment. */
  ratings: z.number().int(),
  comments: z.number().int(),
  suggestions: z.number().int(),
  /** Tags of others on their comments. */
  tags: z.number().int(),
  /** Resolutions of conflicts between their answers. */
  settlements: z.number().int(),
  /** Records of their codes and groups. */
  descriptions: z.number().int(),
})
export type PersonalRecords = z.infer<typeof personalRecords>

/**
 * The records that would be erased if this person withdrew, those of every participant linked to them
 * included.
 */
export const withdrawalPreview = z.object({
  participants: z.array(knownParticipant),
  records: personalRecords,
})
export type WithdrawalPreview = z.infer<typeof withdrawalPreview>

/** The records that were erased. It names nobody: the codes are erased with the rest. */
export const withdrawalReceipt = z.object({
  /** The withdrawal's own id, which a person can quote. */
  id,
  recordedAt: moment,
  participants: z.number().int(),
  records: personalRecords,
  /** Backups of this workbook that were cleaned too. */
  backups: z.number().int(),
  /** False while another program reads the file: the last traces are erased when it is closed. */
  clean: z.boolean(),
})
export type WithdrawalReceipt = z.infer<typeof withdrawalReceipt>

/** The indicators of a round: their ids, or null for all of the framework. */
export const roundIndicators = z.array(id).min(1).max(10_000).nullable()

/** A round of one workshop. The first asks for all indicators and is open from the start. */
export const workshopRound = z.object({
  round,
  workshop: id,
  indicators: roundIndicators,
  /** The time when it was first opened; null for the first round, and for one that only ratings tell of. */
  openedAt: moment.nullable(),
  /** The records that opened it, which are named to revoke the opening. */
  openings: z.array(id),
  /** The number of participants who have answered anything in it. */
  answered: z.number().int(),
})
export type WorkshopRound = z.infer<typeof workshopRound>

/** The rounds that can be rated on screen: the first, and those that somebody opened. */
export const openRounds = (rounds: readonly WorkshopRound[]): readonly WorkshopRound[] =>
  rounds.filter(({ round, openedAt }) => round === 1 || openedAt !== null)

/** The round that was asked for, or else the latest that is open. */
export function roundToRate(
  rounds: readonly WorkshopRound[],
  wanted: number | null,
): Pick<WorkshopRound, 'round' | 'indicators'> {
  const open = openRounds(rounds)
  const found = open.find(({ round }) => round === wanted) ?? open.at(-1)
  return found ?? { round: 1, indicators: null }
}
