import type { Pass, SheetEntry, SheetQuestion } from '../../../shared/model/paper.ts'
import type { Answer, Wording } from '../../../shared/model/rating.ts'
import type { ReadableStore, WritableStore } from '../store.ts'

/** A sheet that was printed on this laptop. */
export interface SheetRecord {
  readonly number: number
  readonly workshop: string
  /** Null for somebody who withdrew. */
  readonly participant: string | null
  readonly code: string
  readonly group: string
  readonly round: number
  readonly framework: string
  readonly wording: Wording
  /** The language of its fixed words by its code (ISO 639); null for English. */
  readonly language: string | null
  /** The translation of each indicator whose words on it were translated, by the indicator's id. */
  readonly translations: Readonly<Record<string, string>>
  /** The ids of its lines, in order. */
  readonly indicators: readonly string[]
  readonly printedAt: string
}

type SheetRow = Omit<SheetRecord, 'indicators' | 'translations'> & {
  readonly indicators: string
  readonly translations: string
}

const COLUMNS = `number, workshop, participant, code, stakeholder_group AS "group", round, framework, wording,
  language, translations, indicators, printed_at AS printedAt`

const fromRow = ({ indicators, translations, ...row }: SheetRow): SheetRecord => ({
  ...row,
  translations: JSON.parse(translations) as Readonly<Record<string, string>>,
  indicators: JSON.parse(indicators) as string[],
})

/** The sheet with this number. */
export function getSheet(store: ReadableStore, number: number): SheetRecord | undefined {
  const row = store
    .prepare<{ number: number }, SheetRow>(`SELECT ${COLUMNS} FROM sheet WHERE number = @number`)
    .get({ number })
  return row && fromRow(row)
}

/** The sheets of a workshop, by number. */
export function getAllSheets(store: ReadableStore, workshop: string): readonly SheetRecord[] {
  return store
    .prepare<{ workshop: string }, SheetRow>(
      `SELECT ${COLUMNS} FROM sheet WHERE workshop = @workshop ORDER BY number`,
    )
    .all({ workshop })
    .map(fromRow)
}

/** The numbers of the sheets of a person, the latest first. */
export function getSheetNumbersOf(
  store: ReadableStore,
  participant: string,
): readonly { readonly number: number }[] {
  return store
    .prepare<{ participant: string }, { readonly number: number }>(
      'SELECT number FROM sheet WHERE participant = @participant ORDER BY number DESC',
    )
    .all({ participant })
}

/** The latest sheet of a person for a round. */
export function getLatestSheetOf(
  store: ReadableStore,
  of: { readonly participant: string; readonly round: number },
): SheetRecord | undefined {
  const row = store
    .prepare<typeof of, SheetRow>(
      `SELECT ${COLUMNS} FROM sheet WHERE participant = @participant AND round = @round
       ORDER BY number DESC LIMIT 1`,
    )
    .get({ participant: of.participant, round: of.round })
  return row && fromRow(row)
}

/** The id of the person that a sheet of a workshop was printed for under this code. */
export function getPersonOfSheet(
  store: ReadableStore,
  scope: { readonly workshop: string; readonly code: string },
): string | undefined {
  return store
    .prepare<{ workshop: string; code: string }, { readonly participant: string }>(
      `SELECT participant FROM sheet WHERE workshop = @workshop AND code = @code COLLATE NOCASE
       AND participant IS NOT NULL ORDER BY number DESC LIMIT 1`,
    )
    .get(scope)?.participant
}

/** Keeps a sheet, with the number after the highest one; returns that. */
export function appendSheet(store: WritableStore, sheet: Omit<SheetRecord, 'number'>): number {
  const { lastInsertRowid } = store
    .prepare(
      `INSERT INTO sheet (workshop, participant, code, stakeholder_group, round, framework, wording, language,
         translations, indicators, printed_at)
       VALUES (@workshop, @participant, @code, @group, @round, @framework, @wording, @language,
         @translations, @indicators, @printedAt)`,
    )
    .run({
      ...sheet,
      indicators: JSON.stringify(sheet.indicators),
      translations: JSON.stringify(sheet.translations),
    })
  return Number(lastInsertRowid)
}

/** Erases what was read off the sheets of a person, and who they are; their numbers are left, so that none is given twice. */
export function eraseSheetsOf(store: WritableStore, participant: string): void {
  const person = { participant }
  store
    .prepare<typeof person>(
      'DELETE FROM keyed WHERE sheet IN (SELECT number FROM sheet WHERE participant = @participant)',
    )
    .run(person)
  store
    .prepare<typeof person>(
      `UPDATE sheet SET participant = NULL, code = '', stakeholder_group = ''
       WHERE participant = @participant`,
    )
    .run(person)
}

interface KeyedRow extends SheetQuestion {
  readonly answer: Answer['kind']
  readonly level: number | null
  readonly comment: string
}

/** A sheet and one of its readings. */
export interface Reading {
  readonly sheet: number
  readonly pass: Pass
}

/** Everything that was read off a sheet in one pass. */
export function getAllKeyed(store: ReadableStore, reading: Reading): readonly SheetEntry[] {
  return store
    .prepare<Reading, KeyedRow>(
      `SELECT indicator, criterion, answer, level, comment FROM keyed
       WHERE sheet = @sheet AND pass = @pass`,
    )
    .all({ sheet: reading.sheet, pass: reading.pass })
    .map(({ answer, level, ...row }) => ({
      ...row,
      answer: answer === 'level' ? { kind: answer, level: Number(level) } : { kind: answer },
    }))
}

/** The numbers of questions that were read, by sheet and pass, of a workshop's sheets. */
export function countKeyed(
  store: ReadableStore,
  workshop: string,
): readonly (Reading & { readonly count: number })[] {
  return store
    .prepare<{ workshop: string }, Reading & { readonly count: number }>(
      `SELECT k.sheet, k.pass, count(*) AS count FROM sheet AS s JOIN keyed AS k ON k.sheet = s.number
       WHERE s.workshop = @workshop GROUP BY k.sheet, k.pass`,
    )
    .all({ workshop })
}

/** Keeps what was read of one question, in the place of what was there. */
export function putKeyed(
  store: WritableStore,
  { sheet, pass, indicator, criterion, answer, comment }: Reading & SheetEntry,
): void {
  store
    .prepare(
      `INSERT INTO keyed (sheet, pass, indicator, criterion, answer, level, comment)
       VALUES (@sheet, @pass, @indicator, @criterion, @answer, @level, @comment)
       ON CONFLICT DO UPDATE SET answer = excluded.answer, level = excluded.level, comment = excluded.comment`,
    )
    .run({
      ...{ sheet, pass, indicator, criterion, comment },
      answer: answer.kind,
      level: answer.kind === 'level' ? answer.level : null,
    })
}

/** A note that answers came from paper. */
export interface PaperRecord {
  readonly id: string
  readonly participant: string
  readonly round: number
  readonly sheet: number
  readonly keyedBy: string
  /** Null until a second person has read the paper again. */
  readonly checkedBy: string | null
  readonly recordedAt: string
  readonly device: string
}

/** The current notes about the paper of a person in a round: two where laptops noted it apart. */
export function getCurrentPapers(
  store: ReadableStore,
  { participant, round }: Pick<PaperRecord, 'participant' | 'round'>,
): readonly PaperRecord[] {
  return store
    .prepare<{ participant: string; round: number }, PaperRecord>(
      `SELECT id, participant, round, sheet, keyed_by AS keyedBy, checked_by AS checkedBy,
         recorded_at AS recordedAt, device
       FROM current_paper WHERE participant = @participant AND round = @round ORDER BY id`,
    )
    .all({ participant, round })
}

/** Stores a note that answers came from paper. */
export function appendPaper(store: WritableStore, record: PaperRecord): void {
  store
    .prepare<PaperRecord>(
      `INSERT INTO paper_record (id, participant, round, sheet, keyed_by, checked_by, recorded_at, device)
       VALUES (@id, @participant, @round, @sheet, @keyedBy, @checkedBy, @recordedAt, @device)`,
    )
    .run(record)
}

/** Forgets sheets that could not be printed. */
export function eraseUnprinted(store: WritableStore, numbers: readonly number[]): void {
  store
    .prepare<{ numbers: string }>(
      `DELETE FROM sheet WHERE number IN (SELECT value FROM json_each(@numbers))
       AND number NOT IN (SELECT sheet FROM keyed)`,
    )
    .run({ numbers: JSON.stringify(numbers) })
}

/** Tests whether answers ever came from paper, here or on a laptop that was merged. */
export const hasPaper = (store: ReadableStore): boolean =>
  store.prepare<Record<string, never>>('SELECT 1 FROM paper_record LIMIT 1').get({}) !== undefined

/**
 * SQL for what the current note says about the paper that a record `r` came from; null for a record that did not. The
 * records that were keyed in with a note have its moment and its device.
 */
export const paperBehind = (column: 'keyed_by' | 'checked_by'): string =>
  `(SELECT now.${column} FROM paper_record AS came
    JOIN current_paper AS now ON now.participant = came.participant AND now.round = came.round
    WHERE r.entry = 'file' AND came.participant = r.participant AND came.round = r.round
      AND came.recorded_at = r.recorded_at AND came.device = r.device
    ORDER BY now.id LIMIT 1)`
