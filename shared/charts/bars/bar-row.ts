import type { RowName } from '../frame/row-name.ts'

/** A bar of how many are at each of some ordered levels, and what stands beside it. */
export interface BarRow extends RowName {
  readonly key: string
  /** How many are at each level, by its value from 1; the bar shows their shares. */
  readonly counts: Readonly<Record<string, number>>
  /** What stands in the columns beside the bar, by the key of the column. */
  readonly figures: Readonly<Record<string, string>>
  /** What stands instead of a bar without anybody in it. */
  readonly ifEmpty: string
  /** What stands under the bar where there is no room for all columns. */
  readonly below: string
}

/** A column of figures beside the bars. */
export interface BarColumn {
  readonly key: string
  readonly heading: string
  /** What the heading needs, in one line or two, with some air before it. */
  readonly room: number
  /** Whether it stands beside the bars on a narrow chart too. */
  readonly onNarrow: boolean
}

/** What all the bars of a chart have in common. */
export interface Bars {
  readonly rows: readonly BarRow[]
  readonly columns: readonly BarColumn[]
  /** What each level is called, the lowest first. */
  readonly levels: readonly string[]
}
