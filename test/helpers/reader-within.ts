import { packagesReader } from '../../engine/exchange/parse-packages.ts'
import type { PackagesRequest } from '../../engine/exchange/reading.ts'
import { READER_STARTED, type StartReader } from '../../engine/files/reader.ts'

/**
 * Reads packages in this very process: the reader's own code without the process around it, for tests that
 * are about something else and read very many.
 */
export const readerWithin: StartReader = () => {
  let reply: (message: unknown) => void = () => undefined
  const packages = packagesReader(message => setImmediate(() => reply(structuredClone(message))))
  let isAsked = false
  return {
    send: message => {
      if (isAsked) {
        packages.readOn()
        return
      }
      isAsked = true
      setImmediate(() => reply(READER_STARTED))
      void packages.read(message as PackagesRequest)
    },
    onReply: listener => {
      reply = listener
    },
    onExit: () => undefined,
    kill: () => undefined,
  }
}
