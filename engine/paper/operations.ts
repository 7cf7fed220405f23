import { os, type RouterParts } from '../operation.ts'
import {
  finishCheck,
  finishKeying,
  keyAnswer,
  listDifferences,
  settleDifference,
} from './keying.ts'
import { printSheets } from './print-sheets.ts'
import { findSheet, listSheets, openSheet } from './sheets.ts'
import { writeSheetForm } from './write-form.ts'

const PEOPLE_CHANGED = { kind: 'people-changed' } as const

/** The operations on sheets of paper. */
export const paperOperations = ({ inWorkbook, permits, drawPdf, underWay }: RouterParts) => ({
  print: inWorkbook(os.paper.print, (workbook, { printing, format, to }) =>
    underWay.track(printSheets(workbook, printing, { to: permits.redeem(to), format }, drawPdf)),
  ),
  form: inWorkbook(os.paper.form, (workbook, { printing, to }) =>
    underWay.track(writeSheetForm(workbook, printing, permits.redeem(to))),
  ),
  list: inWorkbook(os.paper.list, ({ store }, { workshop }) => listSheets(store, workshop)),
  find: inWorkbook(os.paper.find, findSheet),
  open: inWorkbook(os.paper.open, openSheet),
  key: inWorkbook(os.paper.key, keyAnswer),
  finish: inWorkbook(os.paper.finish, finishKeying, PEOPLE_CHANGED),
  differences: inWorkbook(os.paper.differences, listDifferences),
  settle: inWorkbook(os.paper.settle, settleDifference),
  check: inWorkbook(os.paper.check, finishCheck, PEOPLE_CHANGED),
})
