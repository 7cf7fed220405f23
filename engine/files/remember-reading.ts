import { stat } from 'node:fs/promises'
import { readSpreadsheet } from './read-spreadsheet.ts'
import type { StartReader } from './reader.ts'
import type { SpreadsheetLimits, SpreadsheetReading } from './spreadsheet.ts'

/** Reads a spreadsheet; what cannot be read is a refusal. */
export type ReadFile = (path: string) => Promise<SpreadsheetReading>

/** What a file is known by while it stays the same. */
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
