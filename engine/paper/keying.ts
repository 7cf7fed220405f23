import { isDeepStrictEqual } from 'node:util'
import { v7 as uuidv7 } from 'uuid'
import { shownWording } from '../../shared/messages/wordings.ts'
import type {
  OpenSheet,
  Pass,
  SheetDifference,
  SheetEntry,
  SheetQuestion,
} from '../../shared/model/paper.ts'
import type { Answer, Wording } from '../../shared/model/rating.ts'
import { CRITERIA } from '../../shared/model/vocabulary.ts'
import { WorkbookError } from '../errors.ts'
import { recordAnswer, recordComment, refuseOffScale } from '../ratings/record.ts'
import { recordWords } from '../ratings/record-words.ts'
import { getCurrentComments } from '../store/records/comments.ts'
import { appendSupersession, getCurrentRatings } from '../store/records/ratings.ts'
import { appendPaper, getCurrentPapers, putKeyed } from '../store/records/sheets.ts'
import { getParticipant } from '../store/records/workshops.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { recordParticipant } from '../workshops/participants.ts'
import {
  indicatorsOn,
  type KnownSheet,
  openSheet,
  readIn,
  requireSheet,
  saidOnSheet,
} from './sheets.ts'

const NOTHING: Answer = { kind: 'none' }

/** The reading of one question of a sheet. */
export type KeyedAnswer = SheetEntry & { readonly sheet: number; readonly pass: Pass }

/**
 * Keeps what was read of one question, in the place of what was read there before; it is on disk when this returns.
 * Throws UNKNOWN_SHEET, SHEET_WITHDRAWN, SHEET_CHECKED, UNKNOWN_INDICATOR, LEVEL_OFF_SCALE.
 */
export function keyAnswer(workbook: Workbook, keyed: KeyedAnswer): void {
  const { store } = workbook
  store.transaction(() => {
    const sheet = requireUnchecked(store, keyed.sheet)
    requireQuestion(sheet, keyed)
    refuseOffScale(workbook, keyed)
    putKeyed(store, keyed)
  })
}

function requireQuestion({ indicators }: KnownSheet, { indicator }: SheetQuestion): void {
  if (!indicators.includes(indicator)) throw new WorkbookError('UNKNOWN_INDICATOR', { indicator })
}

function requireUnchecked(store: ReadableStore, number: number): KnownSheet {
  const sheet = requireSheet(store, number)
  if (paperOf(store, sheet)?.checkedBy) throw new WorkbookError('SHEET_CHECKED', { sheet: number })
  return sheet
}

const paperOf = (store: ReadableStore, { number, participant, round }: KnownSheet) =>
  getCurrentPapers(store, { participant, round }).find(({ sheet }) => sheet === number)

/** A sheet, and the person who has read it. */
export interface ReadBy {
  readonly sheet: number
  readonly by: string
}

/**
 * Records what the first reading of a sheet says, as the answers of its person, and who keyed it in. Somebody new is a
 * participant from then on. Doing it again records what has changed since. Throws UNKNOWN_SHEET, SHEET_WITHDRAWN,
 * SHEET_CHECKED, SHEET_NOT_READ.
 */
export function finishKeying(workbook: Workbook, { sheet: number, by }: ReadBy): OpenSheet {
  const { store } = workbook
  return store.transaction(() => {
    const sheet = requireUnchecked(store, number)
    refuseUnread(store, sheet, 1)
    recordReading(workbook, sheet, { keyedBy: by, checkedBy: null })
    return openSheet(workbook, { sheet: number, pass: 1 })
  })
}

function refuseUnread(store: ReadableStore, { number }: KnownSheet, pass: Pass): void {
  if (readIn(store, number, pass).length === 0) {
    throw new WorkbookError('SHEET_NOT_READ', { sheet: number })
  }
}

/**
 * The questions that the two readings of a sheet tell differently, in the order of the paper. What nobody read counts
 * as a line without a cross. Throws UNKNOWN_SHEET, SHEET_WITHDRAWN.
 */
export function listDifferences(
  workbook: Pick<Workbook, 'store'>,
  { sheet }: { readonly sheet: number },
): readonly SheetDifference[] {
  const { lines, entries } = openSheet(workbook, { sheet, pass: 1 })
  const first = answersOf(entries)
  const second = answersOf(readIn(workbook.store, sheet, 2))
  return lines.flatMap(({ indicator, code, title }, at) =>
    CRITERIA.flatMap(criterion => {
      const question = keyOf({ indicator, criterion })
      const told = {
        first: first.get(question) ?? NOTHING,
        second: second.get(question) ?? NOTHING,
      }
      if (isDeepStrictEqual(told.first, told.second)) return []
      return [{ indicator, criterion, line: at + 1, code, title, ...told }]
    }),
  )
}

const keyOf = ({ indicator, criterion }: SheetQuestion): string => `${criterion} ${indicator}`

const answersOf = (entries: readonly SheetEntry[]): ReadonlyMap<string, Answer> =>
  new Map(entries.map(entry => [keyOf(entry), entry.answer]))

/** The paper's own say where two readings differ. */
export type SettledAnswer = SheetQuestion & { readonly sheet: number; readonly answer: Answer }

/** Settles a difference by what the paper says, for both readings; returns those that are left. Throws as `keyAnswer`. */
export function settleDifference(
  workbook: Workbook,
  { sheet, indicator, criterion, answer }: SettledAnswer,
): readonly SheetDifference[] {
  const { store } = workbook
  return store.transaction(() => {
    const comments = new Map(readIn(store, sheet, 1).map(entry => [keyOf(entry), entry.comment]))
    const question = { indicator, criterion }
    const comment = comments.get(keyOf(question)) ?? ''
    keyAnswer(workbook, { sheet, pass: 1, ...question, answer, comment })
    keyAnswer(workbook, { sheet, pass: 2, ...question, answer, comment: '' })
    return listDifferences(workbook, { sheet })
  })
}

/**
 * Records that a second person has read a sheet again, and what was put right thereby. Throws UNKNOWN_SHEET,
 * SHEET_WITHDRAWN, SHEET_CHECKED, SHEET_NOT_READ, CHECKED_BY_THE_SAME, SHEETS_DIFFER.
 */
export function finishCheck(workbook: Workbook, { sheet: number, by }: ReadBy): OpenSheet {
  const { store } = workbook
  return store.transaction(() => {
    const sheet = requireUnchecked(store, number)
    const paper = paperOf(store, sheet)
    if (!paper) throw new WorkbookError('SHEET_NOT_READ', { sheet: number })
    refuseUnread(store, sheet, 2)
    if (paper.keyedBy.trim().toLowerCase() === by.trim().toLowerCase()) {
      throw new WorkbookError('CHECKED_BY_THE_SAME', { by })
    }
    const differences = listDifferences(workbook, { sheet: number }).length
    if (differences > 0) throw new WorkbookError('SHEETS_DIFFER', { differences })
    recordReading(workbook, sheet, { keyedBy: paper.keyedBy, checkedBy: by })
    return openSheet(workbook, { sheet: number, pass: 2 })
  })
}

/** Records what the first reading says and is not recorded yet, and who read it, all of one moment. */
function recordReading(
  workbook: Workbook,
  sheet: KnownSheet,
  who: { readonly keyedBy: string; readonly checkedBy: string | null },
): void {
  const { store, device, clock } = workbook
  const { participant, round } = sheet
  const recordedAt = clock()
  if (!getParticipant(store, participant)) {
    const { workshop, code, group } = sheet
    recordParticipant(workbook, { id: participant, workshop, code, group, recordedAt })
  }
  const replaced = getCurrentPapers(store, { participant, round })
  const paper = { id: uuidv7(), participant, round, sheet: sheet.number, ...who }
  appendPaper(store, { ...paper, recordedAt, device })
  for (const { id } of replaced) appendSupersession(store, { record: paper.id, superseded: id })
  const wordings = wordingsOf(store, sheet)
  const said = readIn(store, sheet.number, 1).flatMap(entry => {
    const wording = wordings.get(entry.indicator) ?? 'title'
    const ids = recordEntry(workbook, sheet, { ...entry, wording }, recordedAt)
    return ids.map(id => saidOnSheet(sheet, entry.indicator, id))
  })
  recordWords(workbook, { participant, round, recordedAt }, said)
}

/** The wordings that were on paper: the title where an indicator has no plain one. */
const wordingsOf = (store: ReadableStore, sheet: KnownSheet): ReadonlyMap<string, Wording> =>
  new Map(
    [...indicatorsOn(store, sheet).values()].map(indicator => [
      indicator.id,
      shownWording(indicator, sheet.wording),
    ]),
  )

/** Records what an entry says that does not stand already; gives the ids of the records. */
function recordEntry(
  workbook: Workbook,
  { participant, round, framework }: KnownSheet,
  { answer, comment, ...question }: SheetEntry & { readonly wording: Wording },
  recordedAt: string,
): readonly string[] {
  const { store } = workbook
  const recorded: string[] = []
  const key = { participant, round, indicator: question.indicator, criterion: question.criterion }
  const how = { entry: 'file', recordedAt } as const
  const said = { ...key, wording: question.wording, framework }
  const standing = getCurrentRatings(store, key)
  const isSaid = standing.length === 1 && isDeepStrictEqual(standing[0]?.answer, answer)
  const isNothing = standing.length === 0 && answer.kind === 'none'
  if (!isSaid && !isNothing) {
    const id = uuidv7()
    recordAnswer(workbook, { ...said, id, answer }, how)
    recorded.push(id)
  }
  const words = getCurrentComments(store, key)
  if (comment !== '' && !words.some(({ text }) => text === comment)) {
    const id = uuidv7()
    recordComment(workbook, { ...said, id, text: comment }, how)
    recorded.push(id)
  }
  return recorded
}
