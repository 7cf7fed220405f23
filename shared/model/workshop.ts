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

/** A note of who facilitates, such as initials or a role; empty for none. */
export const facilitatorsNote = z.string().trim().max(200)

/** A workshop with its present details. */
export const workshop = workshopDetails.extend({ id, recordedAt: moment })
export type Workshop = z.infer<typeof workshop>

/** A code for one person, such as `KUB-07`: the laptop and a number, or whatever a sheet says; never a real name. */
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

/** The name by which people know a participant: the code, and where others have it too, what tells them apart. */
const shownName = z.string()

/** A participant with the name by which people know them. */
export const namedParticipant = participant.extend({ name: shownName })
export type NamedParticipant = z.infer<typeof namedParticipant>

/** A participant who has just come in, with the four words that are theirs alone and can be read nowhere. */
export const joinedParticipant = namedParticipant.extend({ words: z.string() })
export type JoinedParticipant = z.infer<typeof joinedParticipant>

/** The standings in a round that are recorded: the person is finished, excused from it, or asked all the same. */
export const markedStanding = z.enum(['finished', 'excused', 'asked'])
export type MarkedStanding = z.infer<typeof markedStanding>

/** The standing of a person in a round. */
export const roundStanding = z.enum(['not begun', 'in the middle', 'finished', 'excused'])
export type RoundStanding = z.infer<typeof roundStanding>

/** The progress of a participant: `rated` of the `indicators` of a round have an answer for each criterion. */
export const participantProgress = namedParticipant.extend({
  round,
  rated: z.number().int(),
  indicators: z.number().int(),
  standing: roundStanding,
  /** True for a test, which counts for nothing. */
  isTest: z.boolean(),
})
export type ParticipantProgress = z.infer<typeof participantProgress>

/** The number of people of each standing in a round; the four add up to the people of the workshop. */
export const standingCounts = z.object({
  finished: z.number().int(),
  inTheMiddle: z.number().int(),
  notBegun: z.number().int(),
  excused: z.number().int(),
})
export type StandingCounts = z.infer<typeof standingCounts>

/** A participant with the details that tell them from others: code, group and workshop. */
export const knownParticipant = z.object({
  id,
  code: participantCode,
  name: shownName,
  group: z.string(),
  workshop: id,
  workshopTitle: z.string(),
})
export type KnownParticipant = z.infer<typeof knownParticipant>

/**
 * A participant with what tells them from namesakes: the laptop that they joined on, and when and how much they
 * rated.
 */
export const describedParticipant = knownParticipant.extend({
  laptop: z.string(),
  /** The number of ratings, changed ones included. */
  ratings: z.number().int(),
  /** The moments of the first and the last; null without any. */
  from: moment.nullable(),
  to: moment.nullable(),
})
export type DescribedParticipant = z.infer<typeof describedParticipant>

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
  /** Records of their standings in rounds. */
  standings: z.number().int(),
  /** Records of their codes and groups. */
  descriptions: z.number().int(),
})
export type PersonalRecords = z.infer<typeof personalRecords>

/**
 * The records that would be erased if this person withdrew, those of every participant linked to them
 * included.
 */
export const withdrawalPreview = z.object({
  participants: z.array(describedParticipant),
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
  /** True where copies of them on a second place are replaced as soon as that is reached. */
  copiesLater: z.literal(true).optional(),
  /**
   * False while another program has the file or a backup open: the last traces are erased when it lets go and
   * the workbook is next opened.
   */
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
  /** True where it was closed, so that nobody can rate in it on screen. */
  isClosed: z.boolean(),
  /** The number of participants who have answered anything in it. */
  answered: z.number().int(),
  /** The note of who facilitated it, empty for none; notes of several laptops are parted by semicolons. */
  facilitators: z.string(),
})
export type WorkshopRound = z.infer<typeof workshopRound>

/** A round with the note of who facilitated it. */
export type FacilitatedRound = Pick<WorkshopRound, 'round' | 'facilitators'>

/** The way for people who have not finished the rounds before, and for those who come later. */
export const unfinishedChoice = z.enum(['finish first', 'move on'])
export type UnfinishedChoice = z.infer<typeof unfinishedChoice>

/**
 * The questions that one person is asked to rate. `isReturn` tells that they rated something in a round before,
 * `hasBegun` that they have answered something in this one.
 */
export const askedOf = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('round'),
    round,
    /** The indicators that the person is asked; null for all of the framework. */
    indicators: z.array(id).max(10_000).nullable(),
    isReturn: z.boolean(),
    hasBegun: z.boolean(),
  }),
  z.object({ kind: z.literal('nothing'), because: z.enum(['finished', 'closed']) }),
])
export type AskedOf = z.infer<typeof askedOf>

/** A workshop that is rating now, and how far its people are. */
export const roundUnderWay = z.object({
  workshop: id,
  round,
  people: standingCounts,
  /** True while a facilitator looks at its answers so far. */
  isSeen: z.boolean(),
})
export type RoundUnderWay = z.infer<typeof roundUnderWay>

/** The rounds that somebody opened, and the first, which is open from the start. */
export const openedRounds = (rounds: readonly WorkshopRound[]): readonly WorkshopRound[] =>
  rounds.filter(({ round, openedAt }) => round === 1 || openedAt !== null)

/** The rounds that can be rated on screen: none once the latest is closed. */
export function openRounds(rounds: readonly WorkshopRound[]): readonly WorkshopRound[] {
  const opened = openedRounds(rounds)
  return opened.at(-1)?.isClosed ? [] : opened.filter(({ isClosed }) => !isClosed)
}
