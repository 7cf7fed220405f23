import { writeTemplate } from '../exports/template.ts'
import { rememberReading } from '../files/remember-reading.ts'
import { checkReading, FRAMEWORK_LIMITS } from '../frameworks/check-file.ts'
import { currentFramework } from '../frameworks/current.ts'
import { exampleFramework } from '../frameworks/example.ts'
import { frameworkFromCheck } from '../frameworks/from-file.ts'
import { previewReading } from '../frameworks/preview.ts'
import { addMadeUpRatings } from '../ratings/made-up.ts'
import { workbookInfo } from '../workbooks/info.ts'
import { os, type RouterParts } from './implement.ts'

/** How much the example of the library makes up: enough for every screen to have something to say. */
const EXAMPLE_SIZE = { workshops: 3, participants: 14, seed: 1 }

/** The operations on the library, a workbook as a whole and its framework. */
export function libraryOperations({ library, permits, startReader, events }: RouterParts) {
  const read = rememberReading(startReader, FRAMEWORK_LIMITS)
  return {
    library: {
      list: os.library.list.handler(() => library.list()),
      create: os.library.create.handler(async ({ input: { file, title, scale, ...choices } }) => {
        const { path, name } = permits.redeem(file)
        const framework = frameworkFromCheck(checkReading(await read(path), name, choices))
        return workbookInfo(library.create({ title, scale, framework, madeUp: false }))
      }),
      createExample: os.library.createExample.handler(({ input }) => {
        const workbook = library.create({ ...input, framework: exampleFramework() })
        if (input.madeUp) addMadeUpRatings(workbook, EXAMPLE_SIZE)
        return workbookInfo(workbook)
      }),
    },
    workbook: {
      info: os.workbook.info.handler(({ input }) => workbookInfo(library.require(input.workbook))),
      watch: os.workbook.watch.handler(({ input, signal }) =>
        events.watch(library.require(input.workbook).id, signal),
      ),
    },
    framework: {
      check: os.framework.check.handler(async ({ input: { file, ...choices } }) => {
        const { path, name } = permits.redeem(file)
        return checkReading(await read(path), name, choices)
      }),
      preview: os.framework.preview.handler(async ({ input: { file, ...scope } }) => {
        const { path, name } = permits.redeem(file)
        return previewReading(await read(path), name, scope)
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
