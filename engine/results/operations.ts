import { os, type RouterParts } from '../operation.ts'
import { compareResults, whoMoved } from './compare.ts'
import { consolidateWithAgreement } from './consolidate.ts'
import { asOnScreen } from './rating-basis.ts'

/** The operations that compute results. */
export const resultOperations = ({ inAnswers, live }: RouterParts) => ({
  get: inAnswers(os.results.get, live.read),
  agreement: inAnswers(
    os.results.agreement,
    (workbook, scope) => consolidateWithAgreement(asOnScreen(workbook), scope).agreement,
  ),
  compare: inAnswers(os.results.compare, (workbook, scope) =>
    compareResults(asOnScreen(workbook), scope),
  ),
  moved: inAnswers(os.results.moved, (workbook, scope) => whoMoved(asOnScreen(workbook), scope)),
})
