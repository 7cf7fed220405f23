import { z } from 'zod'
import type { Coded } from './coded.ts'
import { changeCounts, frameworkHash, versionDifference } from './framework.ts'
import { id, moment } from './vocabulary.ts'

/** The reasons why a package is refused as a whole. */
export const PACKAGE_REFUSALS = [
  'no-such-file',
  'file-in-use',
  'file-not-allowed',
  'disk-gone',
  'not-a-package',
  'newer',
  'damaged',
  'needs-passphrase',
  'wrong-passphrase',
  'needs-key',
  'not-for-this-key',
  'too-much-work',
  'bad-signature',
  'bad-record',
  'missing-record',
  'too-large',
  'too-slow',
  'reader-failed',
  'cancelled',
  'left-out',
  'another-study',
  'another-scale',
  'made-up',
  'not-made-up',
] as const

/** Notes on a package that was merged, each with what its sentence names. */
export const PACKAGE_NOTES = {
  'same-id': z.object({ records: z.number().int() }),
  'new-key': z.object({ fingerprint: z.string() }),
  'changed-key': z.object({ fingerprint: z.string() }),
  'copied-laptop': z.object({}),
  /** The latest moment that is yet to come, and the earliest that is too long ago. */
  'from-the-future': z.object({ moment }),
  'from-the-past': z.object({ moment }),
  'clock-went-back': z.object({ answers: z.number().int() }),
  /** `codes` are those of the first indicators that the version in use does not have. */
  'unmatched-indicators': z.object({ ratings: z.number().int(), codes: z.array(z.string()) }),
  /** A framework version that the package brings, by what it changes in the own one. */
  'framework-aside': z.object({ changes: changeCounts }),
  'framework-taken': z.object({ changes: changeCounts }),
  'framework-disputed': z.object({ changes: changeCounts }),
  'another-study-taken': z.object({ title: z.string() }),
  'unknown-kinds': z.object({ kinds: z.array(z.string()) }),
} as const
export type PackageNote = Coded<typeof PACKAGE_NOTES>

/**
 * A problem or note about a package. With `refuses`, nothing of the package was stored. It holds the
 * sentence itself, because a receipt keeps the words that were shown when the packages were merged.
 */
export const packageProblem = z.object({
  code: z.enum([...PACKAGE_REFUSALS, ...z.object(PACKAGE_NOTES).keyof().options]),
  refuses: z.boolean(),
  message: z.string(),
})
export type PackageProblem = z.infer<typeof packageProblem>

const count = z.number().int().min(0)

/**
 * The outcome of the records that were read; `read` is the sum of the other five. `conflicting` are new
 * ratings beside another current one of the same key; `withdrawn` belong to people who withdrew;
 * `rejected` were not stored, or differ from the record that is known by the same id.
 */
export const recordCounts = z.object({
  read: count,
  new: count,
  known: count,
  conflicting: count,
  withdrawn: count,
  rejected: count,
})
export type RecordCounts = z.infer<typeof recordCounts>

const NOTHING: RecordCounts = {
  read: 0,
  new: 0,
  known: 0,
  conflicting: 0,
  withdrawn: 0,
  rejected: 0,
}

/** The sum of some counts. */
export function totalCounts(all: Iterable<RecordCounts>): RecordCounts {
  let total = NOTHING
  for (const one of all) {
    total = {
      read: total.read + one.read,
      new: total.new + one.new,
      known: total.known + one.known,
      conflicting: total.conflicting + one.conflicting,
      withdrawn: total.withdrawn + one.withdrawn,
      rejected: total.rejected + one.rejected,
    }
  }
  return total
}

/** The source of a package, by its own account. */
export const packageSource = z.object({
  device: id,
  /** The laptop's name among people; left out where it has no name. */
  laptop: z.string().optional(),
  app: z.string(),
  study: z.object({ id, title: z.string() }),
  contents: z.enum(['everything', 'workshops', 'setup']),
  /** The time of its newest record; null without records. */
  newest: moment.nullable(),
})
export type PackageSource = z.infer<typeof packageSource>

/** The account of one package. */
export const packageAccount = z.object({
  file: z.string(),
  accepted: z.boolean(),
  /** The SHA-256 of the file; null for one that could not be read to its end. */
  sha256: z.string().nullable(),
  /** The number that its records carry in this workbook; null if it was not accepted. */
  number: z.number().int().nullable(),
  source: packageSource.nullable(),
  /** The titles of the workshops of its people, or of all its workshops without people; older receipts lack them. */
  workshops: z.array(z.string()).optional(),
  /** The number of its people; older receipts lack it. */
  people: count.optional(),
  ...recordCounts.shape,
  /** The same counts for each kind of record. */
  kinds: z.array(recordCounts.extend({ kind: z.string() })),
  problems: z.array(packageProblem),
})
export type PackageAccount = z.infer<typeof packageAccount>

/** A workbook in numbers, before or after a merge. */
export const workbookTotals = z.object({
  workshops: count,
  participants: count,
  ratings: count,
  ratingRecords: count,
  conflicts: count,
  withdrawn: count,
})
export type WorkbookTotals = z.infer<typeof workbookTotals>

/** A framework version that packages bring and that could be used in place of the own one. */
export const frameworkOffer = z.object({
  hash: frameworkHash,
  title: z.string(),
  loadedAt: moment,
  /** The names of the packages that have it. */
  files: z.array(z.string()),
  /** The number of current ratings that were given to its words. */
  ratings: count,
  /** The changes that it makes to the own version. */
  difference: versionDifference,
})
export type FrameworkOffer = z.infer<typeof frameworkOffer>

/** The question of a merge which framework version is to be used, and its answer. */
export const frameworkQuestion = z.object({
  /** The version in use before; in a workbook that is made of packages, the one that most of them use. */
  ours: frameworkHash,
  /** The version in use after the merge. */
  used: frameworkHash,
  /** False where teams chose differently and this merge did not decide between them. */
  isDecided: z.boolean(),
  others: z.array(frameworkOffer),
})
export type FrameworkQuestion = z.infer<typeof frameworkQuestion>

/** The effect that a merge would have, before it is accepted. */
export const mergePreview = z.object({
  packages: z.array(packageAccount),
  totals: recordCounts,
  before: workbookTotals,
  after: workbookTotals,
  /** Only where packages bring another framework version. */
  framework: frameworkQuestion.optional(),
})
export type MergePreview = z.infer<typeof mergePreview>

/** The account of a merge, kept in the workbook. */
export const mergeReceipt = mergePreview.extend({
  id,
  mergedAt: moment,
  /** The installation that merged, and the version of its program. */
  device: id,
  app: z.string(),
})
export type MergeReceipt = z.infer<typeof mergeReceipt>

/** The progress of reading packages: the number of files done, and the present file. */
export const mergeProgress = z.object({
  kind: z.literal('progress'),
  files: count,
  done: count,
  /** The file that is being read; blank when all are. */
  file: z.string(),
  /** The number of records read so far, over all files. */
  records: count,
})

/** The end of a reading: the effect that a merge would have, and the token by which it can be accepted. */
const previewReady = z.object({
  kind: z.literal('preview'),
  token: z.string(),
  preview: mergePreview,
})

/** A message during the reading of packages: progress, and last the preview. */
export const previewEvent = z.discriminatedUnion('kind', [mergeProgress, previewReady])
export type PreviewEvent = z.infer<typeof previewEvent>

/** A receipt in a list: its time, and the outcome of the merge. */
export const receiptSummary = z.object({
  id,
  mergedAt: moment,
  packages: count,
  totals: recordCounts,
  /** The files that the words found by which it was looked for. */
  found: z.array(z.string()),
})
export type ReceiptSummary = z.infer<typeof receiptSummary>
