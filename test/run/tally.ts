import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { z } from 'zod'
import { projectPath } from '../../build/project.ts'

/** How many tests went which way. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** What failed, each as a line with its file, its name and the first line of why. */
  readonly faults: readonly string[]
}

/** What a runner that left no result counts as: a fault, never as nothing. */
const NO_RESULT: Tally = {
  passed: 0,
  failed: 1,
  skipped: 0,
  faults: ['a runner left no result that can be read'],
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
  }
}

const spec = z.object({
  title: z.string(),
  file: z.string(),
  ok: z.boolean(),
  tests: z.array(
    z.object({
      results: z.array(
        z.object({ error: z.object({ message: z.string().optional() }).optional() }),
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
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(z.object({ message: z.string().default('') })),
  suites: z.array(suite),
})

/** The tally of a Playwright result file. A fault outside any test counts as one failed. */
export function tallyPlaywright(file: string): Tally {
  const result = readResult(file, playwrightResult)
  if (!result) return NO_RESULT
  const { expected, unexpected, flaky, skipped } = result.stats
  return {
    passed: expected,
    failed: unexpected + flaky + result.errors.length,
    skipped,
    faults: [
      ...result.errors.map(({ message }) => faultLine('playwright', 'outside any test', message)),
      ...result.suites.flatMap(faultsOfSuite),
    ],
  }
}

function faultsOfSuite({ specs, suites = [] }: Suite): readonly string[] {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) =>
      faultLine(
        file,
        title,
        tests.flatMap(({ results }) => results).find(({ error }) => error)?.error?.message,
      ),
    )
  return [...own, ...suites.flatMap(faultsOfSuite)]
}

/** The escape sequences by which a terminal is told of colours. */
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')

function faultLine(file: string, name: string, why = ''): string {
  const [first = ''] = why.replace(COLOURS, '').trim().split('\n')
  return `${relative(projectPath(''), resolve(projectPath(''), file))}: ${name}: ${first}`.slice(
    0,
    500,
  )
}

/** All of them together. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: sum.skipped + tally.skipped,
      faults: [...sum.faults, ...tally.faults],
    }),
    { passed: 0, failed: 0, skipped: 0, faults: [] },
  )
}

/** All that is printed at the end of a run: what failed, so that nobody has to look for it, and the sum. */
export function tallyLines(tally: Tally): string {
  const faults = tally.faults.map(fault => `  failed: ${fault}`)
  return [...faults, tallyLine(tally)].join('\n')
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
