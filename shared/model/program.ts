import { z } from 'zod'
import { moment } from './vocabulary.ts'

/** The second place of backups: a folder on a stick or a share. */
export const secondPlaceFacts = z.object({
  folder: z.string(),
  /** True where it lies on the disk of the workbooks, and so is lost with it; null before it was ever reached. */
  isSameDisk: z.boolean().nullable(),
  /** The moment of the newest backup that was copied there; null where none was yet. */
  newest: moment.nullable(),
  /** The last copy failed: since when there is no newer one, and the code of the error. Null where it did not. */
  problem: z.object({ since: moment, code: z.string() }).nullable(),
})
export type SecondPlaceFacts = z.infer<typeof secondPlaceFacts>

/** The copies of a workbook's backups on the second place, by the name that its file had. */
export const copiesOfOther = z.object({ name: z.string(), file: z.string(), newest: moment })

/** The program that runs, as *About* and the settings tell of it. */
export const programFacts = z.object({
  version: z.string(),
  /** A digest of the sources that the engine was built from, in 12 hexadecimal figures; `source` where it runs from them. */
  build: z.string(),
  /** The parts of the laptop that it runs on, such as `Node 24.2.0`. */
  runsOn: z.array(z.string()),
  /** The folder of the workbooks. */
  libraryFolder: z.string(),
  /** True where the start of the program named that folder (`WORKBOOK_LIBRARY`), so that no page changes it. */
  isFolderNamed: z.boolean(),
  /** The folder of their backups, which is made with the first one. */
  backupFolder: z.string(),
  /** The folder in which files lie while they are read or written. */
  temporaryFolder: z.string(),
  /** The second place that each backup is copied to; null where none is named. */
  secondPlace: secondPlaceFacts.nullable(),
  /** True where the start of the program named the second place, so that no page changes it. */
  isSecondPlaceNamed: z.boolean(),
  /** The backups of each workbook that has any, by its title. */
  backups: z.array(z.object({ title: z.string(), count: z.number().int(), newest: moment })),
})
export type ProgramFacts = z.infer<typeof programFacts>
