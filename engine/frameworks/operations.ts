import { writeTemplate } from '../exports/template.ts'
import { os, type RouterParts } from '../operation.ts'
import { frameworkFromFile } from './from-file.ts'
import { writeMapping } from './mapping.ts'
import { checkReading, previewReading } from './read/check-file.ts'
import { useVersion } from './versions/choose-version.ts'
import { currentFramework } from './versions/current-version.ts'
import { editIndicator } from './versions/edit-indicator.ts'
import { withKeptNumbers } from './versions/keep-numbers.ts'
import { listVersions, versionDifference } from './versions/list-versions.ts'
import { compareVersion, type LoadedVersion, loadVersion } from './versions/load-version.ts'

/** The operations on files of frameworks, and on the version in use. */
export const frameworkOperations = ({ inWorkbook, permits, readFramework }: RouterParts) => ({
  check: os.framework.check.handler(async ({ input: { file, ...choices } }) => {
    const { path, name } = permits.redeem(file)
    return checkReading(await readFramework(path), name, choices)
  }),
  preview: os.framework.preview.handler(async ({ input: { file, ...scope } }) => {
    const { path, name } = permits.redeem(file)
    return previewReading(await readFramework(path), name, scope)
  }),
  saveMapping: os.framework.saveMapping.handler(async ({ input: { file, to, ...choices } }) => {
    const { path, name } = permits.redeem(file)
    const outcome = checkReading(await readFramework(path), name, choices)
    return writeMapping(outcome, choices, permits.redeem(to))
  }),
  template: os.framework.template.handler(({ input }) => writeTemplate(permits.redeem(input.to))),
  get: inWorkbook(os.framework.get, ({ store }) => currentFramework(store)),
})

/** The operations on the versions of a workbook's framework. */
export const versionOperations = ({ inWorkbook, permits, readFramework }: RouterParts) => ({
  list: inWorkbook(os.version.list, ({ store }) => listVersions(store)),
  difference: inWorkbook(os.version.difference, ({ store }, { hash }) =>
    versionDifference(store, hash),
  ),
  compare: inWorkbook(os.version.compare, async ({ store }, { file, decisions, ...choices }) => {
    const framework = await frameworkFromFile(readFramework, permits.redeem(file), choices)
    return compareVersion(store, withKeptNumbers(store, framework).indicators, decisions)
  }),
  load: inWorkbook(
    os.version.load,
    async (workbook, { file, decisions, against, ...choices }) => {
      const read = await frameworkFromFile(readFramework, permits.redeem(file), choices)
      const framework = withKeptNumbers(workbook.store, read)
      return loadVersion(workbook, { framework, decisions, against })
    },
    frameworkChanged,
  ),
  use: inWorkbook(
    os.version.use,
    (workbook, { hash }) => useVersion(workbook, hash),
    frameworkChanged,
  ),
  edit: inWorkbook(os.version.edit, editIndicator, frameworkChanged),
})

const frameworkChanged = ({ hash, isNew }: LoadedVersion) =>
  isNew ? ({ kind: 'framework-changed', framework: hash } as const) : null
