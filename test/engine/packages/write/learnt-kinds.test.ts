import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { addNote } from '../../../../engine/diary/notes.ts'
import {
  type DiaryNoteRecord,
  getAllDiaryNotes,
} from '../../../../engine/store/records/diary-notes.ts'
import { appendDevice, getLatestDevice } from '../../../../engine/store/records/workbook.ts'
import { verifyWorkbook } from '../../../../engine/verify/verify.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import { program } from '../../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf } from '../laptops.ts'

/** Has a workbook keep notes as a program did that knew of no diary: as the lines that they came as. */
function keepAsBefore({ store }: Workbook, notes: readonly DiaryNoteRecord[]): void {
  const database = new Database(store.file)
  const keep = database.prepare(
    "INSERT INTO unknown_record (kind, key, person, line) VALUES ('diary-note', ?, '', ?)",
  )
  for (const { id, note, text, recordedAt, device } of notes) {
    keep.run(id, JSON.stringify({ kind: 'diary-note', id, note, text, recordedAt, device }))
  }
  database.close()
}

/** Has a workbook know another laptop, as whatever brought its notes made known. */
function knowDevice({ store }: Workbook, { store: from }: Workbook): void {
  const device = getLatestDevice(from)
  if (device) store.transaction(() => appendDevice(store, { ...device, place: '' }))
}

it('passes records on once each that came before the program knew their kind, in the order of their kind', async () => {
  const [written, renewed, other] = [laptop(), laptop(), laptop()]
  knowDevice(renewed, written)
  for (const text of ['one', 'two', 'three', 'four']) addNote(written, { text })
  const notes = getAllDiaryNotes(written.store)
  keepAsBefore(renewed, notes)
  addNote(renewed, { text: 'of today' })
  expect((await merge(other, [await packageOf(renewed)])).packages).toMatchObject([
    { accepted: true },
  ])
  expect(getAllDiaryNotes(other.store).map(({ text }) => text)).toEqual([
    'one',
    'two',
    'three',
    'four',
    'of today',
  ])
  // Once others bring them back, they are known here too, and still passed on once.
  await merge(renewed, [await packageOf(other)])
  expect(getAllDiaryNotes(renewed.store)).toEqual(getAllDiaryNotes(other.store))
  expect((await merge(written, [await packageOf(renewed)])).packages).toMatchObject([
    { accepted: true },
  ])
  expect(getAllDiaryNotes(written.store)).toEqual(getAllDiaryNotes(other.store))
  for (const { store } of [written, renewed, other]) {
    expect(verifyWorkbook(store.file, program).ok).toBe(true)
  }
})
