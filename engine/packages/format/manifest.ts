import { z } from 'zod'
import type { ConsensusRule } from '../../../shared/model/rules.ts'
import { type ScaleLength, scaleLength } from '../../../shared/model/scale.ts'
import { parseJson } from './canonical-line.ts'
import { filledText, moment, recordId, sha256, text } from './record-kind.ts'
import type { PackageRefusal } from './refusal.ts'

/** The `format` of every manifest. */
export const PACKAGE_FORMAT = 'framework-workbook-package'

/** The newest version of the format. */
export const PACKAGE_VERSION = 7

/** The version from which on programs understand each of these; a study with none of them is written in the oldest. */
const SINCE_VERSION = {
  anyStudy: 2,
  tenLevels: 3,
  easyRead: 4,
  stability: 5,
  hands: 6,
  protocols: 7,
} as const

/** The part of a study that decides in which version a package of it is written. */
interface Written {
  readonly levels: ScaleLength
  readonly rules: readonly Pick<ConsensusRule, 'scales'>[]
  /** True if anything was said to easy read. */
  readonly hasEasyRead: boolean
  /** True if the package holds shows of hands. */
  readonly hasHands: boolean
  /** True if a workshop has a protocol. */
  readonly hasProtocols: boolean
}

/**
 * The version that a package is written in: the oldest one that says all that the study says, so that laptops with the
 * program from before read whatever they can understand, and pass over nothing without a word.
 */
export function versionToWrite({
  levels,
  rules,
  hasEasyRead,
  hasHands,
  hasProtocols,
}: Written): number {
  const scales = rules.flatMap(rule => rule.scales)
  if (hasProtocols) return SINCE_VERSION.protocols
  if (hasHands) return SINCE_VERSION.hands
  if (scales.some(({ stability }) => stability)) return SINCE_VERSION.stability
  if (hasEasyRead) return SINCE_VERSION.easyRead
  const isLong = [levels, ...scales.map(scale => scale.levels)].some(length => length > 9)
  return isLong ? SINCE_VERSION.tenLevels : SINCE_VERSION.anyStudy
}

/** The parts beside the manifest, in the order in which they are written. */
export const PARTS = ['framework.jsonl', 'records.jsonl', 'README.txt'] as const
export const MANIFEST = 'manifest.json'
/** The signature over the bytes of the manifest; a package without a `signer` has none. */
export const SIGNATURE = 'signature.txt'

/** The fields that all versions of a manifest have. */
const manifestHead = z.looseObject({
  format: z.literal(PACKAGE_FORMAT),
  version: z.number().int().min(0),
})

const part = z.looseObject({
  /** SHA-256 of its bytes. */
  sha256,
  bytes: z.number().int().min(0),
})

/** A package's description of itself. Unknown fields are ignored. */
export const manifest = z.looseObject({
  format: z.literal(PACKAGE_FORMAT),
  version: z.literal(PACKAGE_VERSION),
  /** The version of the program that wrote it. */
  app: text,
  /** The installation that wrote it. */
  device: recordId,
  /** The name of that installation among people; left out where it has no name. */
  laptop: filledText.max(60).optional(),
  /** The key that signed the manifest, and by its digests every other part. */
  signer: z
    .looseObject({ algorithm: z.literal('Ed25519'), publicKey: z.string().regex(/^[\w-]{43}$/) })
    .optional(),
  study: z.looseObject({
    id: recordId,
    title: filledText,
    scale: scaleLength,
    /** True when its ratings are synthetic. */
    madeUp: z.boolean(),
    createdAt: moment,
  }),
  /** `workshops` when some workshops were chosen, `setup` when it has no participants and ratings. */
  contents: z.enum(['everything', 'workshops', 'setup']),
  /** The time of its newest record, by the clock of the laptop that made it. */
  newest: moment.nullable(),
  parts: z.record(z.enum(PARTS), part),
  /** The number of its records of each kind. */
  counts: z.record(z.string(), z.number().int().min(0)),
})
export type Manifest = z.infer<typeof manifest>

/** A manifest in the present format, and the steps that bring its records up to it. */
export interface KnownManifest {
  readonly manifest: Manifest
  readonly steps: readonly FormatStep[]
}

/** The refusal of a manifest of a newer format, of which this program knows no more; undefined for any other. */
export function newerRefusal(text: string): PackageRefusal | undefined {
  const { data } = manifestHead.safeParse(parseJson(text))
  return data && refusalOfNewer(data.version)
}

const refusalOfNewer = (version: number): PackageRefusal | undefined =>
  version > PACKAGE_VERSION ? { code: 'newer', detail: '', version } : undefined

/** Reads a manifest and brings an older one up to the present format. Returns the refusal of any other. */
export function parseManifest(
  text: string,
  known: readonly FormatStep[],
): KnownManifest | { readonly refusal: PackageRefusal } {
  const head = manifestHead.safeParse(parseJson(text))
  if (!head.success) {
    return { refusal: { code: 'not-a-package', detail: 'its manifest is that of something else' } }
  }
  const { version } = head.data
  const newer = refusalOfNewer(version)
  if (newer) return { refusal: newer }
  const steps = stepsFrom(version, known)
  const upgraded = steps.reduce<Record<string, unknown>>(
    (older, step) => ({ ...step.manifest(older), version: step.from + 1 }),
    head.data,
  )
  const parsed = manifest.safeParse(upgraded)
  if (parsed.success) return { manifest: parsed.data, steps }
  const [issue] = parsed.error.issues
  const where = issue && z.core.toDotPath(issue.path)
  return { refusal: { code: 'damaged', detail: `its manifest does not fit at “${where}”` } }
}

/** One step of the package format: it converts manifest and records from version `from` to the next. */
export interface FormatStep {
  readonly from: number
  readonly manifest: (content: Readonly<Record<string, unknown>>) => Record<string, unknown>
  /** Left out where it leaves every record as it is. */
  readonly record?: (content: Readonly<Record<string, unknown>>) => Record<string, unknown>
}

/**
 * The steps from the oldest format to the present one. From the second format on comments are records of their own,
 * and ratings say nothing of them; the older ones, which say both, stay as they are, and so do their digests. The third
 * has a tenth level and is otherwise the second; in the fourth something was said to easy read; in the fifth a rule asks
 * whether answers are stable. The sixth has counts by show of hands, without which an older program would show figures of
 * fewer answers. The seventh has what workshops ask of whom, without which it would ask everybody everything and call
 * what was never asked missing.
 */
export const FORMAT_STEPS: readonly FormatStep[] = [
  { from: 1, manifest: content => ({ ...content }) },
  { from: 2, manifest: content => ({ ...content }) },
  { from: 3, manifest: content => ({ ...content }) },
  { from: 4, manifest: content => ({ ...content }) },
  { from: 5, manifest: content => ({ ...content }) },
  { from: 6, manifest: content => ({ ...content }) },
]

/** The steps that a package of this version needs, in order. */
function stepsFrom(version: number, steps: readonly FormatStep[]): readonly FormatStep[] {
  return steps.filter(({ from }) => from >= version).sort((a, b) => a.from - b.from)
}
