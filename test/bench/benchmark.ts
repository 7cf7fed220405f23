import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectPath } from '../../build/project.ts'
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

/** Work that is measured; what it returns, if that is a function, ends it when its time has been taken. */
type Work = (turn: number) => unknown

/** The same work twice, the least that it could cost and ours. */
interface Sides<One> {
  readonly floor: One
  readonly ours: One
}

/**
 * Measures both sides in turns, so that whatever else the machine does falls on both, and gives the
 * median of each. The turns of `warmUp` come before and are not counted.
 */
export function compare(
  name: string,
  n: number,
  { floor, ours }: Sides<Work>,
  warmUp = 0,
): Promise<Benchmark> {
  const sides = {
    floor: (turn: number) => timed(() => floor(turn)),
    ours: (turn: number) => timed(() => ours(turn)),
  }
  return compareFigures(name, n, sides, warmUp)
}

/** The same for sides that measure themselves, as memory. */
export async function compareFigures(
  name: string,
  n: number,
  sides: Sides<(turn: number) => Promise<number>>,
  warmUp = 0,
): Promise<Benchmark> {
  const floor: number[] = []
  const ours: number[] = []
  for (let turn = 0; turn < warmUp + n; turn++) {
    const [least, figure] = [await sides.floor(turn), await sides.ours(turn)]
    if (turn < warmUp) continue
    floor.push(least)
    ours.push(figure)
  }
  const [floorMs, oursMs] = [median(floor), median(ours)]
  return { name, floorMs, oursMs, ratio: oursMs / floorMs, n }
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  const end = await work()
  const milliseconds = performance.now() - start
  if (typeof end === 'function') await end()
  return milliseconds
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

/** The words that `npm run workbook` gives to Node: its flags, and last the command line's own file. */
export function commandCall(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8'))
  return String(scripts.workbook).replace('exec node ', '').split(' ')
}
