import { os, type RouterParts } from '../operation.ts'
import { listHistory, ratingsBehind } from './trace.ts'

/** The operations on the provenance of a number. */
export const provenanceOperations = ({ inWorkbook }: RouterParts) => ({
  behind: inWorkbook(os.provenance.behind, ratingsBehind),
  history: inWorkbook(os.provenance.history, ({ store }, { rating }) => listHistory(store, rating)),
})
