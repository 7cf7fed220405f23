import { z } from 'zod'
import { type Indicator, indicatorText } from '../framework.ts'
import { describeField, FIELDS, type IndicatorField } from '../indicator-fields.ts'
import { screenLanguage } from '../rating.ts'
import { id } from '../vocabulary.ts'

/** A field whose words people read who rate, so that it can be in another language. */
export type TranslatedField = Exclude<IndicatorField, 'code' | 'dataType' | 'status' | 'notes'>

const isTranslated = (field: IndicatorField): field is TranslatedField => {
  const { holds } = describeField(field)
  return field !== 'code' && field !== 'notes' && holds !== 'data type' && holds !== 'status'
}

/** The fields that can be in another language, in the order in which indicators have them. */
export const TRANSLATED_FIELDS: readonly TranslatedField[] = FIELDS.filter(isTranslated)

/** The words of one indicator in another language, without those that are lacking. */
export const translatedTexts = indicatorText
  .omit({ code: true, dataType: true, status: true, notes: true })
  .partial()
export type TranslatedTexts = z.infer<typeof translatedTexts>

/** The words of one indicator in another language, as they were recorded: they never change. */
export const translation = z.object({
  id,
  indicator: id,
  language: screenLanguage,
  texts: translatedTexts,
})
export type Translation = z.infer<typeof translation>

/** The words of a file in one language, by the codes of its indicators, which all are listed that have any. */
export const fileTranslation = z.object({
  language: screenLanguage,
  /** The columns that hold them, in the order of the file. */
  columns: z.array(z.object({ field: z.enum(FIELDS), column: z.string() })),
  words: z.array(z.object({ code: z.string(), texts: translatedTexts })),
})
export type FileTranslation = z.infer<typeof fileTranslation>

/** The words of an indicator, as far as they are wanted, with those in another language that there are; all others stay. */
export const translated = <Words extends Partial<Indicator>>(
  words: Words,
  translation: Pick<Translation, 'texts'> | undefined,
  // What comes from JSON has no text that is there and undefined.
): Words => (translation === undefined ? words : { ...words, ...(translation.texts as object) })
