import type { CellValue } from '../sheets.ts'

/** The level of measurement of a variable. */
export type Measure = 'nominal' | 'ordinal' | 'scale'

/**
 * The values of a variable: texts of at most so many bytes of UTF-8, whole numbers, numbers, days, or moments in UTC
 * (both in ISO 8601).
 */
export type SavKind = { readonly bytes: number } | 'whole' | 'number' | 'day' | 'moment'

/** A variable of an SPSS system file. */
export interface SavVariable {
  /** Letters of ASCII, digits and underscores, at most 64, unique whatever the case. */
  readonly name: string
  readonly label: string
  readonly kind: SavKind
  readonly measure: Measure
  /** The labels of its values, of numbers alone. */
  readonly labels: readonly { readonly value: number; readonly label: string }[]
  /** At most three numbers that stand for no value. */
  readonly missing: readonly number[]
}

/** An SPSS system file to be written. `moment` dates it (ISO 8601): the same content, the same bytes. */
export interface SavContent {
  readonly title: string
  readonly program: string
  readonly moment: string
  readonly variables: readonly SavVariable[]
  /** The number of rows. */
  readonly cases: number
  readonly rows: Iterable<readonly CellValue[]>
}

/** The most bytes of one text that SPSS holds. */
export const LONGEST_TEXT = 32_767

/** The bytes of a variable's texts; null for numbers. A text without a letter still has a place. */
export const bytesOf = ({ kind }: SavVariable): number | null =>
  typeof kind === 'string' ? null : Math.min(LONGEST_TEXT, Math.max(1, kind.bytes))

/** A part of a variable as the file has it: a number has one, and so has a text of up to 255 bytes. */
export interface Segment {
  /** The declared bytes of text; 0 for a number. */
  readonly width: number
  /** The places of eight bytes that it takes in a case. */
  readonly places: number
}

// A longer text is declared in steps of 252 bytes, and held in steps of 255, of which a part has 256.
const DECLARED = 252
const SHORT = 255

/** The bytes of text that one segment of a long text holds. */
export const HELD = 255

/** The segments of a variable, which stand one after the other. */
export function segmentsOf(variable: SavVariable): readonly Segment[] {
  const bytes = bytesOf(variable)
  if (bytes === null) return [{ width: 0, places: 1 }]
  if (bytes <= SHORT) return [{ width: bytes, places: Math.ceil(bytes / 8) }]
  const count = Math.ceil(bytes / DECLARED)
  return Array.from({ length: count }, (_, index) => {
    const width = index < count - 1 ? SHORT : bytes - DECLARED * (count - 1)
    return { width, places: Math.ceil(width / 8) }
  })
}
