import { z } from 'zod'
import { scaleLength } from '../../../shared/model/scale.ts'
import { filledText, moment, recordId, sha256, text } from './record-kind.ts'

/** What `format` of a manifest says. */
export const PACKAGE_FORMAT = 'framework-workbook-package'

/** The version of the format that this program writes. */
export const PACKAGE_VERSION = 1

/** The parts beside the manifest, in the order in which they are written. */
export const PARTS = ['framework.jsonl', 'records.jsonl', 'README.txt'] as const
export const MANIFEST = 'manifest.json'
/** The signature over the bytes of the manifest; a package without a `signer` has none. */
export const SIGNATURE = 'signature.txt'

/** What every version of a manifest says first. */
export const manifestHead = z.looseObject({
  format: z.literal(PACKAGE_FORMAT),
  version: z.number().int().min(0),
})

const part = z.looseObject({
  /** The SHA-256 of its bytes. */
  sha256,
  bytes: z.number().int().min(0),
})

/** What a package says of itself. Names that are not listed here are passed over. */
export const manifest = z.looseObject({
  format: z.literal(PACKAGE_FORMAT),
  version: z.literal(PACKAGE_VERSION),
  /** The version of the program that wrote it. */
  app: text,
  /** The installation that wrote it. */
  device: recordId,
  /** Whose key signed the manifest, and with it every other part. */
  signer: z
    .looseObject({ algorithm: z.literal('Ed25519'), publicKey: z.string().regex(/^[\w-]{43}$/) })
    .optional(),
  study: z.looseObject({
    id: recordId,
    title: filledText,
    scale: scaleLength,
    /** True when its ratings are made up. */
    madeUp: z.boolean(),
    createdAt: moment,
  }),
  /** `workshops` when some workshops were chosen, `setup` when it has no participants and ratings. */
  contents: z.enum(['everything', 'workshops', 'setup']),
  /** When the newest record in it was made, by the clock of the laptop that made it. */
  newest: moment.nullable(),
  parts: z.record(z.enum(PARTS), part),
  /** How many records it has of each kind. */
  counts: z.record(z.string(), z.number().int().min(0)),
})
export type Manifest = z.infer<typeof manifest>
