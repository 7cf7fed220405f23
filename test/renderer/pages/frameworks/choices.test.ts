import { describe, expect, it } from 'vitest'
import {
  chooseField,
  chooseHeaderRow,
  decideMeaning,
  keepAsNotes,
  leaveOut,
  loadWithNote,
  putBackRow,
  putBackText,
  takeBackMeaning,
  takeBackNote,
  typeText,
  type Understood,
} from '../../../../renderer/pages/frameworks/load/choices.ts'
import type { CheckColumn } from '../../../../shared/model/check.ts'

const column = (letters: string, field: CheckColumn['field']): CheckColumn => ({
  column: letters,
  heading: `Heading ${letters}`,
  field,
  hidden: false,
  samples: [],
  score: null,
  because: [],
})

const UNDERSTOOD: Understood = {
  columns: { code: 'A', section: 'B', title: 'D' },
  joinedColumns: { section: ['B', 'C'] },
  tableColumns: [
    column('A', 'code'),
    column('B', 'section'),
    column('C', 'section'),
    column('D', 'title'),
    column('AA', null),
  ],
}

describe('choosing what a column holds', () => {
  it('takes the field from the column that had it, so that no two columns hold one title', () => {
    expect(chooseField({}, UNDERSTOOD, 'AA', 'title').columns).toEqual({ title: ['AA'] })
  })

  it('joins sections from the left, however the columns were chosen', () => {
    expect(chooseField({}, UNDERSTOOD, 'AA', 'section').columns).toEqual({
      section: ['B', 'C', 'AA'],
    })
    expect(chooseField({}, UNDERSTOOD, 'A', 'section').columns).toEqual({
      code: [],
      section: ['A', 'B', 'C'],
    })
  })

  it('leaves a field without a column where its only one is not to be loaded', () => {
    expect(chooseField({}, UNDERSTOOD, 'D', null).columns).toEqual({ title: [] })
  })

  it('leaves the other part of a field where it is', () => {
    expect(chooseField({}, UNDERSTOOD, 'B', null).columns).toEqual({ section: ['C'] })
  })

  it('keeps what was chosen for other fields', () => {
    const before = { columns: { unit: ['E'] } }
    expect(chooseField(before, UNDERSTOOD, 'D', null).columns).toEqual({ unit: ['E'], title: [] })
  })

  it('changes nothing where nothing is chosen otherwise', () => {
    const before = { leftOut: [3] }
    expect(chooseField(before, UNDERSTOOD, 'A', 'code')).toBe(before)
  })
})

describe('settling what cells hold', () => {
  it('keeps the last text typed for a cell, and gives back that of the file', () => {
    const typed = typeText(typeText({}, 'B2', 'one'), 'B2', 'two')
    expect(typed.texts).toEqual([{ cell: 'B2', text: 'two' }])
    expect(putBackText(typed, 'B2').texts).toEqual([])
  })

  it('keeps one meaning for a text under a field, and takes it back', () => {
    const meaning = { field: 'status', text: 'maybe', means: 'new' } as const
    const settled = decideMeaning(decideMeaning({}, meaning), { ...meaning, means: 'existing' })
    expect(settled.meanings).toEqual([{ ...meaning, means: 'existing' }])
    expect(takeBackMeaning(settled, meaning).meanings).toEqual([])
  })

  it('leaves a row out once, and puts it back', () => {
    const without = leaveOut(leaveOut({}, 7), 7)
    expect(without.leftOut).toEqual([7])
    expect(putBackRow(without, 7).leftOut).toEqual([])
  })

  it('understands the columns anew below another row of headings, and keeps the rest', () => {
    const before = { sheet: 'One', columns: { code: ['A'] }, leftOut: [9] }
    expect(chooseHeaderRow(before, 4)).toEqual({ sheet: 'One', leftOut: [9], headerRow: 4 })
  })
})

describe('keeping what is not understood as a note', () => {
  it('joins columns from the left with those that are notes already', () => {
    const before = { columns: { unit: ['E'] } }
    const understood = { ...UNDERSTOOD, columns: { ...UNDERSTOOD.columns, notes: 'G' } }
    expect(keepAsNotes(before, understood, ['AA', 'F']).columns).toEqual({
      unit: ['E'],
      notes: ['F', 'G', 'AA'],
    })
  })

  it('leaves a cell blank for its note, and puts its text back with the note taken back', () => {
    const noted = loadWithNote({}, 'D4', { text: 'data type: odd', leavesBlank: true })
    expect(noted).toEqual({
      texts: [{ cell: 'D4', text: '' }],
      notes: [{ cell: 'D4', text: 'data type: odd' }],
    })
    expect(takeBackNote(noted, 'D4')).toEqual({ texts: [], notes: [] })
  })

  it('keeps a text that was typed, and one note for each cell', () => {
    const typed = typeText({}, 'D4', 'proxy')
    const noted = ['one', 'two'].reduce(
      (choices, text) => loadWithNote(choices, 'D4', { text, leavesBlank: false }),
      typed,
    )
    expect(noted).toEqual({ ...typed, notes: [{ cell: 'D4', text: 'two' }] })
    expect(takeBackNote(noted, 'D4')).toEqual({ ...typed, notes: [] })
  })
})
