import { z } from 'zod'
import { frameworkHash, frameworkOrigin } from './framework.ts'
import { secondPlaceFacts } from './program.ts'
import { scaleLength } from './scale.ts'
import { id, moment, name } from './vocabulary.ts'

/** The details that a person decides when a workbook is made. */
export const workbookDetails = z.object({ title: name, scale: scaleLength })
export type WorkbookDetails = z.infer<typeof workbookDetails>

/** A workbook in a few figures; `bytes` is the size of its file with its write-ahead log. */
export const workbookInfo = workbookDetails.extend({
  id,
  /** True when its ratings are synthetic, as in the example; every result then says so. */
  madeUp: z.boolean(),
  createdAt: moment,
  formatVersion: z.number().int(),
  device: id,
  frameworks: z.array(
    z.object({
      hash: frameworkHash,
      title: z.string(),
      origin: frameworkOrigin,
      indicators: z.number().int(),
      loadedAt: moment,
    }),
  ),
  workshops: z.number().int(),
  participants: z.number().int(),
  /** Current ratings, those that nothing supersedes. */
  ratings: z.number().int(),
  /** True where groups have answered by show of hands; left out where none has. */
  hasHands: z.literal(true).optional(),
  /** All rating records, superseded ones included. */
  ratingRecords: z.number().int(),
  conflicts: z.number().int(),
  bytes: z.number().int(),
})
export type WorkbookInfo = z.infer<typeof workbookInfo>

/** The account of a recovery: what a damaged workbook was put together from, and what is missing. */
export const recovery = z.object({
  file: z.string(),
  /** The name under which the damaged file is kept. */
  setAside: z.string(),
  /** The moment of the backup. */
  backupOf: moment,
  /** Records that could be read of the damaged file and are not in the backup. */
  rescued: z.number().int(),
  /** Records that are known to be missing, by kind and key. */
  lost: z.array(z.string()),
  /** True where more may be missing than is known. */
  isUncertain: z.boolean(),
})
export type Recovery = z.infer<typeof recovery>

/** The risk of a place where others than this program write, and the name by which people know it. */
export const placeRisk = z.object({ kind: z.enum(['synchronised', 'network']), name: z.string() })
export type PlaceRisk = z.infer<typeof placeRisk>

/** The encryption of a disk by the system's own means, as far as the system says. */
export const diskEncryption = z.object({
  state: z.enum(['on', 'off', 'unknown']),
  by: z.enum(['BitLocker', 'FileVault', 'LUKS']),
})
export type DiskEncryption = z.infer<typeof diskEncryption>

/** The workbooks of the library folder, latest first, and the files there that could not be read. */
export const library = z.object({
  folder: z.string(),
  /** A risk of the folder's place; null where only this program writes there. */
  place: placeRisk.nullable(),
  workbooks: z.array(workbookInfo),
  /** The second place of backups, where the last copy to it failed. */
  secondPlace: secondPlaceFacts.nullable(),
  unreadable: z.array(
    z.object({
      file: z.string(),
      message: z.string(),
      /** The moment of the newest backup from which a damaged one can be recovered; null where there is none. */
      backup: moment.nullable(),
    }),
  ),
  /** Workbooks that were opened without the last answers (so many) that had been saved in them. */
  incomplete: z.array(z.object({ workbook: id, title: z.string(), missing: z.number().int() })),
  /** Workbooks of which several files each have something (`own` records at most) that another one lacks. */
  apart: z.array(
    z.object({
      workbook: id,
      title: z.string(),
      files: z.array(z.object({ file: z.string(), own: z.number().int() })),
    }),
  ),
  /** Packages with what was in workbooks whose files were moved or replaced while open, to be brought back. */
  rescued: z.array(z.object({ workbook: id, title: z.string(), file: z.string() })),
})
export type Library = z.infer<typeof library>
