import { os, type RouterParts } from '../operation.ts'
import { historyOf, ratingsBehind } from './trace.ts'

/** The operations that say where a number comes from. */
export function provenanceOperations({ library }: RouterParts) {
  return {
    provenance: {
      behind: os.provenance.behind.handler(({ input: { workbook, ...what } }) => [
        ...ratingsBehind(library.require(workbook), what),
      ]),
      history: os.provenance.history.handler(({ input: { workbook, rating } }) => [
        ...historyOf(library.require(workbook).store, rating),
      ]),
    },
  }
}
