import { writeFileSync } from 'node:fs'
import {
  forkReader,
  type ReaderProcess,
  type StartReader,
} from '../../../../engine/files/reader-process.ts'
import { readSpreadsheet } from '../../../../engine/files/spreadsheet/read-spreadsheet.ts'
import {
  DEFAULT_LIMITS,
  type SpreadsheetLimits,
} from '../../../../engine/files/spreadsheet/spreadsheet.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'

/** Reads what `content` would be as a file, in a real reader process. */
export async function read(content: string | Buffer, limits: Partial<SpreadsheetLimits> = {}) {
  using folder = tempFolder()
  const path = folder.file('foreign')
  writeFileSync(path, content)
  return await readSpreadsheet(forkReader(), path, { ...DEFAULT_LIMITS, ...limits })
}

/** A starter that keeps the readers it started, and how each ended. */
export function watchedReaders(start: StartReader) {
  const readers: { readonly reader: ReaderProcess; readonly gone: Promise<void> }[] = []
  const startWatched: StartReader = () => {
    const reader = start()
    readers.push({ reader, gone: new Promise(resolve => reader.onExit(resolve)) })
    return reader
  }
  return { readers, startWatched }
}
