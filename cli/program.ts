import { appVersion } from '../engine/app-version.ts'
import { systemClock } from '../engine/clock.ts'
import { defaultLibraryFolder } from '../engine/workbooks/library-folder.ts'
import type { Program } from '../engine/workbooks/workbook.ts'

/** This program, as a workbook needs to know it. */
export function thisProgram(): Program {
  return { appVersion: appVersion(), clock: systemClock, keyFolder: defaultLibraryFolder() }
}
