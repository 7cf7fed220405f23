import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { PermittedFile } from '../../../engine/files/permits.ts'
import { forkReader } from '../../../engine/files/reader-process.ts'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { type MergeOptions, mergeInOneGo } from '../../../engine/packages/merge/in-one-go.ts'
import type { PackageChoices } from '../../../engine/packages/write/package-contents.ts'
import { writePackage } from '../../../engine/packages/write/write-package.ts'
import type { Program } from '../../../engine/program.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { createWorkbook } from '../../../engine/workbooks/open.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import type { MergeReceipt } from '../../../shared/model/packages.ts'
import type { NewRating } from '../../../shared/model/rating.ts'
import type { ScaleLength } from '../../../shared/model/scale.ts'
import { readerWithin } from '../../helpers/reader-within.ts'
import {
  indicatorText,
  ownFolder,
  program,
  rating,
  sampleParticipant,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'

/** Options for a laptop of a test. */
export interface LaptopOptions {
  readonly codes?: readonly string[]
  readonly scale?: ScaleLength
  readonly madeUp?: boolean
  readonly program?: Program
}

/** A laptop: a real workbook of a framework that laptops have in common, in a folder of its own. */
export function laptop(options: LaptopOptions = {}): Workbook {
  const { codes = ['A1', 'A2'], scale = 5, madeUp = false } = options
  const framework = {
    title: 'Framework',
    origin: 'file' as const,
    fileName: 'framework.csv',
    indicators: codes.map(code => indicatorText(code)),
  }
  const workbook = createWorkbook(
    join(ownFolder(), 'laptop.sqlite'),
    { title: 'Laptop', scale, madeUp, framework },
    options.program ?? program,
  )
  onTestFinished(workbook.close)
  return workbook
}

/** A workshop with one participant who rated the first indicator; gives their id. */
export function ratedBySomeone(workbook: Workbook, level = 4): string {
  const someone = sampleParticipant(workbook, sampleWorkshop(workbook))
  rate(workbook, someone, level)
  return someone
}

/** Has a participant rate the first indicator, or another key. */
export function rate(
  workbook: Workbook,
  participant: string,
  level: number,
  more: Partial<NewRating> = {},
): string {
  const [first] = currentFramework(workbook.store).indicators
  return recordRating(workbook, rating(participant, first?.id ?? '', level, more)).id
}

/** Writes a package of a laptop. */
export async function packageOf(
  workbook: Workbook,
  choices: PackageChoices = {},
): Promise<PermittedFile> {
  const file = { path: join(ownFolder(), 'laptop.workbook'), name: 'laptop.workbook' }
  await writePackage(readerWithin, workbook, choices, file)
  return file
}

/** Merges packages into a workbook, for tests of what a merge comes to: without the process around the reader. */
export function merge(
  workbook: Workbook,
  packages: readonly PermittedFile[],
  options: MergeOptions = {},
): Promise<MergeReceipt> {
  return mergeInOneGo(readerWithin, workbook, packages, options)
}

/** Merges packages into a workbook as the fronts do, for tests of files that a reader must bear. */
export function mergeByProcess(
  workbook: Workbook,
  packages: readonly PermittedFile[],
  options: MergeOptions = {},
): Promise<MergeReceipt> {
  return mergeInOneGo(forkReader(), workbook, packages, options)
}
