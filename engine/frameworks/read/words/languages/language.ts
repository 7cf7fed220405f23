import type { FrameworkField } from '../../../../../shared/model/check.ts'
import type { DataType, Status } from '../../../../../shared/model/vocabulary.ts'

/**
 * The words of one language by which its lists are read: nothing but data, a file each. Case, accents
 * and the forms of letters that nobody tells apart are forgiven, so a word is written in one way only.
 */
export interface Language {
  /** The language by its code (ISO 639-1). */
  readonly code: string
  /** Words for an indicator. Alone they head its title; beside another heading they add nothing. */
  readonly indicator: readonly string[]
  /** Headings of each field, as people write them without the words for *indicator*. */
  readonly headings: Readonly<Partial<Record<FrameworkField, readonly string[]>>>
  /** Words that change nothing of what a heading asks for: articles, prepositions. */
  readonly idle: readonly string[]
  /** Words, or beginnings of words, that make of a section one within another: `sous-thème`, `Unterthema`. */
  readonly within: readonly string[]
  /** The words that people write for a data type and for a status. */
  readonly dataTypes: Readonly<Record<DataType, readonly string[]>>
  readonly statuses: Readonly<Record<Status, readonly string[]>>
  /** Labels of rows that sum up a table. */
  readonly totals: readonly string[]
}
