import { createEngine, type Engine } from '../../engine/engine.ts'
import { createFilePermits } from '../../engine/files/permits.ts'
import { forkReader } from '../../engine/files/reader-process.ts'
import type { Clock } from '../../engine/program.ts'
import { type TempFolder, tempFolder } from './temp-folder.ts'

/** A real engine over a library of its own; both go when the `using` that holds it ends. */
export interface TestEngine extends Engine, Disposable {
  readonly folder: TempFolder
}

/** Starts an engine over an empty library, on the laptop's clock unless another is given. */
export function createTestEngine(clock?: Clock): TestEngine {
  const folder = tempFolder()
  const engine = startEngineOver(folder.file('library'), clock)
  return {
    ...engine,
    folder,
    [Symbol.dispose]: () => {
      engine.close()
      folder[Symbol.dispose]()
    },
  }
}

/** Starts an engine over a library that is there, as a program that is started again does. */
export function startEngineOver(libraryFolder: string, clock?: Clock): Engine {
  return createEngine({
    libraryFolder,
    appVersion: '0.0.0-test',
    permits: createFilePermits(),
    startReader: forkReader(),
    ...(clock && { clock }),
  })
}
