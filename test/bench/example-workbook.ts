import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../engine/clock.ts'
import { exampleFramework } from '../../engine/frameworks/example.ts'
import { addMadeUpRatings, type MadeUpSize } from '../../engine/ratings/made-up.ts'
import { openLibrary, type WorkbookLibrary } from '../../engine/workbooks/library.ts'
import type { Workbook } from '../../engine/workbooks/workbook.ts'

/** A library in a folder of its own with one workbook of the example framework. */
export function exampleLibrary(size: MadeUpSize): {
  readonly folder: string
  readonly library: WorkbookLibrary
  readonly workbook: Workbook
} {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-bench-'))
  const library = openLibrary(folder, { appVersion: '0.0.0-bench', clock: systemClock })
  const framework = exampleFramework()
  const workbook = library.create({ title: 'Bench', scale: 5, madeUp: true, framework })
  addMadeUpRatings(workbook, size)
  return { folder, library, workbook }
}
