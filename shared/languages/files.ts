import type { Words } from './english.ts'
import { FILES_IN_ENGLISH, type FileWords } from './file-words.ts'
import { FIRST_LANGUAGE, LANGUAGES, type LanguageCode } from './languages.ts'
import { FILES } from './welsh/files.ts'
import { WELSH } from './welsh/welsh.ts'

/** A language of files: their own words, and those that people saw on their screens. */
export interface FileLanguage {
  readonly code: LanguageCode
  readonly files: FileWords
  readonly screens: Words
}

/** The languages in which files are written and read beside English. */
export const FILE_LANGUAGES: Readonly<Record<Exclude<LanguageCode, 'en'>, FileLanguage>> = {
  cy: { code: 'cy', files: FILES, screens: WELSH.words },
}

/** The language of a document: its tag, and its fixed words. */
export interface DocumentLanguage {
  readonly tag: string
  /** True for English, whose documents say of nothing in which language it is. */
  readonly isFirst: boolean
  readonly files: FileWords
}

/** The language of a document for which none was chosen. */
export const DOCUMENT_IN_ENGLISH: DocumentLanguage = {
  tag: LANGUAGES[FIRST_LANGUAGE].tag,
  isFirst: true,
  files: FILES_IN_ENGLISH,
}
