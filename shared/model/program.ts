import { z } from 'zod'
import { moment } from './vocabulary.ts'

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
  /** The backups of each workbook that has any, by its title. */
  backups: z.array(z.object({ title: z.string(), count: z.number().int(), newest: moment })),
})
export type ProgramFacts = z.infer<typeof programFacts>
