import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import { unzip } from '../../../helpers/programs.ts'
import { ownFolder } from '../../../helpers/sample-workbook.ts'
import { exported } from '../exported.ts'

/** A row of csv by its headings. */
export type CsvRow = Readonly<Record<string, string>>

/** A data package unpacked into a folder of its own. */
export async function unpacked(workbook: Workbook): Promise<string> {
  const folder = ownFolder()
  await unpackInto(folder, await exported(workbook, 'zip'))
  return folder
}

/** Puts the parts of a zip into a folder. */
export async function unpackInto(folder: string, zip: Buffer): Promise<void> {
  for (const [name, bytes] of await unzip(zip)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
}

/** The rows of a csv file of a folder. */
export const csvRows = (folder: string, file: string): readonly CsvRow[] =>
  parse(readFileSync(join(folder, file)), { columns: true })

/** Text of our csv as it was typed. */
export const asTyped = (text: string): string =>
  /^''*[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text
