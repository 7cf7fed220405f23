import { writeTemplate } from '../exports/template.ts'
import { exampleFramework } from '../frameworks/example/example-framework.ts'
import { frameworkFromCheck } from '../frameworks/from-file.ts'
import { checkReading, previewReading } from '../frameworks/read/check-file.ts'
import { currentFramework } from '../frameworks/versions/current-version.ts'
import { os, type RouterParts } from '../operation.ts'
import { addSyntheticRatings } from '../ratings/synthetic/synthetic-ratings.ts'
import { changeScale, workbookInfo } from './workbook.ts'

/** How much the example of the library makes up: enough for every screen to have something to say. */
const EXAMPLE_SIZE = { workshops: 3, participants: 14, seed: 1 }

/** The operations on the library, a workbook as a whole and its framework. */
export function libraryOperations({ library, permits, readFramework, events }: RouterParts) {
  return {
    library: {
      list: os.library.list.handler(() => library.list()),
      create: os.library.create.handler(async ({ input: { file, title, scale, ...choices } }) => {
        const { path, name } = permits.redeem(file)
        const framework = frameworkFromCheck(checkReading(await readFramework(path), name, choices))
        return workbookInfo(library.create({ title, scale, framework, madeUp: false }))
      }),
      createExample: os.library.createExample.handler(({ input }) => {
        const workbook = library.create({ ...input, framework: exampleFramework() })
        if (input.madeUp) addSyntheticRatings(workbook, EXAMPLE_SIZE)
        return workbookInfo(workbook)
      }),
    },
    workbook: {
      info: os.workbook.info.handler(({ input }) => workbookInfo(library.require(input.workbook))),
      changeScale: os.workbook.changeScale.handler(({ input }) => {
        const workbook = library.require(input.workbook)
        changeScale(workbook, input.scale)
        return workbookInfo(workbook)
      }),
      watch: os.workbook.watch.handler(({ input, signal }) =>
        events.watch(library.require(input.workbook).id, signal),
      ),
    },
    framework: {
      check: os.framework.check.handler(async ({ input: { file, ...choices } }) => {
        const { path, name } = permits.redeem(file)
        return checkReading(await readFramework(path), name, choices)
      }),
      preview: os.framework.preview.handler(async ({ input: { file, ...scope } }) => {
        const { path, name } = permits.redeem(file)
        return previewReading(await readFramework(path), name, scope)
      }),
      template: os.framework.template.handler(({ input }) =>
        writeTemplate(permits.redeem(input.to)),
      ),
      get: os.framework.get.handler(({ input }) =>
        currentFramework(library.require(input.workbook).store),
      ),
    },
  }
}
