import { ENGLISH, type Words } from '../../shared/languages/english.ts'
import { FILES_IN_ENGLISH, type FileWords } from '../../shared/languages/file-words.ts'
import { FIRST_LANGUAGE, LANGUAGES, type LanguageCode } from '../../shared/languages/languages.ts'
import { SHEETS_IN_ENGLISH, type SheetWords } from '../../shared/languages/sheet-words.ts'
import { FILES as FILES_IN_WELSH } from '../../shared/languages/welsh/files.ts'
import { SHEETS as SHEETS_IN_WELSH } from '../../shared/languages/welsh/sheets.ts'
import { WELSH } from '../../shared/languages/welsh/welsh.ts'

/** A language with the words of sheets, those that people see on screens, and the headings of files. */
export interface SheetLanguage extends SheetWords {
  readonly code: LanguageCode
  /** The tag of its words (BCP 47). */
  readonly tag: string
  readonly screens: Words
  readonly files: FileWords
}

const LANGUAGES_OF_SHEETS: Readonly<Record<LanguageCode, Omit<SheetLanguage, 'code' | 'tag'>>> = {
  en: { ...SHEETS_IN_ENGLISH, screens: ENGLISH, files: FILES_IN_ENGLISH },
  cy: { ...SHEETS_IN_WELSH, screens: WELSH.words, files: FILES_IN_WELSH },
}

/** The language of a sheet; left out, English. */
export const sheetLanguage = (code: LanguageCode = FIRST_LANGUAGE): SheetLanguage => ({
  ...{ code, tag: LANGUAGES[code].tag },
  ...LANGUAGES_OF_SHEETS[code],
})
