import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSheetCode, type SheetCode } from '../../engine/paper/sheet-code.ts'
import { isInstalled, run, succeeds } from './programs.ts'

/** Poppler's programs give their version for `-v` alone, and end well with it. */
export const canReadSheetCodes = (): boolean =>
  isInstalled('zbarimg') && succeeds('pdftoppm', ['-v'])

/**
 * The square code of each page of a PDF, in the order of its pages, as a decoder reads it off the page drawn as a picture;
 * null for a page whose code says something else. The pictures stay in `folder`.
 */
export function sheetCodesIn(pdf: Uint8Array, folder: string): readonly (SheetCode | null)[] {
  writeFileSync(join(folder, 'sheets.pdf'), pdf)
  run('pdftoppm', ['-r', '110', '-gray', 'sheets.pdf', 'page'], folder)
  return readdirSync(folder)
    .filter(name => name.endsWith('.pgm'))
    .toSorted()
    .map(picture => readSheetCode(run('zbarimg', ['--raw', '-q', picture], folder)))
}
