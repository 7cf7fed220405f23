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

/** A key that stays the same while a file does, and its size in bytes; null if there is no such file. */
async function fingerprint(path: string) {
  const file = await stat(path, { bigint: true }).catch(() => null)
  if (!file) return null
  const { ino, size, mtimeNs } = file
  return { key: JSON.stringify([path, `${ino}`, `${size}`, `${mtimeNs}`]), bytes: Number(size) }
}

interface Remembered {
  readonly bytes: number
  readonly reading: Promise<SpreadsheetReading>
}

/**
 * Reads spreadsheets and remembers the latest readings for as long as their files do not change, of files that are together
 * no larger than one may be: while someone settles what files mean, they are looked at again and again.
 */
export function rememberReading(startReader: StartReader, limits: SpreadsheetLimits): ReadFile {
  // The latest comes last.
  const latest = new Map<string, Remembered>()
  const remember = (key: string, added: Remembered) => {
    latest.delete(key)
    latest.set(key, added)
    let bytes = [...latest.values()].reduce((sum, each) => sum + each.bytes, 0)
    for (const [oldest, each] of latest) {
      if (bytes <= limits.bytes || oldest === key) break
      latest.delete(oldest)
      bytes -= each.bytes
    }
  }
  return async path => {
    const file = await fingerprint(path)
    const known = file && latest.get(file.key)
    const reading = known?.reading ?? readSpreadsheet(startReader, path, limits)
    if (file) remember(file.key, { bytes: file.bytes, reading })
    // What could not be read may be read at the next try: a slow moment of the machine passes.
    if ((await reading).kind === 'refused' && file && latest.get(file.key)?.reading === reading) {
      latest.delete(file.key)
    }
    return reading
  }
}
