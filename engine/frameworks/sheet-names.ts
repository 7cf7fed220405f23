import { parse } from 'node:path'
import type { Sheet, SpreadsheetReading } from '../files/spreadsheet.ts'

/** A file that could be read. */
export type ReadSheets = Extract<SpreadsheetReading, { kind: 'sheets' }>

/** The sheets with the names that people see: a csv's sheet is called like the file. */
export function namedSheets({ format, sheets }: ReadSheets, file: string): readonly Sheet[] {
  return format === 'csv' ? sheets.map(sheet => ({ ...sheet, name: parse(file).name })) : sheets
}

/** Whether a sheet is meant by a name that someone typed. */
export function isSameName(name: string, typed: string): boolean {
  return name.trim().toLowerCase() === typed.trim().toLowerCase()
}

/** The sheet of this name, in whatever case it was typed; undefined if there is none. */
export function sheetNamed<Named extends { readonly name: string }>(
  sheets: readonly Named[],
  wanted: string,
): Named | undefined {
  return (
    sheets.find(({ name }) => name === wanted) ??
    sheets.find(({ name }) => isSameName(name, wanted))
  )
}
