import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** How many tests went which way. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** What a runner that left no result counts as: a fault, never as nothing. */
const NO_RESULT: Tally = { passed: 0, failed: 1, skipped: 0 }

const vitestResult = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
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
  }
}

const playwrightResult = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(z.unknown()),
})

/** The tally of a Playwright result file. A fault outside any test counts as one failed. */
export function tallyPlaywright(file: string): Tally {
  const result = readResult(file, playwrightResult)
  if (!result) return NO_RESULT
  const { expected, unexpected, flaky, skipped } = result.stats
  return { passed: expected, failed: unexpected + flaky + result.errors.length, skipped }
}

/** All of them together. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: sum.skipped + tally.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

/** The line that says how it went, such as `12 passed, 0 failed`. */
export function tallyLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function readResult<Result>(file: string, shape: z.ZodType<Result>): Result | null {
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
