import { os, type RouterParts } from '../operation.ts'
import { listHistory, ratingsBehind } from './trace.ts'

/** The operations on the provenance of a number. */
export const provenanceOperations = ({ inAnswers }: RouterParts) => ({
  behind: inAnswers(os.provenance.behind, ratingsBehind),
  history: inAnswers(os.provenance.history, ({ store }, { rating }) => listHistory(store, rating)),
})
