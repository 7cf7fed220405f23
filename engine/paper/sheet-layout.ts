import { assertNever } from '../../shared/assert-never.ts'
import { wrapText } from '../../shared/charts/text/measure.ts'
import { SHEET_WORDS } from '../../shared/messages/paper.ts'
import type { SheetStyle } from '../../shared/model/paper.ts'
import { type Scale, type ScaleLength, scaleOf } from '../../shared/model/scale.ts'
import { CRITERIA } from '../../shared/model/vocabulary.ts'

// All lengths are in millimetres; a point is 25.4 / 72 of one.

/** The room of a page between its margins, less what the typeface of another machine may take. */
const PAGE_WIDTH = 184
const PAGE_HEIGHT = 268
const SPARE = 6

/** The measures of a sheet's look. */
export interface SheetMeasures {
  /** The size of the letters of a line, in points. */
  readonly letters: number
  /** The side of a box, and the room from one to the next. */
  readonly box: number
  readonly step: number
  /** The widths of a line's number and words. */
  readonly number: number
  readonly words: number
  /** True where the boxes of both questions stand beside the words, in one row. */
  readonly isOneRow: boolean
  /** The height of the boxes of a line. */
  readonly answers: number
  readonly header: number
  readonly instructions: number
  readonly legend: number
  readonly section: number
  readonly more: number
}

const POINT = 25.4 / 72
const LINE_HEIGHT = 1.25

/** The boxes beside those for levels: *don't know* and *doesn't apply*. */
const FURTHER_BOXES = 2

/** The meanings of the boxes, as they stand on every page: a line for each question, and one for the rest. */
export const legendLines = (scale: Scale): readonly string[] => [
  ...CRITERIA.map(criterion =>
    [
      SHEET_WORDS.columns[criterion],
      scale.levels[criterion].map(({ value, label }) => `${value} = ${label}`).join(' · '),
    ].join(' '),
  ),
  Object.values(SHEET_WORDS.legend).join(' · '),
]

/** The height of the legend in letters of so many points, with room for one line more. */
function legendHeight(levels: ScaleLength, points: number): number {
  const size = points * POINT
  const rows = legendLines(scaleOf(levels)).reduce(
    (sum, text) => sum + wrapText(text, PAGE_WIDTH * 0.94, { size, weight: 'bold' }).length,
    0,
  )
  return Math.ceil(rows * size * LINE_HEIGHT + 2)
}

/** The measures of a look, for a scale of so many levels. */
export function measuresOf(style: SheetStyle, levels: ScaleLength): SheetMeasures {
  const boxes = levels + FURTHER_BOXES
  switch (style) {
    case 'plain': {
      const isOneRow = levels <= 5
      const step = 8.4
      const taken = 9 + boxes * step * (isOneRow ? 2 : 1) + (isOneRow ? 5 : 26)
      const heads = isOneRow ? 6 : 1
      return {
        ...{ letters: 10, box: 7, step, number: 9, words: PAGE_WIDTH - taken, isOneRow },
        ...{ answers: isOneRow ? 9 : 18, header: 31, instructions: 13, section: 9, more: 45 },
        legend: legendHeight(levels, 9) + heads,
      }
    }
    case 'large': {
      const step = Math.min(15.5, (PAGE_WIDTH - 4) / boxes)
      return {
        ...{
          letters: 18,
          box: step - 3,
          step,
          number: 14,
          words: PAGE_WIDTH - 14,
          isOneRow: false,
        },
        ...{ answers: 2 * (step + 8.5), header: 38, instructions: 36, section: 14, more: 80 },
        legend: legendHeight(levels, 18),
      }
    }
    case 'easy': {
      const step = Math.min(25, (PAGE_WIDTH - 4) / boxes)
      return {
        ...{ letters: 15, box: 9, step, number: 12, words: PAGE_WIDTH - 12, isOneRow: false },
        ...{ answers: 2 * 41, header: 31, instructions: 24, legend: 0, section: 12, more: 70 },
      }
    }
    default:
      return assertNever(style)
  }
}

/** A line of a sheet as it is printed: its number on the sheet, and the path of sections that it stands in. */
export interface PrintedLine {
  readonly number: number
  readonly code: string
  readonly words: string
  readonly section: string
}

/** The parts of a page, from top to bottom. */
export type SheetPart =
  | { readonly kind: 'section'; readonly title: string }
  | { readonly kind: 'line'; readonly line: PrintedLine; readonly height: number }
  | { readonly kind: 'more' }

/** The height of a line: that of its words or its boxes, or of one below the other. */
export function lineHeight(line: PrintedLine, measures: SheetMeasures, style: SheetStyle): number {
  const size = measures.letters * POINT
  // Measured a little larger than it is, as no other line of the page moves if the words need more room.
  const rows = wrapText(`${line.code} ${line.words}`, measures.words * 0.95, {
    size,
    weight: 'bold',
  }).length
  const words = rows * size * LINE_HEIGHT
  const height = style === 'plain' ? Math.max(words, measures.answers) : words + measures.answers
  return Math.ceil((height + 3) * 10) / 10
}

/**
 * Lays lines out on pages. Each page has what stands on it written out, since the code of a page is of that page: where
 * a browser broke the pages, nobody would know which is which.
 */
export function layOut(
  lines: readonly PrintedLine[],
  style: SheetStyle,
  levels: ScaleLength,
): readonly (readonly SheetPart[])[] {
  const measures = measuresOf(style, levels)
  const room = PAGE_HEIGHT - SPARE - measures.header - measures.legend
  const pages: SheetPart[][] = [[]]
  let left = room - measures.instructions
  const put = (height: number, ...parts: readonly SheetPart[]): void => {
    const page = pages.at(-1)
    if (page && (height <= left || page.length === 0)) {
      page.push(...parts)
      left -= height
    } else {
      pages.push([...parts])
      left = room - height
    }
  }
  let section: string | null = null
  for (const line of lines) {
    const height = lineHeight(line, measures, style)
    const part = { kind: 'line', line, height } as const
    if (line.section === section) put(height, part)
    else put(height + measures.section, { kind: 'section', title: line.section }, part)
    section = line.section
  }
  put(measures.more, { kind: 'more' })
  return pages
}

/** The signs of the boxes in their order: the levels, then *don't know* and *doesn't apply*. */
export const boxSigns = (levels: number): readonly string[] => [
  ...Array.from({ length: levels }, (_, at) => String(at + 1)),
  SHEET_WORDS.signs.dont_know,
  SHEET_WORDS.signs.not_applicable,
]
