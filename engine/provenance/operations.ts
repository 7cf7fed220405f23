import { os, type RouterParts } from '../operation.ts'
import { historyOf, ratingsBehind } from './trace.ts'

/** The operations that say where a number comes from. */
export const provenanceOperations = ({ inWorkbook }: RouterParts) => ({
  behind: inWorkbook(os.provenance.behind, ratingsBehind),
  history: inWorkbook(os.provenance.history, ({ store }, { rating }) => historyOf(store, rating)),
})
