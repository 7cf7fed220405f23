import { os, type RouterParts } from '../../operation.ts'
import { frameworkFromCheck } from '../from-file.ts'
import { checkReading } from '../read/check-file.ts'
import { editIndicator } from './edit-indicator.ts'
import { listVersions, versionDifference } from './list-versions.ts'
import { compareVersion, type LoadedVersion, loadVersion } from './load-version.ts'

/** The operations on the versions of a workbook's framework. */
export function versionOperations({ library, permits, readFramework, events }: RouterParts) {
  const publish = (workbook: string, loaded: LoadedVersion): LoadedVersion => {
    if (loaded.isNew)
      events.publish(workbook, { kind: 'framework-changed', framework: loaded.hash })
    return loaded
  }
  return {
    version: {
      list: os.version.list.handler(({ input }) => [
        ...listVersions(library.require(input.workbook).store),
      ]),
      difference: os.version.difference.handler(({ input: { workbook, hash } }) =>
        versionDifference(library.require(workbook).store, hash),
      ),
      compare: os.version.compare.handler(
        async ({ input: { workbook, file, decisions, ...choices } }) => {
          const { path, name } = permits.redeem(file)
          const framework = frameworkFromCheck(
            checkReading(await readFramework(path), name, choices),
          )
          return compareVersion(library.require(workbook).store, framework.indicators, decisions)
        },
      ),
      load: os.version.load.handler(
        async ({ input: { workbook, file, decisions, against, ...choices } }) => {
          const { path, name } = permits.redeem(file)
          const framework = frameworkFromCheck(
            checkReading(await readFramework(path), name, choices),
          )
          const changed = { framework, decisions, against }
          return publish(workbook, loadVersion(library.require(workbook), changed))
        },
      ),
      edit: os.version.edit.handler(({ input: { workbook, ...edit } }) =>
        publish(workbook, editIndicator(library.require(workbook), edit)),
      ),
    },
  }
}
