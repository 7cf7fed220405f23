import { join } from 'node:path'
import { recoverWorkbook } from '../backups/recover.ts'
import { readEncryption } from '../disk/encryption.ts'
import { WorkbookError } from '../errors.ts'
import { exampleFramework } from '../frameworks/example/example-framework.ts'
import { frameworkFromFile } from '../frameworks/from-file.ts'
import { os, type RouterParts } from '../operation.ts'
import { addSyntheticRatings } from '../ratings/synthetic/synthetic-ratings.ts'
import { riskOf } from './place-risk.ts'
import { programFacts } from './program-facts.ts'
import { changeScale, workbookInfo } from './workbook.ts'

/** The size of the example with synthetic ratings: enough for every screen to have something to show. */
const EXAMPLE_SIZE = { workshops: 3, participants: 14, seed: 1 }

/** The operations on the library of workbooks. */
export const libraryOperations = ({
  library,
  permits,
  readFramework,
  rescue,
  startReader,
  program,
}: RouterParts) => ({
  list: os.library.list.handler(() => ({
    ...library.list(),
    place: riskOf(library.folder),
    rescued: rescue.waiting(),
  })),
  encryption: os.library.encryption.handler(() => readEncryption(library.folder)),
  bringBack: os.library.bringBack.handler(async ({ input }) =>
    workbookInfo(await rescue.bringBack(input.workbook)),
  ),
  recover: os.library.recover.handler(({ input: { file } }) => {
    const isListed = library.list().unreadable.some(one => one.file === file && one.backup !== null)
    const path = join(library.folder, file)
    if (!isListed) throw new WorkbookError('NO_BACKUP', { file })
    return recoverWorkbook(startReader, path, program)
  }),
  joinCopies: os.library.joinCopies.handler(async ({ input }) =>
    workbookInfo(await rescue.joinCopies(input.workbook)),
  ),
  create: os.library.create.handler(async ({ input: { file, title, scale, ...choices } }) => {
    const framework = await frameworkFromFile(readFramework, permits.redeem(file), choices)
    return workbookInfo(library.create({ title, scale, framework, madeUp: false }))
  }),
  createExample: os.library.createExample.handler(({ input }) => {
    const workbook = library.create({ ...input, framework: exampleFramework() })
    if (input.madeUp) addSyntheticRatings(workbook, EXAMPLE_SIZE)
    return workbookInfo(workbook)
  }),
})

/** The operations on the program itself. */
export const programOperations = ({ library, program }: RouterParts) => ({
  facts: os.program.facts.handler(() => programFacts(library, program)),
})

/** The operations on a workbook as a whole. */
export const workbookOperations = ({ inWorkbook, events }: RouterParts) => ({
  info: inWorkbook(os.workbook.info, workbook => workbookInfo(workbook)),
  changeScale: inWorkbook(os.workbook.changeScale, (workbook, { scale }) => {
    changeScale(workbook, scale)
    return workbookInfo(workbook)
  }),
  watch: inWorkbook(os.workbook.watch, ({ id }, _, signal) => events.watch(id, signal)),
})
