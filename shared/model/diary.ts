import { z } from 'zod'
import { resolvedBy } from './conflict.ts'
import { release } from './exports.ts'
import { sequence } from './protocol.ts'
import { id, moment } from './vocabulary.ts'
import { type NamedLaptop, namedLaptop } from './whole-study.ts'

/** The kinds of entries in the diary of a study, in the order in which they can be chosen. */
export const DIARY_KINDS = [
  'note',
  'set-up',
  'merge',
  'refusal',
  'link',
  'resolution',
  'withdrawal',
  'framework',
  'rule',
  'target',
  'round',
  'export',
] as const
export const diaryKind = z.enum(DIARY_KINDS)
export type DiaryKind = z.infer<typeof diaryKind>

/** The longest text of a note, in characters. */
export const LONGEST_DIARY_NOTE = 2_000

/** The text of a note, as somebody of the team wrote it. */
export const diaryNoteText = z.string().trim().min(1).max(LONGEST_DIARY_NOTE)

const count = z.number().int().min(0)
const title = z.string()
/** The title of a workshop; null for one that this workbook does not know. */
const workshop = z.string().nullable()

/** Facts of an entry, by its kind and by what happened. */
const diaryFacts = z.discriminatedUnion('what', [
  z.object({ kind: z.literal('note'), what: z.literal('note'), note: id, text: z.string() }),
  z.object({ kind: z.literal('set-up'), what: z.literal('laptop set up') }),
  z.object({ kind: z.literal('set-up'), what: z.literal('file copied') }),
  z.object({ kind: z.literal('set-up'), what: z.literal('workshop added'), title }),
  z.object({ kind: z.literal('set-up'), what: z.literal('set-up written'), file: z.string() }),
  z.object({
    kind: z.literal('merge'),
    what: z.literal('merged'),
    receipt: id,
    /** Packages that were taken, and the laptops that wrote them. */
    packages: count,
    laptops: count,
    records: count,
    conflicting: count,
  }),
  z.object({
    kind: z.literal('refusal'),
    what: z.literal('refused'),
    file: z.string(),
    why: z.string(),
    /** Null where nothing of the merge was taken, so that there is no receipt. */
    receipt: id.nullable(),
  }),
  z.object({ kind: z.literal('link'), what: z.literal('linked') }),
  z.object({ kind: z.literal('link'), what: z.literal('link taken back') }),
  z.object({
    kind: z.literal('resolution'),
    what: z.literal('settled'),
    rules: z.array(resolvedBy),
    count,
    reason: z.string(),
    decidedBy: z.string(),
  }),
  z.object({ kind: z.literal('resolution'), what: z.literal('settling taken back'), count }),
  z.object({ kind: z.literal('withdrawal'), what: z.literal('withdrew'), count }),
  z.object({
    kind: z.literal('framework'),
    what: z.literal('version loaded'),
    title,
    indicators: count,
  }),
  z.object({
    kind: z.literal('framework'),
    what: z.literal('version chosen'),
    title,
    /** Versions that were set aside. */
    aside: count,
  }),
  z.object({
    kind: z.literal('rule'),
    what: z.enum(['rule added', 'rule changed', 'rule retired']),
    title,
    version: count,
  }),
  z.object({
    kind: z.literal('target'),
    what: z.literal('planned'),
    workshop,
    laptops: count,
    people: count,
  }),
  z.object({
    kind: z.literal('target'),
    what: z.literal('asked'),
    workshop,
    /** The group that it is about; null for the order in which all are asked. */
    group: z.string().nullable(),
    /** The indicators that the group is asked; null for all. */
    indicators: count.nullable(),
    sequence: sequence.nullable(),
  }),
  z.object({
    kind: z.literal('round'),
    what: z.enum(['opened', 'opening taken back', 'closed', 'opened again']),
    workshop,
    round: count,
    /** The indicators that it asks for; null for all. */
    indicators: count.nullable(),
  }),
  z.object({
    kind: z.literal('export'),
    what: z.literal('export written'),
    file: z.string(),
    /** Null where it was not kept, as of what an earlier version wrote. */
    release: release.nullable(),
  }),
  z.object({ kind: z.literal('export'), what: z.literal('package written'), file: z.string() }),
])
export type DiaryFacts = z.infer<typeof diaryFacts>

/** An entry of the diary: what happened, when by the clock of that laptop, and on which laptop. */
export const diaryEntry = z.object({
  id: z.string(),
  at: moment,
  laptop: namedLaptop,
  facts: diaryFacts,
})
export type DiaryEntry = z.infer<typeof diaryEntry>

/** The diary of a study, the latest entry first. */
export const diary = z.object({ entries: z.array(diaryEntry) })
export type Diary = z.infer<typeof diary>

/** The account of what was done in a whole study, in numbers, and the receipts that they rest on. */
export interface StudyHistory {
  /** Packages that were brought together, each file once; no set-ups. */
  readonly packages: number
  /** The laptops that wrote them. */
  readonly laptops: readonly NamedLaptop[]
  /** Files that were chosen for a merge and not taken. */
  readonly refused: number
  readonly withdrawn: number
  /** Questions to which one person gave two answers. */
  readonly conflicts: { readonly byRule: number; readonly byHand: number; readonly open: number }
  /** Indicators that the framework version in use has otherwise than the first. */
  readonly framework: {
    readonly reworded: number
    readonly added: number
    readonly removed: number
  }
  /** The merges, the first one first. */
  readonly receipts: readonly {
    readonly id: string
    readonly mergedAt: string
    readonly files: readonly { readonly file: string; readonly laptop: NamedLaptop }[]
  }[]
}
