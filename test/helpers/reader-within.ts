import { READER_STARTED, type StartReader } from '../../engine/files/reader-process.ts'
import type { PackagesRequest } from '../../engine/packages/read/messages.ts'
import { packagesReader } from '../../engine/packages/read/parse-package.ts'

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
