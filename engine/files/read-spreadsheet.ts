import { READER_STARTED, type StartReader } from './reader.ts'
import { refused } from './refused.ts'
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
    const timer = setTimeout(() => finish(refused('too-slow')), limits.milliseconds)
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
    reader.onExit(() => finish(refused(hasStarted ? 'too-large' : 'reader-failed')))
    reader.send({ kind: 'spreadsheet', path, limits })
  })
}
