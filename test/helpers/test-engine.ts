import { createEngine, type Engine } from '../../engine/engine.ts'
import { createFilePermits } from '../../engine/files/permits.ts'
import { forkReader } from '../../engine/files/reader-process.ts'
import { type TempFolder, tempFolder } from './temp-folder.ts'

/** A real engine over a library of its own; both go when the `using` that holds it ends. */
export interface TestEngine extends Engine, Disposable {
  readonly folder: TempFolder
}

/** Starts an engine over an empty library. */
export function createTestEngine(): TestEngine {
  const folder = tempFolder()
  const engine = createEngine({
    libraryFolder: folder.file('library'),
    appVersion: '0.0.0-test',
    permits: createFilePermits(),
    startReader: forkReader(),
  })
  return {
    ...engine,
    folder,
    [Symbol.dispose]: () => {
      engine.close()
      folder[Symbol.dispose]()
    },
  }
}
