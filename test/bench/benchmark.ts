import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exampleFramework } from '../../engine/frameworks/example/example-framework.ts'
import { systemClock } from '../../engine/program.ts'
import {
  addSyntheticRatings,
  type SyntheticSize,
} from '../../engine/ratings/synthetic/synthetic-ratings.ts'
import { openLibrary, type WorkbookLibrary } from '../../engine/workbooks/library.ts'
import type { Workbook } from '../../engine/workbooks/workbook.ts'

/** One comparison: the least that the work could cost, and what it costs us, in the same run. */
export interface Benchmark {
  readonly name: string
  readonly floorMs: number
  readonly oursMs: number
  readonly ratio: number
  /** The number of times that each side was measured; the medians are given. */
  readonly n: number
}

/** The middle of some measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/**
 * Measures both sides in turns, so that whatever else the machine does falls on both, and gives the
 * median of each.
 */
export async function compare(
  name: string,
  n: number,
  sides: {
    readonly floor: (turn: number) => unknown
    readonly ours: (turn: number) => unknown
  },
): Promise<Benchmark> {
  const floor: number[] = []
  const ours: number[] = []
  for (let turn = 0; turn < n; turn++) {
    floor.push(await timed(() => sides.floor(turn)))
    ours.push(await timed(() => sides.ours(turn)))
  }
  const [floorMs, oursMs] = [median(floor), median(ours)]
  return { name, floorMs, oursMs, ratio: oursMs / floorMs, n }
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** A library in a folder of its own with one workbook of the example framework. */
export function exampleLibrary(size: SyntheticSize): {
  readonly folder: string
  readonly library: WorkbookLibrary
  readonly workbook: Workbook
} {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-bench-'))
  const library = openLibrary(folder, { appVersion: '0.0.0-bench', clock: systemClock })
  const framework = exampleFramework()
  const workbook = library.create({ title: 'Bench', scale: 5, madeUp: true, framework })
  addSyntheticRatings(workbook, size)
  return { folder, library, workbook }
}
