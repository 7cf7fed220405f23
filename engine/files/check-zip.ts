import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import type { ReadRefusal, SpreadsheetLimits } from './spreadsheet.ts'

const WORKBOOK_PART = /^(xl\/workbook[^/]*\.(xml|bin)|content\.xml)$/i

/** Unpacks one entry into nothing: yauzl fails it if it holds more than its entry says. */
async function holdsWhatItSays(zip: ZipFile, entry: Entry): Promise<void> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  await pipeline(await zip.openReadStreamPromise(entry), nowhere)
}

async function checkEntries(zip: ZipFile, limits: SpreadsheetLimits): Promise<ReadRefusal | null> {
  const entries: Entry[] = []
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    entries.push(entry)
    unpacked += entry.uncompressedSize
    if (entry.isEncrypted()) return 'password-protected'
    if (entries.length > limits.zipEntries || unpacked > limits.unpackedBytes) return 'too-large'
  }
  if (!entries.some(({ fileName }) => WORKBOOK_PART.test(fileName))) return 'not-a-spreadsheet'
  for (const entry of entries) await holdsWhatItSays(zip, entry)
  return null
}

/**
 * Says why a zipped spreadsheet must not be parsed, or null if it may be: its list of contents is
 * read first, and each part is then unpacked once to prove that the list does not lie about sizes.
 */
export async function checkZip(
  path: string,
  limits: SpreadsheetLimits,
): Promise<ReadRefusal | null> {
  try {
    const zip = await openPromise(path, { autoClose: false })
    try {
      return await checkEntries(zip, limits)
    } finally {
      zip.close()
    }
  } catch {
    return 'damaged'
  }
}
