import { ORPCError } from '@orpc/client'
import { ERRORS, type ErrorCode, type ErrorData } from '../../shared/contract/errors.ts'
import { wordsFor } from '../../shared/messages/errors.ts'
import { LINE_WORDS } from '../../shared/messages/line.ts'
import { FileRefused } from './host/browser-files.ts'
import { LineLost, LineRefused } from './host/page-host.ts'

/** An answer of the engine: pending, ready, or failed with words for people. */
export type Loadable<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly problem: Problem }

/** The state of a loadable before its first answer. */
export const LOADING: Loadable<never> = { state: 'loading' }

/**
 * Waits for an answer and returns it, or the problem that it ended in; never throws. Answers that the engine keeps back
 * while people rate are no problem but still to come.
 */
export async function toLoadable<Value>(answer: Promise<Value>): Promise<Loadable<Value>> {
  try {
    return { state: 'ready', value: await answer }
  } catch (error) {
    const problem = problemOf(error)
    return problem.code === 'ROUND_UNDER_WAY' ? LOADING : { state: 'failed', problem }
  }
}

/**
 * The value to show after a refresh: one that failed because of the line does not replace a value
 * that is already shown.
 */
export function refreshed<Value>(before: Loadable<Value>, after: Loadable<Value>): Loadable<Value> {
  const isWorse = before.state === 'ready' && after.state === 'failed'
  return isWorse && isOfLine(after.problem) ? before : after
}

/** A problem in words for people; `code` is of the contract's list where the engine gave it. */
export interface Problem {
  readonly code: ErrorCode | 'LINE_LOST' | 'LINE_REFUSED' | 'UNEXPECTED'
  readonly message: string
}

/** Tests whether a problem lies in the line, so that nothing is known of what was asked. */
export const isOfLine = ({ code }: Problem): boolean =>
  code === 'LINE_LOST' || code === 'LINE_REFUSED'

const isErrorCode = (code: string): code is ErrorCode => code in ERRORS

function errorMessage(code: ErrorCode, data: unknown): string | null {
  const parsed = ERRORS[code].safeParse(data)
  return parsed.success ? wordsFor(code, parsed.data as ErrorData<typeof code>) : null
}

/** The problem for any error that a call can end in. Never a stack, never a code alone. */
export function problemOf(error: unknown): Problem {
  if (error instanceof LineLost) return { code: 'LINE_LOST', message: LINE_WORDS.lost }
  if (error instanceof LineRefused) return { code: 'LINE_REFUSED', message: LINE_WORDS.refused }
  if (error instanceof FileRefused) return { code: 'UNEXPECTED', message: error.message }
  if (error instanceof ORPCError && isErrorCode(error.code)) {
    return { code: error.code, message: errorMessage(error.code, error.data) ?? error.message }
  }
  return {
    code: 'UNEXPECTED',
    message: 'Something went wrong that should not. Try again; what was saved before is safe.',
  }
}

/** The refused packages that an error lists, with reasons; empty for any other error. */
export function refusedPackages(error: unknown): ErrorData<'PACKAGES_REFUSED'>['packages'] {
  if (!(error instanceof ORPCError) || error.code !== 'PACKAGES_REFUSED') return []
  const parsed = ERRORS.PACKAGES_REFUSED.safeParse(error.data)
  return parsed.success ? parsed.data.packages : []
}
