import { z } from 'zod'

/** The most characters that a report for support has. */
export const LONGEST_REPORT = 400_000

/** A report for support, which is saved as it was shown. */
export const supportReport = z.object({ text: z.string().max(LONGEST_REPORT) })

/** The content of a report for support: figures, versions and codes. */
export interface SupportFacts {
  readonly madeAt: string
  readonly version: string
  readonly build: string
  /** The system and the versions that the program runs on. */
  readonly runsOn: readonly string[]
  /** The newest step of the schema, and the version of packages. */
  readonly schema: number
  readonly packages: number
  /** The settings that bear on faults, each as a name and a word or figure. */
  readonly settings: readonly (readonly [name: string, value: string])[]
  readonly workbooks: readonly SupportWorkbook[]
  /** The latest lines of the log. */
  readonly log: readonly string[]
}

/** A workbook in figures. */
export interface SupportWorkbook {
  /** The code of the error with which it does not open; null for one that is sound. */
  readonly code: string | null
  readonly bytes: number
  readonly backups: number
  /** The moment of the newest backup; null where there is none. */
  readonly newestBackup: string | null
  /** The number of saves that are not in it, though they were told as saved. */
  readonly missing: number
  /** The records of each kind that it has any of. */
  readonly records: readonly (readonly [kind: string, count: number])[]
}
