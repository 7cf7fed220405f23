import { join } from 'node:path'
import type { SecondPlaceFacts } from '../../shared/model/program.ts'
import { recoverWorkbook } from '../backups/recover.ts'
import { bringFromSecondPlace, copiesOfOthers, listLibrary } from '../backups/restore.ts'
import { nameSecondPlace, secondPlaceOf } from '../backups/second-place.ts'
import { readEncryption } from '../disk/encryption.ts'
import { WorkbookError } from '../errors.ts'
import { writeWholeFile } from '../files/write/whole-files.ts'
import { exampleFramework } from '../frameworks/example/example-framework.ts'
import { frameworkFromFile } from '../frameworks/from-file.ts'
import { os, type RouterParts } from '../operation.ts'
import { addSyntheticRatings } from '../ratings/synthetic/synthetic-ratings.ts'
import { makeSupportReport } from '../support/support-report.ts'
import { riskOf } from './place-risk.ts'
import { programFacts, secondPlaceFacts } from './program-facts.ts'
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
  list: os.library.list.handler(async () => ({
    ...(await listLibrary(library)),
    place: riskOf(library.folder),
    secondPlace: failingPlace(library.folder),
    rescued: rescue.waiting(),
  })),
  encryption: os.library.encryption.handler(() => readEncryption(library.folder)),
  bringBack: os.library.bringBack.handler(async ({ input }) =>
    workbookInfo(await rescue.bringBack(input.workbook)),
  ),
  recover: os.library.recover.handler(async ({ input: { file } }) => {
    const { unreadable } = await listLibrary(library)
    const isListed = unreadable.some(one => one.file === file && one.backup !== null)
    const path = join(library.folder, file)
    if (!isListed) throw new WorkbookError('NO_BACKUP', { file })
    return await recoverWorkbook(startReader, path, program)
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
export const programOperations = ({
  library,
  program,
  permits,
  log,
  copier,
  isSecondPlaceNamed,
}: RouterParts) => ({
  facts: os.program.facts.handler(() => programFacts(library, program, isSecondPlaceNamed)),
  nameSecondPlace: os.program.nameSecondPlace.handler(({ input: { folder } }) => {
    const path = folder === null ? null : permits.redeem(folder).path
    nameSecondPlace(library.folder, path, program.clock())
    library.backUp()
    copier.bringUpToDate()
    return {}
  }),
  copyToSecondPlace: os.program.copyToSecondPlace.handler(async () => {
    library.backUp()
    copier.bringUpToDate()
    await copier.settled()
    return secondPlaceFacts(library.folder)
  }),
  secondPlaceEncryption: os.program.secondPlaceEncryption.handler(async () => {
    const { folder } = secondPlaceOf(library.folder)
    return folder === null ? null : readEncryption(folder)
  }),
  listSecondPlace: os.program.listSecondPlace.handler(() => copiesOfOthers(library)),
  bringFromSecondPlace: os.program.bringFromSecondPlace.handler(async ({ input: { name } }) =>
    workbookInfo(await bringFromSecondPlace(library, name, program)),
  ),
  supportReport: os.program.supportReport.handler(async () => {
    // What was counted since the last summary belongs to what is told.
    log.summarise()
    return { text: await makeSupportReport(library.folder, program) }
  }),
  saveSupportReport: os.program.saveSupportReport.handler(async ({ input: { text, to } }) => {
    const file = permits.redeem(to)
    const bytes = await writeWholeFile(file, async out => void out.end(text))
    return { name: file.name, bytes }
  }),
})

/** The second place where the last copy to it failed; null where it did not, and where none is named. */
function failingPlace(library: string): SecondPlaceFacts | null {
  const facts = secondPlaceFacts(library)
  return facts?.problem ? facts : null
}

/** The operations on a workbook as a whole. */
export const workbookOperations = ({ inWorkbook, events }: RouterParts) => ({
  info: inWorkbook(os.workbook.info, workbook => workbookInfo(workbook)),
  changeScale: inWorkbook(os.workbook.changeScale, (workbook, { scale }) => {
    changeScale(workbook, scale)
    return workbookInfo(workbook)
  }),
  watch: inWorkbook(os.workbook.watch, ({ id }, _, signal) => events.watch(id, signal)),
})
