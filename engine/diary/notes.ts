import { v7 as uuidv7 } from 'uuid'
import { WorkbookError } from '../errors.ts'
import { appendDiaryNote, getAllDiaryNotes } from '../store/records/diary-notes.ts'
import { appendSupersession } from '../store/records/ratings.ts'
import type { Workbook } from '../workbooks/workbook.ts'

/** Adds a note to the diary, and gives its id. */
export function addNote(
  { store, clock, device }: Workbook,
  { text }: { readonly text: string },
): { readonly note: string } {
  const id = uuidv7()
  store.transaction(() =>
    appendDiaryNote(store, { id, note: id, text, recordedAt: clock(), device }),
  )
  return { note: id }
}

/**
 * Writes a note anew, or takes it out of the diary where `text` is null; the earlier words stay in the history. Nothing
 * is stored where nothing changes. Throws NO_SUCH_NOTE.
 */
export function changeNote(
  { store, clock, device }: Workbook,
  { note, text }: { readonly note: string; readonly text: string | null },
): void {
  store.transaction(() => {
    const standing = getAllDiaryNotes(store).filter(one => one.note === note)
    if (standing.every(one => one.text === '')) throw new WorkbookError('NO_SUCH_NOTE', {})
    if (standing.length === 1 && standing[0]?.text === text) return
    const id = uuidv7()
    appendDiaryNote(store, { id, note, text: text ?? '', recordedAt: clock(), device })
    for (const { id: superseded } of standing) appendSupersession(store, { record: id, superseded })
  })
}
