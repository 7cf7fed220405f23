import { stat } from 'node:fs/promises'
import { READER_STARTED, type StartReader } from '../reader-process.ts'
import { refused } from './keep-within-limits.ts'
import {
  DEFAULT_LIMITS,
  type SpreadsheetLimits,
  type SpreadsheetReading,
  spreadsheetReading,
} from './spreadsheet.ts'

/**
 * Reads a spreadsheet in a process of its own, which is gone afterwards whatever the file did to it.
 * Never throws for what is in the file: what cannot be read is a refusal.
 */
export function readSpreadsheet(
  startReader: StartReader,
  path: string,
  limits: SpreadsheetLimits = DEFAULT_LIMITS,
): Promise<SpreadsheetReading> {
  return new Promise(resolve => {
    const reader = startReader()
    const finish = (reading: SpreadsheetReading): void => {
      clearTimeout(timer)
      resolve(reading)
      reader.kill()
    }
    const { milliseconds, memoryBytes } = limits
    const slow = refused('too-slow', { limit: 'milliseconds', most: milliseconds })
    const timer = setTimeout(() => finish(slow), milliseconds)
    let hasStarted = false
    reader.onReply(reply => {
      if (reply === READER_STARTED) {
        hasStarted = true
        return
      }
      const reading = spreadsheetReading.safeParse(reply)
      finish(reading.success ? reading.data : refused('damaged'))
    })
    // What a parser throws is answered, so a reader that dies at its work ran out of memory. One that
    // never began is no fault of the file.
    const large = refused('too-large', { limit: 'memory', most: memoryBytes })
    reader.onExit(() => finish(hasStarted ? large : refused('reader-failed')))
    reader.send({ kind: 'spreadsheet', path, limits })
  })
}

/** Reads a spreadsheet; what cannot be read is a refusal. */
export type ReadFile = (path: string) => Promise<SpreadsheetReading>

/** A key that stays the same while a file does; null if there is no such file. */
async function fingerprint(path: string): Promise<string | null> {
  const file = await stat(path, { bigint: true }).catch(() => null)
  return file && JSON.stringify([path, `${file.ino}`, `${file.size}`, `${file.mtimeNs}`])
}

/**
 * Reads spreadsheets and remembers the latest reading for as long as its file does not change: while
 * someone settles what a file means, it is looked at again and again.
 */
export function rememberReading(startReader: StartReader, limits: SpreadsheetLimits): ReadFile {
  let latest: { readonly key: string; readonly reading: Promise<SpreadsheetReading> } | null = null
  return async path => {
    const key = await fingerprint(path)
    if (key !== null && latest?.key === key) return latest.reading
    const reading = readSpreadsheet(startReader, path, limits)
    if (key !== null) latest = { key, reading }
    // What could not be read may be read at the next try: a slow moment of the machine passes.
    if ((await reading).kind === 'refused' && latest?.reading === reading) latest = null
    return reading
  }
}
