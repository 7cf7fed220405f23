import type { ReadableStore, WritableStore } from '../store.ts'

/** A record of a note in the diary; `note` is the id of the first one, and an empty text takes the note away. */
export interface DiaryNoteRecord {
  readonly id: string
  readonly note: string
  readonly text: string
  readonly recordedAt: string
  readonly device: string
}

/** The notes that nothing superseded, those that were taken away included, in the order of their making. */
export function getAllDiaryNotes(store: ReadableStore): readonly DiaryNoteRecord[] {
  return store
    .prepare<Record<string, never>, DiaryNoteRecord>(
      'SELECT id, note, text, recorded_at AS recordedAt, device FROM diary_note ORDER BY id',
    )
    .all({})
}

/** Stores a note. */
export function appendDiaryNote(store: WritableStore, record: DiaryNoteRecord): void {
  store
    .prepare<DiaryNoteRecord>(
      `INSERT INTO diary_note_record (id, note, text, recorded_at, device)
       VALUES (@id, @note, @text, @recordedAt, @device)`,
    )
    .run(record)
}

/** A package that was refused, and the sentence that said why; it is on no receipt. */
export interface RefusedFileRecord {
  readonly id: string
  readonly name: string
  readonly why: string
  readonly recordedAt: string
}

/** The packages that were refused and are on no receipt, in the order of their refusal. */
export function getAllRefusedFiles(store: ReadableStore): readonly RefusedFileRecord[] {
  return store
    .prepare<Record<string, never>, RefusedFileRecord>(
      'SELECT id, name, why, recorded_at AS recordedAt FROM refused_file ORDER BY id',
    )
    .all({})
}

/** Stores that a package was refused. */
export function appendRefusedFile(store: WritableStore, record: RefusedFileRecord): void {
  store
    .prepare<RefusedFileRecord>(
      `INSERT INTO refused_file (id, name, why, recorded_at) VALUES (@id, @name, @why, @recordedAt)`,
    )
    .run(record)
}
