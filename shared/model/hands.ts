import { z } from 'zod'
import { ratingProblem, ratingsRefusal } from './data-entry.ts'
import { keyer } from './paper.ts'
import { round, wording } from './rating.ts'
import { criterion, id, moment, name } from './vocabulary.ts'

/** The most people of one group in one room. */
export const MOST_IN_ROOM = 9999

const hands = z.number().int().min(0).max(MOST_IN_ROOM)

/** The hands that were counted for each answer to a question; `counts` begins with the lowest level. */
export const countedHands = z.object({
  counts: z.array(hands),
  dontKnow: hands,
  notApplicable: hands,
})
export type CountedHands = z.infer<typeof countedHands>

/** The number of hands that were counted, those for *don't know* and *doesn't apply* included. */
export const handsIn = ({ counts, dontKnow, notApplicable }: CountedHands): number =>
  counts.reduce((sum, count) => sum + count, dontKnow + notApplicable)

/** A group of a workshop that shows hands in a round. */
export const handsRoom = z.object({ workshop: id, group: name, round })
export type HandsRoom = z.infer<typeof handsRoom>

/** A question that is put to a room: an indicator by a criterion. */
export const handsQuestion = z.object({ indicator: id, criterion })
export type HandsQuestion = z.infer<typeof handsQuestion>

/** The people of the group who were in the room; 0 takes a line back. */
export const inRoom = z.number().int().min(0).max(MOST_IN_ROOM)

/** The counts of one line, of so many people in the room, as somebody keyed them in. */
export const newHands = handsRoom.extend({
  ...handsQuestion.shape,
  ...countedHands.shape,
  present: inRoom,
  wording: wording.optional(),
  by: z.string().trim().pipe(keyer),
})
export type NewHands = z.infer<typeof newHands>

/** Counts that stand for a line. Several laptops may have counted the same line differently. */
export const standingHands = countedHands.extend({
  id,
  present: inRoom,
  by: keyer,
  recordedAt: moment,
  /** The installation that keyed them in. */
  device: id,
})
export type StandingHands = z.infer<typeof standingHands>

/** A line of a room: a question with the counts that stand; none for a line that was not counted. */
export const handsLine = handsQuestion.extend({
  code: z.string(),
  title: z.string(),
  /** One for most lines; two or more that differ are a conflict, and count for nothing until somebody counts again. */
  standing: z.array(standingHands),
})
export type HandsLine = z.infer<typeof handsLine>

/** The lines of a room, in the order of the framework. */
export const handsSheet = handsRoom.extend({ lines: z.array(handsLine) })
export type HandsSheet = z.infer<typeof handsSheet>

/** A group that showed hands in a round of a workshop. */
export const countedRoom = handsRoom.extend({
  /** The lines that were counted, and those that two laptops counted differently. */
  lines: z.number().int(),
  conflicts: z.number().int(),
  /** The most people who were in the room. */
  present: inRoom,
  by: z.array(keyer),
})
export type CountedRoom = z.infer<typeof countedRoom>

/** A room some of whose lines two laptops counted differently, with the title of its workshop. */
export const disputedRoom = countedRoom.extend({ title: z.string() })
export type DisputedRoom = z.infer<typeof disputedRoom>

/** Everything that may be said once for all rows of a file of hands that do not say it themselves. */
const HANDS_SAID_ONCE = ['group', 'criterion', 'round', 'present'] as const

/** The choices of a person about a file of hands; what they leave open the file decides. */
export const handsChoices = z.object({
  /** A word is taken as the same word in a cell is. */
  said: z.partialRecord(z.enum(HANDS_SAID_ONCE), z.string().trim().min(1).max(200)).optional(),
  /** The fate of rows that are hidden or struck out; left out, the file is refused with them named. */
  hiddenRows: z.enum(['keep', 'leave']).optional(),
})
export type HandsChoices = z.infer<typeof handsChoices>

const count = z.number().int()

/** The counts of a file of hands, recorded or about to be. */
export const enteredHands = z.object({
  lines: count,
  /** All hands in these lines. */
  hands: count,
  /** The lines that change what stands, and those that stand so already; the others are new. */
  changed: count,
  unchanged: count,
  /** The rows that say that they are of another workshop, which are passed over. */
  elsewhere: count,
  /** The sheets that hold no hands. */
  unreadSheets: z.array(z.string()),
})
export type EnteredHands = z.infer<typeof enteredHands>

/** A line of a file of hands as it will be recorded. */
export const shownHands = countedHands.extend({
  sheet: z.string().optional(),
  row: count,
  group: name,
  round,
  /** The code of the indicator. */
  indicator: z.string(),
  criterion,
  present: inRoom,
  /** The line was counted otherwise before. */
  isChange: z.boolean(),
})
export type ShownHands = z.infer<typeof shownHands>

/** A file of hands as it was understood, with every problem; nothing is recorded. */
export const handsReport = z.object({
  file: z.string(),
  /** The first so many (`MOST_SHOWN`), as of the problems. */
  lines: z.array(shownHands),
  problems: z.array(ratingProblem),
  problemCount: count,
  /** The counts of what loading would do; null while there are problems. */
  counts: enteredHands.nullable(),
})
export type HandsReport = z.infer<typeof handsReport>

/** A file that no hands can be read from, or what was understood of it. */
export const handsOutcome = z.union([
  handsReport,
  z.object({ file: z.string(), refused: ratingsRefusal }),
])
export type HandsOutcome = z.infer<typeof handsOutcome>
