import { setTimeout as later } from 'node:timers/promises'

/**
 * The pauses between two tries, in milliseconds: two seconds in all. A virus scanner looks at a new file for
 * some hundred milliseconds, a program that synchronises folders for about a second; what lasts longer, such
 * as a table that is open in Excel, is for a person to close.
 */
const PAUSES_MS: readonly number[] = [10, 20, 40, 80, 150, 250, 350, 500, 600]

/** The errors of a file that somebody else holds. Which of them it is depends on the system and the call. */
const HELD: readonly string[] = ['EBUSY', 'EPERM', 'EACCES']

/** The code of an error of the system, such as ENOENT; empty for any other error. */
export const systemCodeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** Tests whether an error may go away by itself, as that of a file which a scanner holds for a moment. */
export type IsPassing = (error: unknown) => boolean

/** Errors of renaming and removing that may go away by themselves. */
export const isHeld: IsPassing = error => HELD.includes(systemCodeOf(error))

/**
 * Errors of opening that may go away by themselves. On Windows a file that is just being removed refuses to be
 * opened as one that nobody may read; elsewhere that does not change within two seconds.
 */
export const isHeldOpen: IsPassing = error =>
  process.platform === 'win32' ? isHeld(error) : systemCodeOf(error) === 'EBUSY'

/** Holds up the whole process, as whoever works under a transaction must not let others in. */
const pause = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

/** Does work, and tries it again for two seconds, with growing pauses, while its error may go away. */
export function patiently<T>(work: () => T, isPassing: IsPassing = isHeld): T {
  for (const milliseconds of PAUSES_MS) {
    try {
      return work()
    } catch (error) {
      if (!isPassing(error)) throw error
    }
    pause(milliseconds)
  }
  return work()
}

/** Does the same without holding up the process: what others ask for is answered in the pauses. */
export async function patientlyLater<T>(
  work: () => Promise<T>,
  isPassing: IsPassing = isHeld,
): Promise<T> {
  for (const milliseconds of PAUSES_MS) {
    try {
      return await work()
    } catch (error) {
      if (!isPassing(error)) throw error
    }
    await later(milliseconds)
  }
  return work()
}
