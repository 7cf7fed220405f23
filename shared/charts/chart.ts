import type { ReactNode } from 'react'
import type { ChartWords } from '../languages/chart-words.ts'
import type { HiddenFigures } from '../model/hidden-figures.ts'
import type { Comparison, Results, WhoMoved } from '../model/results.ts'
import type { Scale } from '../model/scale.ts'
import type { ChartTheme } from './theme.ts'

/** The figures of two rounds, and the moves between them. */
export interface TwoRounds {
  readonly moved: WhoMoved
  /** Results side by side, by round. */
  readonly compared: Comparison
}

/** The data that every chart is drawn from. */
export interface ChartMaterial {
  readonly results: Results
  readonly scale: Scale
  /** Figures of so few people that they are not to be shown; left out means that all are shown. */
  readonly hidden?: HiddenFigures
  /** True where only those who chose a level are told of: the number of participants is then a least one. */
  readonly levelsOnly?: boolean
  /** Two rounds side by side, for the charts that are about them. */
  readonly rounds?: TwoRounds
  /** The words of the drawing; left out, English. Tables of charts are on screens alone, which are in English. */
  readonly words?: ChartWords
}

/** The surface that a chart is drawn on. */
export interface Canvas {
  readonly width: number
  readonly theme: ChartTheme
  /** The beginning of the ids inside the drawing, so that two drawings on one page do not share any. */
  readonly ids: string
}

/** A drawing, and the height that it needed. */
export interface Drawing {
  readonly height: number
  readonly content: ReactNode
  /** The places of the row names in a drawing that has rows. */
  readonly names?: readonly NamePlace[]
}

/** The place of a row's name, which begins at the left edge. */
export interface NamePlace {
  /** The key of the row in the table. */
  readonly key: string
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The format of the cells of a column. */
export type CellFormat = 'text' | 'count' | 'share' | 'one'

/** The table of a chart: every figure that is drawn, in words and numbers. */
export interface ChartTable {
  readonly columns: readonly { readonly heading: string; readonly format: CellFormat }[]
  /** The first cell says which row it is; null is a figure that does not exist. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ChartCell[] }[]
}
type ChartCell = string | number | null

/** A chart: its finding in words, its table, and its drawing. */
export interface Chart {
  /** The finding, in a sentence. */
  readonly title: string
  /** The basis of the figures: the number of people, their groups, and the round. */
  readonly basis: string
  /** Notes on reading the chart, a sentence each. */
  readonly notes: readonly string[]
  readonly table: ChartTable
  readonly draw: (canvas: Canvas) => Drawing
}
