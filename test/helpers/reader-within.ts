import { READER_STARTED, type StartReader } from '../../engine/files/reader-process.ts'
import { parseSpreadsheet } from '../../engine/files/spreadsheet/parse-spreadsheet.ts'
import type { SpreadsheetLimits } from '../../engine/files/spreadsheet/spreadsheet.ts'
import type { PackagesRequest } from '../../engine/packages/read/messages.ts'
import { packagesReader } from '../../engine/packages/read/parse-package.ts'

type Request =
  | { readonly kind: 'spreadsheet'; readonly path: string; readonly limits: SpreadsheetLimits }
  | PackagesRequest

/**
 * Reads packages and spreadsheets in this very process: the reader's own code without the process around it, for tests
 * that are about something else and read very many.
 */
export const readerWithin: StartReader = () => {
  let reply: (message: unknown) => void = () => undefined
  const post = (message: unknown): void => {
    setImmediate(() => reply(structuredClone(message)))
  }
  const packages = packagesReader(post)
  let isAsked = false
  return {
    send: message => {
      if (isAsked) {
        packages.readOn()
        return
      }
      isAsked = true
      setImmediate(() => reply(READER_STARTED))
      const request = message as Request
      if (request.kind === 'packages') void packages.read(request)
      else void parseSpreadsheet(request.path, request.limits).then(post)
    },
    onReply: listener => {
      reply = listener
    },
    onExit: () => undefined,
    kill: () => undefined,
  }
}
