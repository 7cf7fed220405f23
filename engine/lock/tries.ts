import { z } from 'zod'
import { moment } from '../../shared/model/vocabulary.ts'

/** The wrong tries since the last right one. */
export const tries = z.object({
  wrong: z.number().int().min(0),
  /** The moment of the last one, by the laptop's clock; null where there was none. */
  at: moment.nullable(),
})
export type Tries = Readonly<z.infer<typeof tries>>

/** The tries of a lock that was just opened. */
export const NO_TRIES: Tries = { wrong: 0, at: null }

/** Tries that cost no waiting: enough for a person whose finger slips. */
const FREE_TRIES = 5
const FIRST_WAIT_SECONDS = 30
/** The longest wait; a day has room for about thirty tries then, of the 10,000 that four digits take. */
const LONGEST_WAIT_SECONDS = 3600

/** The seconds that must pass after these wrong tries: none after the first few, then twice as many each. */
export function waitAfter(wrong: number): number {
  if (wrong < FREE_TRIES) return 0
  return Math.min(FIRST_WAIT_SECONDS * 2 ** (wrong - FREE_TRIES), LONGEST_WAIT_SECONDS)
}

/** The seconds until the next try. A clock that was set back has the whole wait begin again. */
export function secondsToWait({ wrong, at }: Tries, now: string): number {
  if (at === null) return 0
  const passed = (Date.parse(now) - Date.parse(at)) / 1000
  const wait = waitAfter(wrong)
  return passed < 0 ? wait : Math.max(0, Math.ceil(wait - passed))
}

/** Tests whether the clock stands before the last try, so that the wait has to be counted from now. */
export const isSetBack = ({ at }: Tries, now: string): boolean =>
  at !== null && Date.parse(now) < Date.parse(at)
