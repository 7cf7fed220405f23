import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describeFault } from '../../engine/describe-fault.ts'
import { makePrivately } from '../../engine/disk/modes.ts'
import { createEngine } from '../../engine/engine.ts'
import { createFilePermits } from '../../engine/files/permits.ts'
import { forkReader, type StartReader } from '../../engine/files/reader-process.ts'
import { SESSION_END } from '../session-end.ts'
import {
  askForPdf,
  askForReader,
  type EngineParent,
  parentOfNode,
  parentOfUtility,
} from './engine-parent.ts'
import { serve } from './serve.ts'

function run(parent: EngineParent, startReader: StartReader): void {
  makePrivately()
  const drawPdf = askForPdf(parent)
  const served = serve(parent, start =>
    createEngine({ ...start, permits: createFilePermits(), startReader, drawPdf }),
  )
  // The end of a session reaches every process at once, and main may be gone before it can ask for the close.
  for (const signal of SESSION_END) {
    process.on(signal, () => served.close().finally(() => process.exit()))
  }
  // After a fault that nothing caught nobody knows what is true. Main starts another engine; what was acknowledged is on
  // the disk. Later versions of Electron would let this one run on.
  process.on('unhandledRejection', fault => {
    console.error(describeFault(fault))
    served.note(fault)
    process.exit(1)
  })
}

if (process.parentPort) {
  const parent = parentOfUtility(process.parentPort)
  run(parent, askForReader(parent))
} else {
  run(parentOfNode(process), forkReader(pathToFileURL(join(__dirname, 'reader.cjs'))))
}
