import { writeTemplate } from '../exports/template.ts'
import { os, type RouterParts } from '../operation.ts'
import { frameworkFromFile } from './from-file.ts'
import { currentGlossary, loadGlossary, NO_GLOSSARY } from './glossary/keep-glossary.ts'
import { glossaryOfFile, requireGlossary } from './glossary/read-glossary.ts'
import { writeMapping } from './mapping.ts'
import {
  type LoadedPictures,
  loadPictures,
  pictureContentOf,
  picturesOf,
  removePictures,
} from './pictures/keep-pictures.ts'
import { picturesFor } from './pictures/pictures-for.ts'
import { checkReading, previewReading } from './read/check-file.ts'
import { useVersion } from './versions/choose-version.ts'
import { currentFramework, currentVersion } from './versions/current-version.ts'
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
  glossary: inWorkbook(os.framework.glossary, ({ store }) => currentGlossary(store)),
  checkGlossary: os.framework.checkGlossary.handler(async ({ input }) => {
    const { path, name } = permits.redeem(input.file)
    return { file: name, ...glossaryOfFile(await readFramework(path), name) }
  }),
  loadGlossary: inWorkbook(
    os.framework.loadGlossary,
    async (workbook, { file }) => {
      if (file === null) return loadGlossary(workbook, NO_GLOSSARY)
      const { path, name } = permits.redeem(file)
      const { terms } = requireGlossary(await readFramework(path), name)
      return loadGlossary(workbook, { terms, fileName: name })
    },
    ({ framework }) => ({ kind: 'framework-changed', framework }) as const,
  ),
  pictures: inWorkbook(os.framework.pictures, ({ store }) => [
    ...picturesOf(store, currentVersion(store).hash),
  ]),
  picture: inWorkbook(os.framework.picture, ({ store }, { content }) =>
    pictureContentOf(store, content),
  ),
  checkPictures: inWorkbook(
    os.framework.checkPictures,
    async ({ store }, { files }) =>
      (await picturesFor(store, files.map(permits.redeem), readFramework)).reading,
  ),
  loadPictures: inWorkbook(
    os.framework.loadPictures,
    async (workbook, { files }) => {
      const permitted = files.map(permits.redeem)
      const { pictures } = await picturesFor(workbook.store, permitted, readFramework)
      return loadPictures(workbook, pictures)
    },
    picturesChanged,
  ),
  removePictures: inWorkbook(
    os.framework.removePictures,
    (workbook, { indicators }) => removePictures(workbook, indicators),
    picturesChanged,
  ),
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

const picturesChanged = ({ framework, changed }: LoadedPictures) =>
  changed > 0 ? ({ kind: 'framework-changed', framework } as const) : null

const frameworkChanged = ({ hash, isNew, terms, translated, pictured }: LoadedVersion) =>
  isNew || [terms, translated, pictured].some(stored => stored !== undefined)
    ? ({ kind: 'framework-changed', framework: hash } as const)
    : null
