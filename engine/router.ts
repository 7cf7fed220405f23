import { implement, ORPCError } from '@orpc/server'
import { contract } from '../shared/contract/contract.ts'
import { WorkbookError } from './errors.ts'
import type { WorkbookEvents } from './events.ts'
import { writeTemplate } from './exports/template.ts'
import { writeExport } from './exports/write-export.ts'
import type { FilePermits } from './files/permits.ts'
import type { StartReader } from './files/reader.ts'
import { rememberReading } from './files/remember-reading.ts'
import { checkReading, FRAMEWORK_LIMITS } from './frameworks/check-file.ts'
import { currentFramework } from './frameworks/current.ts'
import { exampleFramework } from './frameworks/example.ts'
import { frameworkFromCheck } from './frameworks/from-file.ts'
import { previewReading } from './frameworks/preview.ts'
import { listRatings } from './ratings/list.ts'
import { addMadeUpRatings } from './ratings/made-up.ts'
import { recordRating } from './ratings/record.ts'
import { consolidate } from './results/consolidate.ts'
import { getAllWorkshops } from './store/workshops.ts'
import { workbookInfo } from './workbooks/info.ts'
import type { WorkbookLibrary } from './workbooks/library.ts'
import { addParticipant, listProgress } from './workshops/participants.ts'
import { addWorkshop } from './workshops/workshops.ts'

/** What the operations work on. */
export interface RouterParts {
  readonly library: WorkbookLibrary
  readonly permits: FilePermits
  readonly startReader: StartReader
  readonly events: WorkbookEvents
}

/** How much the example of the library makes up: enough for every screen to have something to say. */
const EXAMPLE_SIZE = { workshops: 3, participants: 14, seed: 1 }

const plainErrors = implement(contract).use(async ({ next }) => {
  try {
    return await next()
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error
    throw new ORPCError(error.code, { message: error.message, data: error.data })
  }
})

export type EngineRouter = ReturnType<typeof createRouter>

/** Maps each operation of the contract to the function that does it, and does nothing else. */
export function createRouter(parts: RouterParts) {
  return plainErrors.router({
    ...libraryOperations(parts),
    ...workshopOperations(parts),
    ...resultOperations(parts),
  })
}

function libraryOperations({ library, permits, startReader, events }: RouterParts) {
  const os = plainErrors
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

function workshopOperations({ library, events }: RouterParts) {
  const os = plainErrors
  return {
    workshop: {
      list: os.workshop.list.handler(({ input }) => [
        ...getAllWorkshops(library.require(input.workbook).store),
      ]),
      add: os.workshop.add.handler(({ input: { workbook, ...details } }) => {
        const workshop = addWorkshop(library.require(workbook), details)
        events.publish(workbook, { kind: 'workshop-recorded', workshop: workshop.id })
        return workshop
      }),
    },
    participant: {
      list: os.participant.list.handler(({ input: { workbook, ...scope } }) => [
        ...listProgress(library.require(workbook).store, scope),
      ]),
      add: os.participant.add.handler(({ input: { workbook, ...wanted } }) => {
        const { id, ...rest } = addParticipant(library.require(workbook), wanted)
        const { workshop } = rest
        events.publish(workbook, { kind: 'participant-recorded', workshop, participant: id })
        return { id, ...rest }
      }),
    },
    rating: {
      record: os.rating.record.handler(({ input: { workbook, ...rating } }) => {
        const recorded = recordRating(library.require(workbook), rating)
        const { participant, indicator } = recorded
        events.publish(workbook, { kind: 'rating-recorded', participant, indicator })
        return recorded
      }),
      list: os.rating.list.handler(({ input: { workbook, ...scope } }) => [
        ...listRatings(library.require(workbook).store, scope),
      ]),
    },
  }
}

function resultOperations({ library, permits }: RouterParts) {
  const os = plainErrors
  return {
    results: {
      get: os.results.get.handler(({ input: { workbook, ...scope } }) =>
        consolidate(library.require(workbook), scope),
      ),
    },
    exports: {
      write: os.exports.write.handler(({ input: { workbook, format, to, ...scope } }) =>
        writeExport(library.require(workbook), { format, scope }, permits.redeem(to)),
      ),
    },
  }
}
