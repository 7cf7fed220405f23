import { createEngine, type Engine } from '../engine/engine.ts'
import { createFilePermits } from '../engine/files/permits.ts'
import { forkReader } from '../engine/files/reader-process.ts'
import { appVersion } from '../engine/program.ts'

/** Opens the engine of a library, with the second place that the start names, if any. */
export const openLibraryEngine = (libraryFolder: string, secondPlace: string | undefined): Engine =>
  createEngine({
    libraryFolder,
    appVersion: appVersion(),
    permits: createFilePermits(),
    startReader: forkReader(),
    secondPlace,
  })
