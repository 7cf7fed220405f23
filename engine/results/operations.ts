import { os, type RouterParts } from '../operation.ts'
import { compareResults, whoMoved } from './compare.ts'
import { consolidateWithAgreement } from './consolidate.ts'

/** The operations that compute results. */
export const resultOperations = ({ inWorkbook, live }: RouterParts) => ({
  get: inWorkbook(os.results.get, live.read),
  agreement: inWorkbook(
    os.results.agreement,
    (workbook, scope) => consolidateWithAgreement(workbook, scope).agreement,
  ),
  compare: inWorkbook(os.results.compare, compareResults),
  moved: inWorkbook(os.results.moved, whoMoved),
})
