import { FIRST_LANGUAGE } from '../../shared/languages/languages.ts'
import type { Printing } from '../../shared/model/paper.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import type { PermittedFile } from '../files/permits.ts'
import { type FormContent, writeForm } from '../files/write/form-xlsx.ts'
import { writeWholeFile } from '../files/write/whole-files.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { type NumberedSheets, type PrintedFile, writeNumbered } from './print-sheets.ts'
import type { SheetContent } from './sheet-pages.ts'

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

function formOf({ title }: Workbook, { content, sheets, printedAt }: NumberedSheets): FormContent {
  const { form, files, code: language } = content.language
  const { criterion: criteria } = files.values
  const isEnglish = language === FIRST_LANGUAGE
  const comment = isEnglish
    ? 'usefulness comment'
    : files.ofCriterion(criteria.usefulness, files.columns.comment)
  const hidden = (heading: string) => ({ heading, width: 12, kind: 'hidden' }) as const
  const rows = sheets.flatMap(({ code, group }) =>
    content.lines.map(line => [
      ...[code, group, String(content.round), line.code],
      ...[code, String(line.number), `${line.code} ${line.words}`, '', '', ''],
    ]),
  )
  return {
    title,
    name: form.name,
    lines: [`${title} – ${content.workshop}`, form.how],
    columns: [
      ...['participant', 'group', 'round', 'indicator'].map(hidden),
      { heading: form.person, width: 12, kind: 'shown' },
      { heading: form.line, width: 6, kind: 'shown' },
      { heading: form.words, width: 60, kind: 'shown' },
      {
        heading: criteria.usefulness,
        width: 24,
        kind: 'filled',
        list: listOf(content, 'usefulness'),
      },
      {
        heading: criteria.usability,
        width: 24,
        kind: 'filled',
        list: listOf(content, 'usability'),
      },
      { heading: comment, width: 40, kind: 'filled' },
    ],
    rows,
    refusal: form.refusal,
    moment: printedAt,
  }
}

const listOf = ({ scale, language }: SheetContent, criterion: Criterion): readonly string[] => [
  ...scale.levels[criterion].map(({ value, label }) => `${value} - ${label}`),
  language.screens.answers.dont_know,
  language.screens.answers.not_applicable,
]
