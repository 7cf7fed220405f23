import { wordsIn } from '../../shared/messages/wordings.ts'
import type { Indicator } from '../../shared/model/framework.ts'
import type {
  ListedSheet,
  OpenSheet,
  Pass,
  SheetEntry,
  SheetStage,
} from '../../shared/model/paper.ts'
import { translated } from '../../shared/model/translations/translation.ts'
import { CRITERIA } from '../../shared/model/vocabulary.ts'
import { WorkbookError } from '../errors.ts'
import type { SaidIn } from '../ratings/record-words.ts'
import { getAllIndicators } from '../store/records/frameworks.ts'
import {
  countKeyed,
  getAllKeyed,
  getAllSheets,
  getCurrentPapers,
  getSheet,
  getSheetNumbersOf,
  type SheetRecord,
} from '../store/records/sheets.ts'
import { getAllTranslations } from '../store/records/translations.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireWorkshop } from '../workshops/workshops.ts'
import { readSheetCode } from './sheet-code.ts'

/** A sheet of somebody who has not withdrawn. */
export type KnownSheet = SheetRecord & { readonly participant: string }

/** The sheet with this number. Throws UNKNOWN_SHEET, SHEET_WITHDRAWN. */
export function requireSheet(store: ReadableStore, number: number): KnownSheet {
  const sheet = getSheet(store, number)
  if (!sheet) throw new WorkbookError('UNKNOWN_SHEET', { sheet: String(number) })
  const { participant } = sheet
  if (participant === null) throw new WorkbookError('SHEET_WITHDRAWN', { sheet: number })
  return { ...sheet, participant }
}

/** The sheets that were printed for a workshop on this laptop, by number. Throws UNKNOWN_WORKSHOP. */
export function listSheets(store: ReadableStore, workshop: string): readonly ListedSheet[] {
  requireWorkshop(store, workshop)
  const counts = new Map(
    countKeyed(store, workshop).map(({ sheet, pass, count }) => [`${sheet} ${pass}`, count]),
  )
  const read = (sheet: number): readonly [number, number] => [
    counts.get(`${sheet} 1`) ?? 0,
    counts.get(`${sheet} 2`) ?? 0,
  ]
  return getAllSheets(store, workshop).map(sheet => describeSheet(store, sheet, read(sheet.number)))
}

function describeSheet(
  store: ReadableStore,
  { number, participant, code, group, round, indicators }: SheetRecord,
  [first, second]: readonly [number, number],
): ListedSheet {
  const paper =
    participant === null
      ? undefined
      : getCurrentPapers(store, { participant, round }).find(({ sheet }) => sheet === number)
  return {
    ...{ number, code, group, round },
    stage: stageOf(paper, first, second),
    questions: indicators.length * CRITERIA.length,
    read: [first, second],
    keyedBy: paper?.keyedBy ?? null,
    checkedBy: paper?.checkedBy ?? null,
  }
}

function stageOf(
  paper: { readonly checkedBy: string | null } | undefined,
  first: number,
  second: number,
): SheetStage {
  if (!paper) return first === 0 ? 'printed' : 'keying'
  if (paper.checkedBy !== null) return 'checked'
  return second === 0 ? 'keyed' : 'checking'
}

/**
 * Finds a sheet of a workshop by its number, by the code of a person, whose latest it then is, or by what a scanner
 * reads off any of its pages. Throws UNKNOWN_SHEET, SHEET_OF_ANOTHER_WORKBOOK.
 */
export function findSheet(
  { store, id }: Pick<Workbook, 'store' | 'id'>,
  { workshop, words }: { readonly workshop: string; readonly words: string },
): number {
  const scanned = readSheetCode(words)
  if (scanned && scanned.workbook !== id) throw new WorkbookError('SHEET_OF_ANOTHER_WORKBOOK', {})
  const sheets = getAllSheets(store, workshop)
  const ofCode = sheets.findLast(({ code }) => code.toLowerCase() === words.trim().toLowerCase())
  const participant = scanned?.participant ?? ofCode?.participant
  const typed = /^#?\s*(\d{1,9})$/.exec(words.trim())?.[1]
  const numbers = participant
    ? getSheetNumbersOf(store, participant).map(({ number }) => number)
    : [Number(typed)]
  const own = new Map(sheets.map(sheet => [sheet.number, sheet]))
  const found = numbers.find(number => {
    const sheet = own.get(number)
    return sheet && (!scanned || sheet.framework.startsWith(scanned.framework))
  })
  if (found === undefined) throw new WorkbookError('UNKNOWN_SHEET', { sheet: words.trim() })
  return found
}

/** A sheet to be keyed in, with what was read in this pass and nothing of the other. Throws UNKNOWN_SHEET, SHEET_WITHDRAWN. */
export function openSheet(
  { store }: Pick<Workbook, 'store'>,
  { sheet: number, pass }: { readonly sheet: number; readonly pass: Pass },
): OpenSheet {
  const sheet = requireSheet(store, number)
  const first = readIn(store, number, 1)
  const second = readIn(store, number, 2)
  const asked = indicatorsOn(store, sheet)
  return {
    ...describeSheet(store, sheet, [first.length, second.length]),
    workshop: sheet.workshop,
    lines: sheet.indicators.flatMap(id => {
      const indicator = asked.get(id)
      if (!indicator) return []
      return [{ indicator: id, code: indicator.code, title: wordsIn(sheet.wording, indicator) }]
    }),
    entries: [...(pass === 1 ? first : second)],
  }
}

/** The words in which a sheet asked about an indicator, for a record of what was answered on it. */
export const saidOnSheet = (
  { language, translations }: Pick<SheetRecord, 'language' | 'translations'>,
  indicator: string,
  id: string,
): SaidIn => ({ id, language, translation: translations[indicator] ?? null })

/** The indicators of a sheet in the words that are on it, by their ids. */
export function indicatorsOn(
  store: ReadableStore,
  { framework, translations }: Pick<SheetRecord, 'framework' | 'translations'>,
): ReadonlyMap<string, Indicator> {
  const isTranslated = Object.keys(translations).length > 0
  const made = new Map(
    (isTranslated ? getAllTranslations(store) : []).map(one => [one.id, one] as const),
  )
  return new Map(
    getAllIndicators(store, framework).map(one => [
      one.id,
      translated(one, made.get(translations[one.id] ?? '')),
    ]),
  )
}

/** Everything that was read off a sheet in one pass. */
export const readIn = (store: ReadableStore, sheet: number, pass: Pass): readonly SheetEntry[] =>
  getAllKeyed(store, { sheet, pass })
