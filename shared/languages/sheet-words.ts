import { FORM_WORDS, SHEET_WORDS } from '../messages/paper.ts'
import type { Said } from './english.ts'

/** The fixed words of sheets of paper, and of the form for spreadsheet programs. */
export const SHEETS_IN_ENGLISH = { sheet: SHEET_WORDS, form: FORM_WORDS } as const

/** The same in one language. What one lacks does not compile. */
export type SheetWords = Said<typeof SHEETS_IN_ENGLISH>
