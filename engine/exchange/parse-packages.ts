import { parsePackage } from './parse-package.ts'
import { type PackagesRequest, READ_AHEAD, type Tell } from './reading.ts'

/** Reads packages one after the other, and tells no faster than the engine listens. */
export interface PackagesReader {
  readonly read: (request: PackagesRequest) => Promise<void>
  /** Said by the engine for each message that it has dealt with. */
  readonly readOn: () => void
}

/** A reader of packages over a way to post messages. */
export function packagesReader(post: (message: unknown) => void): PackagesReader {
  let ahead = 0
  let waiting: (() => void) | undefined
  const tell: Tell = message => {
    post(message)
    ahead += 1
    if (ahead < READ_AHEAD) return Promise.resolve()
    return new Promise(resolve => {
      waiting = resolve
    })
  }
  return {
    read: async ({ packages, limits, secrets }) => {
      for (const one of packages) await parsePackage({ ...one, secrets }, limits, tell)
      await tell({ kind: 'done' })
    },
    readOn: () => {
      ahead -= 1
      waiting?.()
      waiting = undefined
    },
  }
}
