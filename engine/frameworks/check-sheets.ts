import { noSuchSheetWords, refusalWords } from '../../shared/messages/check.ts'
import type { CheckChoices, CheckOutcome, CheckSheet } from '../../shared/model/check.ts'
import type { Sheet } from '../files/spreadsheet.ts'
import { checkTable, type TableReport } from './check.ts'
import { namedSheets, type ReadSheets, sheetNamed } from './sheet-names.ts'

/** A sheet and what is understood of it; null if it has no table of indicators. */
interface CheckedSheet {
  readonly sheet: Sheet
  readonly report: TableReport | null
}

const toCheckSheet = ({ sheet, report }: CheckedSheet): CheckSheet => ({
  name: sheet.name,
  hidden: sheet.hidden,
  indicators: report?.clean ?? 0,
})

/** The sheet that looks most like a framework, hidden ones last. */
function bestOf(checked: readonly CheckedSheet[]): TableReport | null {
  const [best] = checked
    .flatMap(({ sheet, report }) => (report ? [{ sheet, report }] : []))
    .toSorted(
      (a, b) =>
        Number(a.sheet.hidden) - Number(b.sheet.hidden) ||
        b.report.candidates - a.report.candidates,
    )
  return best?.report ?? null
}

/** The sheet that was asked for, or else the one that looks most like a framework. */
export function checkSheets(
  reading: ReadSheets,
  file: string,
  choices: CheckChoices,
): CheckOutcome {
  const named = namedSheets(reading, file)
  const checked = named.map(sheet => ({
    sheet,
    report: checkTable({ file, format: reading.format, sheet }),
  }))
  const sheets = checked.map(toCheckSheet)
  const wanted = choices.sheet
  const chosen = wanted === undefined ? undefined : sheetNamed(named, wanted)
  if (wanted !== undefined && !chosen) {
    const names = sheets.map(({ name }) => name)
    const message = noSuchSheetWords(file, wanted, names)
    return { file, refused: { code: 'no-such-sheet', message }, sheets }
  }
  const report = chosen
    ? (checked.find(({ sheet }) => sheet === chosen)?.report ?? null)
    : bestOf(checked)
  if (report) return { ...report, sheets }
  return { file, refused: { code: 'no-table', message: refusalWords('no-table', file) }, sheets }
}
