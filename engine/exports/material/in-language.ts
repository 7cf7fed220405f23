import type { FileLanguage } from '../../../shared/languages/files.ts'
import { FIRST_LANGUAGE, LANGUAGES } from '../../../shared/languages/languages.ts'
import { scaleOf } from '../../../shared/model/scale.ts'
import type { ExportMaterial } from './material.ts'

/** The material of a file in another language: its fixed words, and the levels of its scale, are called as in that. */
export const inLanguage = (
  material: ExportMaterial,
  { code, files, screens }: FileLanguage,
): ExportMaterial => ({
  ...material,
  language: { tag: LANGUAGES[code].tag, isFirst: false, files },
  scale: scaleOf(material.scale.length, screens.scales),
})

/** The tag of English where it has to be said, as the file is in another language. */
export const englishIn = ({ language }: Pick<ExportMaterial, 'language'>): string | undefined =>
  language.isFirst ? undefined : LANGUAGES[FIRST_LANGUAGE].tag

/** The fixed words of a document in its language. */
export const documentWords = ({ language }: Pick<ExportMaterial, 'language'>) =>
  language.files.documents
