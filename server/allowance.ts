/** A number of things that may be done at once, which fills up again with time. */
export interface Allowance {
  /** Takes one; false where none is left now. */
  readonly take: () => boolean
}

/** The size of an allowance, and the rate at which it fills up. */
export interface Rate {
  readonly atOnce: number
  readonly perSecond: number
}

/**
 * Calls of one page: far more than a person's fingers or a page that is being opened make, and few enough that a script
 * leaves the laptop to others.
 */
export const CALLS: Rate = { atOnce: 2_000, perSecond: 400 }

/** Wrong tokens and codes, of all pages together. A right one is never counted, so nobody can be shut out by them. */
export const WRONG_TOKENS: Rate = { atOnce: 30, perSecond: 0.5 }

/** The number of pages at once. */
export const PAGES = 64

/** A full allowance; `now` gives the time in milliseconds. */
export function createAllowance(
  { atOnce, perSecond }: Rate,
  now: () => number = () => performance.now(),
): Allowance {
  let left = atOnce
  let at = now()
  return {
    take: () => {
      const time = now()
      left = Math.min(atOnce, left + ((time - at) / 1000) * perSecond)
      at = time
      if (left < 1) return false
      left -= 1
      return true
    },
  }
}
