import { join } from 'node:path'
import { keyAnswer } from '../../../engine/paper/keying.ts'
import { printSheets } from '../../../engine/paper/print-sheets.ts'
import { openSheet } from '../../../engine/paper/sheets.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import type { Pass, Printing } from '../../../shared/model/paper.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { ownFolder } from '../../helpers/sample-workbook.ts'

/** Prints sheets into a folder of their own; returns their numbers and the file. */
export async function printed(
  workbook: Workbook,
  choices: Omit<Printing, 'round' | 'style'> & Partial<Printing>,
) {
  const path = join(ownFolder(), 'sheets.html')
  const file = { to: { path, name: 'sheets.html' }, format: 'html' } as const
  const { sheets } = await printSheets(
    workbook,
    { round: 1, style: 'plain', ...choices },
    file,
    null,
  )
  return { path, sheets }
}

/** Keys a sheet in as somebody reads it: a digit for each question in the order of the paper, `.` for a line left out. */
export function keyIn(workbook: Workbook, sheet: number, pass: Pass, read: string): void {
  const { lines } = openSheet(workbook, { sheet, pass })
  const questions = lines.flatMap(({ indicator }) =>
    CRITERIA.map(criterion => ({ indicator, criterion })),
  )
  for (const [at, sign] of [...read].entries()) {
    const question = questions[at]
    if (!question) throw new Error('More was read than is on the sheet.')
    const answer =
      sign === '.' ? ({ kind: 'none' } as const) : ({ kind: 'level', level: Number(sign) } as const)
    keyAnswer(workbook, { sheet, pass, ...question, answer, comment: '' })
  }
}
