import { os, type RouterParts } from '../operation.ts'
import { compareResults, whoMoved } from './compare.ts'
import { consolidateWithAgreement } from './consolidate.ts'
import { asOnScreen } from './rating-basis.ts'

/** The operations that compute results. */
export const resultOperations = ({ inWorkbook, live }: RouterParts) => ({
  get: inWorkbook(os.results.get, live.read),
  agreement: inWorkbook(
    os.results.agreement,
    (workbook, scope) => consolidateWithAgreement(asOnScreen(workbook), scope).agreement,
  ),
  compare: inWorkbook(os.results.compare, (workbook, scope) =>
    compareResults(asOnScreen(workbook), scope),
  ),
  moved: inWorkbook(os.results.moved, (workbook, scope) => whoMoved(asOnScreen(workbook), scope)),
})
