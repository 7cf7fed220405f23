import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { z } from 'zod'
import { projectPath } from '../../build/project.ts'
import type { FileTime } from './slowest.ts'

/** The numbers of tests that went each way. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** The tests that failed, each as a line with its file, its name and why. */
  readonly faults: readonly string[]
  /** The tests that failed and passed when they were tried once more, each as a line like those of faults. */
  readonly unsteady: readonly string[]
  /** The time that each file of tests took. */
  readonly times: readonly FileTime[]
}

/** The tally of a runner that left no result: a fault, never nothing. */
const NO_RESULT: Tally = {
  passed: 0,
  failed: 1,
  skipped: 0,
  faults: ['a runner left no result that can be read'],
  unsteady: [],
  times: [],
}

const vitestResult = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      startTime: z.number(),
      endTime: z.number(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

/** The tally of a Vitest result file. A test file that could not be loaded counts as one failed. */
export function tallyVitest(file: string): Tally {
  const result = readResult(file, vitestResult)
  if (!result) return NO_RESULT
  const unloaded = result.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + unloaded.length,
    skipped: result.numPendingTests + result.numTodoTests,
    faults: [
      ...unloaded.map(({ name, message }) => faultLine(name, 'cannot be loaded', message)),
      ...result.testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === 'failed')
          .map(test => faultLine(name, test.fullName, test.failureMessages?.[0])),
      ),
    ],
    unsteady: [],
    times: result.testResults.map(({ name, startTime, endTime }) => ({
      file: fromProject(name),
      seconds: (endTime - startTime) / 1000,
    })),
  }
}

const spec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({
      status: z.string(),
      results: z.array(
        z.object({
          duration: z.number(),
          error: z.object({ message: z.string().optional() }).optional(),
        }),
      ),
    }),
  ),
})
type Suite = { readonly specs: z.infer<typeof spec>[]; readonly suites?: Suite[] | undefined }
const suite: z.ZodType<Suite> = z.object({
  specs: z.array(spec),
  get suites() {
    return z.array(suite).optional()
  },
})

const playwrightResult = z.object({
  config: z.object({ rootDir: z.string() }),
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(z.object({ message: z.string().default('') })),
  suites: z.array(suite),
})

/**
 * The tally of a Playwright result file. A fault outside any test counts as one failed; a test that
 * passed at its second try counts as passed and is named, as it may be the sign of a fault.
 */
export function tallyPlaywright(file: string): Tally {
  const result = readResult(file, playwrightResult)
  if (!result) return NO_RESULT
  const { expected, unexpected, flaky, skipped } = result.stats
  return {
    passed: expected + flaky,
    failed: unexpected + result.errors.length,
    skipped,
    faults: [
      ...result.errors.map(({ message }) => faultLine('playwright', 'outside any test', message)),
      ...result.suites.flatMap(suite => linesOf(suite, 'unexpected')),
    ],
    unsteady: result.suites.flatMap(suite => linesOf(suite, 'flaky')),
    times: timesOf(result.suites, result.config.rootDir),
  }
}

/** A line for each test of a suite that went one way, in Playwright's words for it. */
function linesOf(suite: Suite, way: 'unexpected' | 'flaky'): readonly string[] {
  return specsIn(suite).flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === way)
      .map(({ results }) =>
        faultLine(file, title, results.find(({ error }) => error)?.error?.message),
      ),
  )
}

const specsIn = ({ specs, suites = [] }: Suite): readonly z.infer<typeof spec>[] => [
  ...specs,
  ...suites.flatMap(specsIn),
]

/** The time of each file, which is that of its tests together: those of one file may run side by side. */
function timesOf(suites: readonly Suite[], folder: string): readonly FileTime[] {
  const times = new Map<string, number>()
  for (const { file, tests } of suites.flatMap(specsIn)) {
    const took = tests.flatMap(({ results }) => results.map(({ duration }) => duration))
    times.set(
      file,
      took.reduce((sum, duration) => sum + duration, times.get(file) ?? 0),
    )
  }
  return [...times].map(([file, duration]) => ({
    file: fromProject(resolve(folder, file)),
    seconds: duration / 1000,
  }))
}

/** The escape sequences by which a terminal is told of colours. */
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')

/** Characters: room for what was expected, what was seen instead and the first steps to it. */
const LONGEST_LINE = 800

function faultLine(file: string, name: string, why = ''): string {
  const reason = why.replace(COLOURS, '').replace(/\s+/g, ' ').trim()
  return `${fromProject(file)}: ${name}: ${reason}`.slice(0, LONGEST_LINE)
}

function fromProject(file: string): string {
  return relative(projectPath(''), resolve(projectPath(''), file))
}

/** All of them together. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: sum.skipped + tally.skipped,
      faults: [...sum.faults, ...tally.faults],
      unsteady: [...sum.unsteady, ...tally.unsteady],
      times: [...sum.times, ...tally.times],
    }),
    { passed: 0, failed: 0, skipped: 0, faults: [], unsteady: [], times: [] },
  )
}

/** All that is printed at the end of a run: what did not go well, so that nobody has to look for it, and the sum. */
export function tallyLines(tally: Tally): string {
  const unsteady = tally.unsteady.map(line => `  unsteady: ${line}`)
  const faults = tally.faults.map(line => `  failed: ${line}`)
  return [...unsteady, ...faults, tallyLine(tally)].join('\n')
}

function tallyLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function readResult<Result>(file: string, shape: z.ZodType<Result>): Result | null {
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
