import { writeExport } from '../exports/write-export.ts'
import { os, type RouterParts } from '../operation.ts'
import { compareResults, whoMoved } from './compare.ts'
import { consolidateWithAgreement } from './consolidate.ts'

/** The operations that compute results and write them to files. */
export function resultOperations({ library, permits, live, drawPdf, underWay }: RouterParts) {
  return {
    results: {
      get: os.results.get.handler(({ input: { workbook, ...scope } }) =>
        live.read(library.require(workbook), scope),
      ),
      agreement: os.results.agreement.handler(
        ({ input: { workbook, ...scope } }) =>
          consolidateWithAgreement(library.require(workbook), scope).agreement,
      ),
      compare: os.results.compare.handler(({ input: { workbook, ...scope } }) =>
        compareResults(library.require(workbook), scope),
      ),
      moved: os.results.moved.handler(({ input: { workbook, ...scope } }) =>
        whoMoved(library.require(workbook), scope),
      ),
    },
    exports: {
      write: os.exports.write.handler(({ input: { workbook, format, to, ...scope } }) => {
        const choices = { format, scope }
        return underWay.track(
          writeExport(library.require(workbook), choices, permits.redeem(to), drawPdf),
        )
      }),
    },
  }
}
