import type { CheckChoices, CheckReport, FrameworkField } from '../../../../shared/model/check.ts'
import { byColumn } from './issues.ts'

/** The interpretation of the columns: all that a change of one of them has to know. */
export type Understood = Pick<CheckReport, 'columns' | 'joinedColumns' | 'tableColumns'>

/** The columns chosen for each field that a person decided. */
export type ChosenColumns = NonNullable<CheckChoices['columns']>

/** The fields that several columns may hold together; any other has one column, the last chosen. */
const JOINABLE: readonly FrameworkField[] = ['section', 'definition', 'notes']

/** The columns of a field, of which there may be none. */
export function columnsOf(
  { columns, joinedColumns }: Pick<Understood, 'columns' | 'joinedColumns'>,
  field: FrameworkField,
): readonly string[] {
  const one = columns[field]
  return joinedColumns[field] ?? (one === undefined ? [] : [one])
}

/** Tests whether a column is not loaded: it holds no field, nor the words of one in another language, nor pictures. */
export const isLeft = ({
  field,
  language,
  pictures,
}: Understood['tableColumns'][number]): boolean =>
  field === null && language === undefined && pictures === undefined

/** A column is said to hold a field, or nothing that is loaded. */
export function chooseField(
  choices: CheckChoices,
  understood: Understood,
  column: string,
  field: FrameworkField | null,
): CheckChoices {
  const before = understood.tableColumns.find(each => each.column === column)?.field ?? null
  if (before === field) return choices
  const others = (of: FrameworkField) => columnsOf(understood, of).filter(each => each !== column)
  const left: ChosenColumns = before === null ? {} : { [before]: others(before) }
  const joined = field !== null && JOINABLE.includes(field) ? others(field) : []
  const taken: ChosenColumns =
    field === null ? {} : { [field]: [...joined, column].toSorted(byColumn) }
  return { ...choices, columns: { ...choices.columns, ...left, ...taken } }
}

/** A field is held by this column alone. */
export const takeColumn = (
  choices: CheckChoices,
  field: FrameworkField,
  column: string,
): CheckChoices => ({ ...choices, columns: { ...choices.columns, [field]: [column] } })

/** Columns that nothing takes are kept as notes, together with those that are. */
export function keepAsNotes(
  choices: CheckChoices,
  understood: Understood,
  columns: readonly string[],
): CheckChoices {
  const notes = [...new Set([...columnsOf(understood, 'notes'), ...columns])].toSorted(byColumn)
  return { ...choices, columns: { ...choices.columns, notes } }
}

/** Another sheet: whatever was settled about the one before says nothing of it. */
export const chooseSheet = (sheet: string): CheckChoices => ({ sheet })

/** Another row of headings: its columns are understood anew, and what cells hold stays settled. */
export function chooseHeaderRow(choices: CheckChoices, headerRow: number): CheckChoices {
  const { columns: _, ...rest } = choices
  return { ...rest, headerRow }
}

/** A text in place of what one cell holds; empty for nothing. */
export function typeText(choices: CheckChoices, cell: string, text: string): CheckChoices {
  const { texts = [] } = putBackText(choices, cell)
  return { ...choices, texts: [...texts, { cell, text }] }
}

/** The text of the file again, for one cell. */
export const putBackText = (choices: CheckChoices, cell: string): CheckChoices => ({
  ...choices,
  texts: (choices.texts ?? []).filter(typed => typed.cell !== cell),
})

/** The meaning of a text wherever it stands under a field. */
export type Meaning = NonNullable<CheckChoices['meanings']>[number]

/** Settles what a text means, wherever it stands under its field. */
export function decideMeaning(choices: CheckChoices, meaning: Meaning): CheckChoices {
  const { meanings = [] } = takeBackMeaning(choices, meaning)
  return { ...choices, meanings: [...meanings, meaning] }
}

/** The meaning of a text is open again. */
export const takeBackMeaning = (
  choices: CheckChoices,
  { field, text }: Pick<Meaning, 'field' | 'text'>,
): CheckChoices => ({
  ...choices,
  meanings: (choices.meanings ?? []).filter(each => each.field !== field || each.text !== text),
})

/**
 * An indicator is loaded with a note about one of its cells. What cannot be loaded as it stands is
 * left blank, as the note says what stood there.
 */
export function loadWithNote(
  choices: CheckChoices,
  cell: string,
  note: { readonly text: string; readonly leavesBlank: boolean },
): CheckChoices {
  const settled = note.leavesBlank ? typeText(choices, cell, '') : choices
  const { notes = [] } = takeBackNote(choices, cell)
  return { ...settled, notes: [...notes, { cell, text: note.text }] }
}

/** A note is taken back, and so is the blank that was left in its cell. */
export function takeBackNote(choices: CheckChoices, cell: string): CheckChoices {
  const isBlank = choices.texts?.some(typed => typed.cell === cell && typed.text === '')
  const before = isBlank ? putBackText(choices, cell) : choices
  return { ...before, notes: (choices.notes ?? []).filter(note => note.cell !== cell) }
}

/** A row is not to be loaded. */
export const leaveOut = (choices: CheckChoices, row: number): CheckChoices => ({
  ...choices,
  leftOut: [...(putBackRow(choices, row).leftOut ?? []), row],
})

/** A row that was left out is to be loaded after all. */
export const putBackRow = (choices: CheckChoices, row: number): CheckChoices => ({
  ...choices,
  leftOut: (choices.leftOut ?? []).filter(each => each !== row),
})
