import { parse } from 'node:path'
import type { Sheet, SpreadsheetReading } from '../files/spreadsheet.ts'

/** A file that could be read. */
export type ReadSheets = Extract<SpreadsheetReading, { kind: 'sheets' }>

/** The sheets with the names that people see: a csv's sheet is called like the file. */
export function namedSheets({ format, sheets }: ReadSheets, file: string): readonly Sheet[] {
  return format === 'csv' ? sheets.map(sheet => ({ ...sheet, name: parse(file).name })) : sheets
}

/** The sheet of this name, in whatever case it was typed; undefined if there is none. */
export function sheetNamed<Named extends { readonly name: string }>(
  sheets: readonly Named[],
  wanted: string,
): Named | undefined {
  const plain = (name: string): string => name.trim().toLowerCase()
  return (
    sheets.find(({ name }) => name === wanted) ??
    sheets.find(({ name }) => plain(name) === plain(wanted))
  )
}
