import type { SheetStage, SheetStyle } from '../model/paper.ts'
import type { Criterion } from '../model/vocabulary.ts'

/** The words on a sheet of paper; anybody is to understand them. */
export const SHEET_WORDS = {
  sheet: 'Sheet',
  code: 'Your code',
  page: (page: number, pages: number): string => `Page ${page} of ${pages}`,
  round: (round: number): string => `Round ${round}`,
  how: 'For each line, put a cross in one box for each question. Leave out what you do not want to answer. To change an answer, fill the wrong box in and cross another one.',
  noName: 'Please do not write your name. Your code stands for you.',
  legend: { dont_know: '? = I don’t know', not_applicable: '– = Doesn’t apply' },
  signs: { dont_know: '?', not_applicable: '–' },
  face: { dont_know: 'I don’t know', not_applicable: 'Doesn’t apply' },
  columns: {
    usefulness: 'How useful?',
    usability: 'How easy to use?',
  } satisfies Readonly<Record<Criterion, string>>,
  terms: 'What some words mean',
  more: 'Is there anything that you want to say? Write the number of the line, and your words.',
} as const

/** The words for the way in which an answer came in. */
export function entryWords(
  entry: 'screen' | 'file',
  { keyedBy, checkedBy }: { readonly keyedBy: string | null; readonly checkedBy: string | null },
): string {
  if (entry === 'screen') return 'on screen'
  if (keyedBy === null) return 'keyed in from a file'
  const checked = checkedBy === null ? 'not checked' : `checked by ${checkedBy}`
  return `on paper, keyed in by ${keyedBy}, ${checked}`
}

/** The names of the looks of a sheet. */
export const SHEET_STYLE_NAMES: Readonly<Record<SheetStyle, string>> = {
  plain: 'Plain A4',
  large: 'Large print (18 point)',
  easy: 'Easy read, with faces',
}

/** The words for the stage of a sheet. */
export const SHEET_STAGE_WORDS: Readonly<Record<SheetStage, string>> = {
  printed: 'not keyed in yet',
  keying: 'being keyed in',
  keyed: 'keyed in, not checked',
  checking: 'being checked',
  checked: 'checked',
}

/** The words of the form for spreadsheet programs. */
export const FORM_WORDS = {
  name: 'Ratings',
  how: 'Choose an answer in the coloured cells of each line, or leave it empty. Save the file and give it back. Please do not write your name.',
  person: 'Your code',
  line: 'Line',
  words: 'What it is about',
  refusal: {
    title: 'Choose from the list',
    error: 'Choose one of the answers, or leave the cell blank.',
  },
} as const
