import { FIRST_LANGUAGE } from '../../shared/languages/languages.ts'
import { sectionPath } from '../../shared/messages/framework.ts'
import { wordsField, wordsIn } from '../../shared/messages/wordings.ts'
import type { Indicator } from '../../shared/model/framework.ts'
import type { HandsRoom } from '../../shared/model/hands.ts'
import type { Printing, SheetsFor } from '../../shared/model/paper.ts'
import type { Wording } from '../../shared/model/rating.ts'
import { scaleOf } from '../../shared/model/scale.ts'
import { translated } from '../../shared/model/translations/translation.ts'
import { WorkbookError } from '../errors.ts'
import type { PermittedFile } from '../files/permits.ts'
import { type DrawPdf, datePdf } from '../files/write/pdf.ts'
import { writeWholeFile } from '../files/write/whole-files.ts'
import { currentGlossary } from '../frameworks/glossary/keep-glossary.ts'
import { translationsOf } from '../frameworks/translations/keep-translations.ts'
import { currentFramework } from '../frameworks/versions/current-version.ts'
import { askedOfGroup } from '../rounds/asked-by-group.ts'
import { listOpened } from '../rounds/rounds.ts'
import { appendSheet, eraseUnprinted } from '../store/records/sheets.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { describeNewcomer, requireParticipant } from '../workshops/participants.ts'
import { requireWorkshop } from '../workshops/workshops.ts'
import { type SheetLanguage, sheetLanguage } from './languages.ts'
import type { PrintedLine } from './sheet-layout.ts'
import { type PrintedSheet, type SheetContent, sheetPages } from './sheet-pages.ts'
import { termsOnSheet } from './sheet-terms.ts'

/** The file that sheets were printed to, and their numbers. */
export interface PrintedFile {
  readonly name: string
  readonly bytes: number
  readonly sheets: readonly number[]
}

/** The file that sheets are printed to: a page for a browser to print, or a PDF. */
export interface PrintTo {
  readonly to: PermittedFile
  readonly format: 'html' | 'pdf'
}

/**
 * Prints sheets to a file, a numbered one for each person. Newcomers get a code, and become participants with the first
 * answer that is keyed in. Where nothing could be written, no sheet was printed. Throws UNKNOWN_WORKSHOP, UNKNOWN_ROUND,
 * UNKNOWN_GROUP, UNKNOWN_PARTICIPANT, EMPTY_SHEET, CANNOT_DRAW_PDF, DISK_FULL, CANNOT_WRITE_FILE.
 */
export const printSheets = (
  workbook: Workbook,
  printing: Printing,
  { to, format }: PrintTo,
  drawPdf: DrawPdf | null,
): Promise<PrintedFile> =>
  writeNumbered(workbook, printing, to, async ({ content, sheets, printedAt }) => {
    const page = sheetPages(content, sheets)
    const file = format === 'html' ? page : await toPdf(page, to, drawPdf, printedAt)
    return writeWholeFile(to, async out => void out.end(file))
  })

/**
 * Gives every person of a printing a sheet with a number, and lets `write` write them to a file, of which it gives the
 * bytes. Where that fails, the numbers are forgotten. Throws what `printSheets` throws.
 */
export async function writeNumbered(
  workbook: Workbook,
  printing: Printing,
  { name }: PermittedFile,
  write: (numbered: NumberedSheets) => Promise<number>,
): Promise<PrintedFile> {
  const { store } = workbook
  const numbered = store.transaction(() => numberSheets(workbook, printing))
  const sheets = numbered.sheets.map(({ number }) => number)
  try {
    return { name, bytes: await write(numbered), sheets }
  } catch (error) {
    store.transaction(() => eraseUnprinted(store, sheets))
    throw error
  }
}

async function toPdf(
  page: string,
  { name }: PermittedFile,
  drawPdf: DrawPdf | null,
  at: string,
): Promise<Uint8Array> {
  const pdf = drawPdf && (await drawPdf(page))
  if (!pdf) throw new WorkbookError('CANNOT_DRAW_PDF', { file: name })
  return datePdf(pdf, at)
}

/** The sheets of a printing, with what they share and when they were printed. */
export interface NumberedSheets {
  readonly content: SheetContent
  readonly sheets: readonly PrintedSheet[]
  readonly printedAt: string
}

function numberSheets(
  workbook: Workbook,
  { workshop: id, round, style, ...wanted }: Printing,
): NumberedSheets {
  const { store, clock, scale, title } = workbook
  const workshop = requireWorkshop(store, id)
  const framework = currentFramework(store)
  const indicators = askedIn(
    workbook,
    framework.indicators,
    { workshop: id, round, group: groupOf(store, wanted.for) },
    wanted.sections,
  )
  const wording = style === 'easy' ? 'easy' : 'title'
  const language = sheetLanguage(wanted.language)
  const lines = linesIn(store, { framework: framework.hash, indicators, wording, language })
  const printedAt = clock()
  const sheets: PrintedSheet[] = []
  for (let at = 0; at < peopleOf(wanted.for); at++) {
    const person =
      'participant' in wanted.for
        ? requireParticipant(store, wanted.for.participant)
        : describeNewcomer(workbook, { workshop: id, group: wanted.for.group })
    if (person.workshop !== id) {
      throw new WorkbookError('UNKNOWN_PARTICIPANT', { participant: person.id })
    }
    const { code, group } = person
    const number = appendSheet(store, {
      ...{ workshop: id, participant: person.id, code, group, round, wording, printedAt },
      ...{ framework: framework.hash, indicators: indicators.map(indicator => indicator.id) },
      language: language.code === FIRST_LANGUAGE ? null : language.code,
      translations: Object.fromEntries(
        lines.flatMap(({ indicator, translation }) =>
          translation === null ? [] : [[indicator, translation]],
        ),
      ),
    })
    sheets.push({ number, participant: person.id, code, group })
  }
  const words = lines.map(line => line.words)
  const content: SheetContent = {
    ...{ workbook: workbook.id, title, workshop: workshop.title, round, style, language },
    scale: scaleOf(scale.length, language.screens.scales),
    ...{ framework: framework.hash, lines },
    terms: termsOnSheet(currentGlossary(store)?.terms ?? [], words, wording),
  }
  return { content, sheets, printedAt }
}

const peopleOf = (people: SheetsFor): number => ('people' in people ? people.people : 1)

const groupOf = (store: ReadableStore, people: SheetsFor): string =>
  'participant' in people ? requireParticipant(store, people.participant).group : people.group

/** The indicators that a round asks a group for, of some sections or of all. Throws UNKNOWN_ROUND, EMPTY_SHEET. */
function askedIn(
  { store }: Workbook,
  indicators: readonly Indicator[],
  { workshop, round, group }: HandsRoom,
  sections: readonly string[] | undefined,
): readonly Indicator[] {
  const opened = listOpened(store, workshop).find(one => one.round === round)
  if (!opened) throw new WorkbookError('UNKNOWN_ROUND', { round })
  const asked = askedOfGroup(store, { workshop, group }, opened.indicators)
  const found = indicators.filter(
    ({ id, section }) =>
      (asked === null || asked.has(id)) &&
      (sections === undefined || sections.includes(section[0] ?? '')),
  )
  if (found.length === 0) throw new WorkbookError('EMPTY_SHEET', {})
  return found
}

/** The words of a sheet: of which version and indicators, in which wording and language. */
interface Worded {
  readonly framework: string
  readonly indicators: readonly Indicator[]
  readonly wording: Wording
  readonly language: SheetLanguage
}

/** A line, with the translation that its words are of; null for the framework's own words. */
type WordedLine = PrintedLine & { readonly indicator: string; readonly translation: string | null }

/** The lines of a sheet in the framework's words in its language, and in their own where there are none in it. */
function linesIn(
  store: ReadableStore,
  { framework, indicators, wording, language }: Worded,
): readonly WordedLine[] {
  const translations = new Map(
    translationsOf(store, framework)
      .filter(one => one.language === language.code)
      .map(one => [one.indicator, one]),
  )
  return indicators.map((indicator, index) => {
    const translation = translations.get(indicator.id)
    const shown = translated(indicator, translation)
    const isTranslated = translation?.texts[wordsField(wording, shown)] !== undefined
    return {
      ...{ number: index + 1, code: indicator.code, section: sectionPath(shown.section) },
      words: wordsIn(wording, shown),
      isTranslated,
      indicator: indicator.id,
      translation: isTranslated ? translation.id : null,
    }
  })
}
