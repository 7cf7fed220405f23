import { randomToken } from './address.ts'

/** The time for which a code opens the workbook, in milliseconds. */
const LASTS_MS = 60_000

/**
 * Codes that stand for the token where others can read them: an address that a browser is started with is
 * in the list of processes, so it holds a code that is worth nothing once it was used.
 */
export interface Openings {
  /** A new code. */
  readonly issue: () => string
  /** Takes a code: true the first time, within a minute of its issue. */
  readonly redeem: (code: string) => boolean
}

/** No codes yet; `now` gives the time in milliseconds. */
export function createOpenings(now: () => number = Date.now): Openings {
  const issued = new Map<string, number>()
  return {
    issue: () => {
      const code = randomToken()
      issued.set(code, now())
      return code
    },
    redeem: code => {
      const at = issued.get(code)
      issued.delete(code)
      return at !== undefined && now() - at <= LASTS_MS
    },
  }
}
