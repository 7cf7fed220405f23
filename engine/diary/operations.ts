import { os, type RouterParts } from '../operation.ts'
import { readDiary } from './diary.ts'
import { addNote, changeNote } from './notes.ts'

const CHANGED = { kind: 'study-changed' } as const

/** The operations on the diary of a study. */
export const diaryOperations = ({ inWorkbook }: RouterParts) => ({
  list: inWorkbook(os.diary.list, readDiary),
  addNote: inWorkbook(os.diary.addNote, addNote, CHANGED),
  changeNote: inWorkbook(os.diary.changeNote, changeNote, CHANGED),
})
