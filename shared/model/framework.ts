import { z } from 'zod'
import { eachField, FIELDS, INDICATOR_FIELDS, type IndicatorField } from './indicator-fields.ts'
import { dataType, id, moment, status } from './vocabulary.ts'

/** The identity of a framework version: the SHA-256 of its content, in hexadecimal. */
export const frameworkHash = z.string().regex(/^[0-9a-f]{64}$/)

/** The origin of a framework version: a person's file, or the example that ships with the app. */
export const frameworkOrigin = z.enum(['file', 'example'])

/** Stands wherever the example framework is shown, so that nobody takes it for the real one. */
export const EXAMPLE_LABEL = 'An illustration, not the published framework'

/** The section of all indicators where a framework has no sections. */
export const ONE_SECTION = 'All indicators'

const SCHEMAS = {
  'filled text': z.string().min(1),
  text: z.string(),
  path: z.array(z.string().min(1)).min(1),
  'data type': dataType.nullable(),
  status: status.nullable(),
} as const

type FieldSchemas = {
  [Field in IndicatorField]: (typeof SCHEMAS)[(typeof INDICATOR_FIELDS)[Field]['holds']]
}

/** The text of an indicator without its place: the words that are hashed, shown and rated. */
export const indicatorText = z.object(
  eachField(field => SCHEMAS[INDICATOR_FIELDS[field].holds]) as FieldSchemas,
)
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

/**
 * The decision of a person about an indicator of a changed framework, by its code in the new file: it
 * is a new one, the same as a known one, or one of several that a known one was split into.
 */
export const versionDecision = z.discriminatedUnion('means', [
  z.object({ code: z.string(), means: z.literal('new') }),
  z.object({ code: z.string(), means: z.literal('same'), indicator: id }),
  z.object({ code: z.string(), means: z.literal('split'), indicator: id }),
])
export type VersionDecision = z.infer<typeof versionDecision>

/** All decisions of a person about a changed framework; given anew with each comparison. */
export const versionDecisions = z.array(versionDecision).max(20_000)

/** An indicator of an earlier version that a new one may be. */
export const matchCandidate = z.object({
  indicator: id,
  code: z.string(),
  title: z.string(),
  /** The likeness of the two titles, 0 to 1: Dice's coefficient over their words. */
  likeness: z.number(),
  /** False for one that an earlier version had and the version in use has not. */
  inUse: z.boolean(),
})
export type MatchCandidate = z.infer<typeof matchCandidate>

/**
 * The reason why a person must decide about an indicator: its title is like that of a known one with
 * another code, or it has the code of one that seems to be about something else.
 */
export const questionReason = z.enum(['like another', 'code reused'])

/** A question to a person about one indicator of a changed framework. */
export const versionQuestion = z.object({
  code: z.string(),
  title: z.string(),
  reason: questionReason,
  /** The indicators that it may be, the most alike first. */
  candidates: z.array(matchCandidate),
  suggested: versionDecision,
})
export type VersionQuestion = z.infer<typeof versionQuestion>

const isReworded = (field: IndicatorField): field is Exclude<IndicatorField, 'code' | 'section'> =>
  field !== 'code' && field !== 'section'

/** The texts of an indicator that a later version may reword. */
export const REWORDED_FIELDS = FIELDS.filter(isReworded)
export const rewordedField = z.enum(REWORDED_FIELDS)
export type RewordedField = z.infer<typeof rewordedField>

/** One text before and after; empty for none. */
export const rewording = z.object({ field: rewordedField, before: z.string(), after: z.string() })
export type Rewording = z.infer<typeof rewording>

/** A place in the framework: the path of sections, and the number in the whole order, from 1. */
const place = z.object({ section: z.array(z.string()), position: z.number().int() })

const subject = z.object({
  indicator: id,
  code: z.string(),
  title: z.string(),
  section: z.array(z.string()),
})

/** The change of one indicator from one version to the next; one that stayed as it was has none. */
export const versionChange = z.discriminatedUnion('kind', [
  /** `splitFrom` is the code of the one that it was split off from. */
  subject.extend({ kind: z.literal('added'), splitFrom: z.string().nullable() }),
  /** The indicator is no longer in the framework; its ratings stay. */
  subject.extend({ kind: z.literal('removed') }),
  /** The indicator is no longer in the framework, and these codes took its place. */
  subject.extend({ kind: z.literal('split'), into: z.array(z.string()) }),
  /**
   * The indicator is still there, or there again, in other words, under another code or at another
   * place.
   */
  subject.extend({
    kind: z.literal('changed'),
    /** True where an earlier version had it and the one before did not. */
    isRestored: z.boolean(),
    reworded: z.array(rewording),
    recoded: z.object({ before: z.string(), after: z.string() }).nullable(),
    moved: z.object({ before: place, after: place }).nullable(),
  }),
])
export type VersionChange = z.infer<typeof versionChange>
export type ChangedIndicator = Extract<VersionChange, { kind: 'changed' }>

/** The number of indicators with each kind of change; one can be reworded, recoded and moved at once. */
export const changeCounts = z.object({
  added: z.number().int(),
  removed: z.number().int(),
  reworded: z.number().int(),
  recoded: z.number().int(),
  moved: z.number().int(),
  split: z.number().int(),
  restored: z.number().int(),
  unchanged: z.number().int(),
})
export type ChangeCounts = z.infer<typeof changeCounts>

/** The difference between two framework versions, indicator by indicator in the order of the later one. */
export const versionDifference = z.object({
  counts: changeCounts,
  changes: z.array(versionChange),
})
export type VersionDifference = z.infer<typeof versionDifference>

/** A comparison of a changed framework with the version in use: the questions to ask, and the changes. */
export const versionComparison = z.object({
  /** The version that it is compared with. */
  against: frameworkHash,
  /**
   * The number of versions that it would replace: more than one after laptops changed the framework
   * independently.
   */
  replaces: z.number().int(),
  /** The questions that a person has still to decide; meanwhile the difference follows the suggestions. */
  questions: z.array(versionQuestion),
  difference: versionDifference,
  /** The number of current ratings of each known indicator, by its id; those without any are left out. */
  ratings: z.record(z.string(), z.number().int()),
})
export type VersionComparison = z.infer<typeof versionComparison>

/** An indicator as typed in the program, before its code, title and sections are checked. */
const typedText = indicatorText.extend({
  code: z.string().trim().min(1).max(100),
  title: z.string().trim().min(1),
  section: z.array(z.string().trim().min(1)).min(1),
})

/** One change to the framework during a workshop. */
export const indicatorEdit = z.discriminatedUnion('kind', [
  /** A new indicator, after another one or, with null, at the end. */
  z.object({ kind: z.literal('add'), text: typedText, after: id.nullable() }),
  z.object({ kind: z.literal('reword'), indicator: id, text: typedText }),
  z.object({ kind: z.literal('retire'), indicator: id }),
])
export type IndicatorEdit = z.infer<typeof indicatorEdit>

/** A framework version in a list: its origin, its changes, and the number of ratings that saw it. */
export const frameworkVersion = z.object({
  hash: frameworkHash,
  /** The number in the list, from 1; another laptop with other versions may count otherwise. */
  number: z.number().int(),
  title: z.string(),
  /** Empty where one indicator was changed in the program. */
  fileName: z.string(),
  loadedAt: moment,
  indicators: z.number().int(),
  /** The versions that it replaced; none for a first one. */
  replaced: z.array(frameworkHash),
  inUse: z.boolean(),
  /** True for a version that stands beside the one in use, with other content, or was set aside. */
  isAside: z.boolean(),
  /** True as long as nobody has decided between this version and the one in use. */
  isContested: z.boolean(),
  /** The changes to the version that it replaced, in counts; null for a first one. */
  counts: changeCounts.nullable(),
  /** The number of current ratings that were given to its words. */
  ratings: z.number().int(),
})
export type FrameworkVersion = z.infer<typeof frameworkVersion>
