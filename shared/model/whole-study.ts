import { z } from 'zod'
import { day, id, moment, name, sameName } from './vocabulary.ts'

/** The name of a laptop, as people call it: `Leeds 2`. */
export const laptopName = z.string().trim().min(1).max(60)

const isOnce = (names: readonly string[]) => new Set(names.map(sameName)).size === names.length

/** The plan of a workshop: the laptops that are expected, by name, and the people wanted of each group. */
export const workshopPlan = z.object({
  laptops: z
    .array(laptopName)
    .max(60)
    .refine(isOnce, { message: 'Each laptop needs a name of its own.' }),
  targets: z.record(name, z.number().int().min(1).max(10_000)),
})
export type WorkshopPlan = z.infer<typeof workshopPlan>

/** The plan of a workshop for which nobody made one. */
export const NO_PLAN: WorkshopPlan = { laptops: [], targets: {} }

/** A laptop with the syllable that everybody can compute, and the name that it was given; null for none. */
export const namedLaptop = z.object({
  device: id,
  tag: z.string(),
  name: laptopName.nullable(),
})
export type NamedLaptop = z.infer<typeof namedLaptop>

/**
 * The name of this laptop, and those that it could have: those of the plans that no other laptop has; with every
 * laptop that the workbook knows.
 */
export const naming = z.object({
  laptop: namedLaptop,
  offered: z.array(laptopName),
  laptops: z.array(namedLaptop),
})
export type Naming = z.infer<typeof naming>

const count = z.number().int().min(0)

/** One workshop on the page of the study. */
export const studyRow = z.object({
  workshop: id,
  title: z.string(),
  planned: day,
  /** The first and the last moment of an answer; null before anybody answered. */
  held: z.object({ from: moment, to: moment }).nullable(),
  plan: workshopPlan,
  laptops: z.object({
    /** The laptops with people of this workshop, and those of the plan that sent a package without any. */
    back: z.array(namedLaptop),
    /** The names of the plan that have not come back. */
    outstanding: z.array(laptopName),
  }),
  people: count,
  groups: z.array(z.object({ group: z.string(), people: count, target: count.nullable() })),
  /** The groups that showed hands, and the people in their rooms, who are none of those above. */
  hands: z.object({ groups: count, people: count }),
  /** `stopped` are in the middle of a round that is closed, or that a later one followed. */
  rounds: z.array(z.object({ round: count, finished: count, asked: count, stopped: count })),
  /** The time of the last merge of a package from one of its laptops; null for none. */
  lastPackage: z.object({ mergedAt: moment, receipt: id }).nullable(),
})
export type StudyRow = z.infer<typeof studyRow>

/** A package that is not in the workbook, whatever the reason. */
export const missingPackage = z.object({
  file: z.string(),
  laptop: z.string().nullable(),
  receipt: id,
  why: z.string(),
})
export type MissingPackage = z.infer<typeof missingPackage>

/** Work that is left to do before a study is whole. */
export const leftToDo = z.object({
  conflicts: count,
  /** People of whom laptops say different codes or groups. */
  descriptions: count,
  /** Lines of shows of hands that laptops counted differently. */
  hands: count,
  packages: z.array(missingPackage),
  setAside: count,
  /** Codes that several people of one workshop have. */
  codes: z.array(z.object({ code: z.string(), workshop: id, people: count })),
  /** Comments and suggestions that nobody has let out in tables. */
  unread: count,
})
export type LeftToDo = z.infer<typeof leftToDo>

/** The kinds of signs that answers may not mean what they say. */
const QUALITY_FLAGS = ['same answer', 'too fast', 'dont know', 'clock'] as const
const qualityFlag = z.enum(QUALITY_FLAGS)

/** A sign about one person or, of clocks, about one package. */
export const flagged = z.discriminatedUnion('flag', [
  z.object({
    flag: qualityFlag.exclude(['clock']),
    participant: id,
    name: z.string(),
    workshop: id,
    round: count,
    answers: count,
    /** Seconds an item, or the share of don't knows, or the level that all answers have. */
    value: z.number(),
  }),
  z.object({ flag: z.literal('clock'), file: z.string(), receipt: id, message: z.string() }),
])
export type Flagged = z.infer<typeof flagged>

/** The least seconds an item by default. */
export const LEAST_SECONDS = 4

/** The share of don't knows above which a person is flagged. */
export const MOST_DONT_KNOW = 0.3

/** The fewest answers by which a person can be flagged. */
export const ENOUGH_TO_FLAG = 10

/** The state of a whole study: its workshops, what is left to do, and signs of poor quality. */
export const studyState = z.object({
  rows: z.array(studyRow),
  left: leftToDo,
  flags: z.array(flagged),
  /** The workshops whose answers are not looked at, as they are rating now. */
  underWay: z.array(id),
  thisLaptop: namedLaptop,
})
export type StudyState = z.infer<typeof studyState>

/** The time at which what was collected in a workshop was last written into a package; null for never. */
export const sentState = z.object({ sentAt: moment, file: z.string() }).nullable()
export type SentState = z.infer<typeof sentState>
