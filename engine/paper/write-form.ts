import { ANSWER_LABELS } from '../../shared/messages/exports.ts'
import { FORM_WORDS } from '../../shared/messages/paper.ts'
import type { Printing } from '../../shared/model/paper.ts'
import type { Scale } from '../../shared/model/scale.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import type { PermittedFile } from '../files/permits.ts'
import { type FormContent, writeForm } from '../files/write/form-xlsx.ts'
import { writeWholeFile } from '../files/write/whole-files.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { type NumberedSheets, type PrintedFile, writeNumbered } from './print-sheets.ts'

/**
 * Writes a form of one table for the people of a printing, to be filled in with a spreadsheet program and loaded by
 * `rate`: the answers are chosen from lists, whatever else it says is locked, and the codes by which it is read stand in
 * hidden columns. Each person has a numbered sheet, as on paper. Throws as `printSheets` does.
 */
export const writeSheetForm = (
  workbook: Workbook,
  printing: Printing,
  to: PermittedFile,
): Promise<PrintedFile> =>
  writeNumbered(workbook, printing, to, numbered =>
    writeWholeFile(to, out => writeForm(out, formOf(workbook, numbered))),
  )

function formOf(
  { scale, title }: Workbook,
  { content, sheets, printedAt }: NumberedSheets,
): FormContent {
  const hidden = (heading: string) => ({ heading, width: 12, kind: 'hidden' }) as const
  const rows = sheets.flatMap(({ code, group }) =>
    content.lines.map(line => [
      ...[code, group, String(content.round), line.code],
      ...[code, String(line.number), `${line.code} ${line.words}`, '', '', ''],
    ]),
  )
  return {
    title,
    name: FORM_WORDS.name,
    lines: [`${title} – ${content.workshop}`, FORM_WORDS.how],
    columns: [
      ...['participant', 'group', 'round', 'indicator'].map(hidden),
      { heading: FORM_WORDS.person, width: 12, kind: 'shown' },
      { heading: FORM_WORDS.line, width: 6, kind: 'shown' },
      { heading: FORM_WORDS.words, width: 60, kind: 'shown' },
      { heading: 'usefulness', width: 24, kind: 'filled', list: listOf(scale, 'usefulness') },
      { heading: 'usability', width: 24, kind: 'filled', list: listOf(scale, 'usability') },
      { heading: 'usefulness comment', width: 40, kind: 'filled' },
    ],
    rows,
    refusal: FORM_WORDS.refusal,
    moment: printedAt,
  }
}

const listOf = ({ levels }: Scale, criterion: Criterion): readonly string[] => [
  ...levels[criterion].map(({ value, label }) => `${value} - ${label}`),
  ANSWER_LABELS.dont_know,
  ANSWER_LABELS.not_applicable,
]
