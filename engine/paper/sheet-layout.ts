import { assertNever } from '../../shared/assert-never.ts'
import { textWidth, wrapText } from '../../shared/charts/text/measure.ts'
import { SHEETS_IN_ENGLISH, type SheetWords } from '../../shared/languages/sheet-words.ts'
import { SHEET_WORDS } from '../../shared/messages/paper.ts'
import { levelsIn } from '../../shared/messages/wordings.ts'
import type { SheetStyle } from '../../shared/model/paper.ts'
import type { Scale } from '../../shared/model/scale.ts'
import { CRITERIA } from '../../shared/model/vocabulary.ts'
import type { SheetLanguage } from './languages.ts'
import { type PrintedTerm, termRows } from './sheet-terms.ts'

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
  /** The height and the size in points of the words under a face, on sheets that have faces. */
  readonly label?: number
  readonly labelPoints?: number
  readonly section: number
  readonly more: number
}

const POINT = 25.4 / 72
const LINE_HEIGHT = 1.25

/** The boxes beside those for levels: *don't know* and *doesn't apply*. */
const FURTHER_BOXES = 2

/** The meanings of the boxes, as they stand on every page: a line for each question, and one for the rest. */
export const legendLines = (scale: Scale, words: SheetWords['sheet']): readonly string[] => [
  ...CRITERIA.map(criterion =>
    [
      words.columns[criterion],
      scale.levels[criterion].map(({ value, label }) => `${value} = ${label}`).join(' · '),
    ].join(' '),
  ),
  Object.values(words.legend).join(' · '),
]

/** The height of the legend in letters of so many points, with room for one line more. */
function legendHeight(scale: Scale, words: SheetWords['sheet'], points: number): number {
  const size = points * POINT
  const rows = legendLines(scale, words).reduce(
    (sum, text) => sum + wrapText(text, PAGE_WIDTH * 0.94, { size, weight: 'bold' }).length,
    0,
  )
  return Math.ceil(rows * size * LINE_HEIGHT + 2)
}

/** The share by which the instructions of a language are longer than those in English, which have the room that they need. */
function lengthening({ how, noName }: SheetWords['sheet']): number {
  const { sheet } = SHEETS_IN_ENGLISH
  const width = (text: string) => textWidth(text, { size: 1 })
  return Math.max(1, width(`${how} ${noName}`) / width(`${sheet.how} ${sheet.noName}`))
}

/** The height of the questions over their boxes, which have this room. */
function headsHeight({ columns }: SheetWords['sheet'], room: number): number {
  const size = 9 * POINT
  const rows = CRITERIA.map(
    criterion => wrapText(columns[criterion], room * 0.95, { size, weight: 'bold' }).length,
  )
  return 6 + (Math.max(...rows) - 1) * size * LINE_HEIGHT
}

/** The size of the words under a face, in points: smaller where many boxes leave each little room. */
const labelPoints = (step: number): number => (step > 20 ? 11 : 9)

/** The height of the words under a box of so much room: of two rows, or of more where some need them. */
function labelHeight(scale: Scale, { sheet, screens }: SheetLanguage, step: number): number {
  const size = labelPoints(step) * POINT
  const labels = [
    ...CRITERIA.flatMap(criterion =>
      levelsIn('easy', scale.levels[criterion], screens.plainLevel).map(({ label }) => label),
    ),
    ...Object.values(sheet.face),
  ]
  const rows = labels.map(label => wrapText(label, step - 0.6, { size }).length)
  return Math.max(10.5, Math.ceil(Math.max(...rows) * size * 1.1 + 1.2))
}

/** The measures of a look, for a scale and the words of a language. */
export function measuresOf(
  style: SheetStyle,
  scale: Scale,
  language: SheetLanguage,
): SheetMeasures {
  const levels = scale.length
  const words = language.sheet
  const longer = lengthening(words)
  const boxes = levels + FURTHER_BOXES
  switch (style) {
    case 'plain': {
      const isOneRow = levels <= 5
      const step = 8.4
      const taken = 9 + boxes * step * (isOneRow ? 2 : 1) + (isOneRow ? 5 : 26)
      const heads = isOneRow ? headsHeight(words, boxes * step) : 1
      return {
        ...{ letters: 10, box: 7, step, number: 9, words: PAGE_WIDTH - taken, isOneRow },
        ...{ answers: isOneRow ? 9 : 18, header: 31, section: 9, more: 45 },
        instructions: 13 * longer,
        legend: legendHeight(scale, words, 9) + heads,
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
        ...{ answers: 2 * (step + 8.5), header: 38, section: 14, more: 80 },
        instructions: 36 * longer,
        legend: legendHeight(scale, words, 18),
      }
    }
    case 'easy': {
      const step = Math.min(25, (PAGE_WIDTH - 4) / boxes)
      const label = labelHeight(scale, language, step)
      return {
        ...{ letters: 15, box: 9, step, number: 12, words: PAGE_WIDTH - 12, isOneRow: false },
        ...{
          answers: 2 * (30.5 + label),
          label,
          labelPoints: labelPoints(step),
          header: 31,
          legend: 0,
          section: 12,
          more: 70,
        },
        instructions: 24 * longer,
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
  /** True where the words are in the language of the sheet because the framework brought them in it. */
  readonly isTranslated: boolean
}

/** The parts of a page, from top to bottom. */
export type SheetPart =
  | { readonly kind: 'section'; readonly title: string }
  | { readonly kind: 'line'; readonly line: PrintedLine; readonly height: number }
  | { readonly kind: 'term'; readonly term: PrintedTerm; readonly height: number }
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

/** The height of a term with what it means. */
const termHeight = (term: PrintedTerm, { letters }: SheetMeasures): number =>
  Math.ceil(termRows(term, PAGE_WIDTH, letters * POINT) * letters * POINT * LINE_HEIGHT + 2)

/** The things that a sheet has, from top to bottom: its lines, and the terms in them that are explained. */
export interface SheetText {
  readonly lines: readonly PrintedLine[]
  readonly terms: readonly PrintedTerm[]
  readonly scale: Scale
  readonly language: SheetLanguage
}

/**
 * Lays lines out on pages. Each page has what stands on it written out, since the code of a page is of that page: where
 * a browser broke the pages, nobody would know which is which.
 */
export function layOut(
  { lines, terms, scale, language }: SheetText,
  style: SheetStyle,
): readonly (readonly SheetPart[])[] {
  const measures = measuresOf(style, scale, language)
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
  for (const [place, term] of terms.entries()) {
    const height = termHeight(term, measures)
    const part = { kind: 'term', term, height } as const
    if (place > 0) put(height, part)
    else put(height + measures.section, { kind: 'section', title: language.sheet.terms }, part)
  }
  return pages
}

/** The signs of the boxes in their order: the levels, then *don't know* and *doesn't apply*. */
export const boxSigns = (levels: number): readonly string[] => [
  ...Array.from({ length: levels }, (_, at) => String(at + 1)),
  SHEET_WORDS.signs.dont_know,
  SHEET_WORDS.signs.not_applicable,
]
