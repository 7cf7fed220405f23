import { describe, expect, it } from 'vitest'
import type { FromEngine, ToEngine } from '../../electron/engine-messages.ts'
import type { EngineParent } from '../../electron/engine-process/engine-parent.ts'
import { serve } from '../../electron/engine-process/serve.ts'
import { createEngine, type Engine } from '../../engine/engine.ts'
import { createFilePermits } from '../../engine/files/permits.ts'
import { forkReader } from '../../engine/files/reader-process.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

/** Main, as far as an engine that closes hears and is heard by it. */
function mainOf() {
  const heard: FromEngine[] = []
  const listeners: ((message: ToEngine) => void)[] = []
  const parent: EngineParent = {
    send: message => heard.push(message),
    onMessage: listener => listeners.push(listener),
    onLine: () => undefined,
    onGone: () => undefined,
  }
  return {
    parent,
    heard,
    say: (message: ToEngine) => {
      for (const listener of listeners) listener(message)
    },
  }
}

/** Serves an engine over an empty library, with some of it replaced. */
function servedWith(libraryFolder: string, change: (engine: Engine) => Partial<Engine>) {
  const main = mainOf()
  const served = serve(main.parent, start => {
    const engine = createEngine({
      ...start,
      permits: createFilePermits(),
      startReader: forkReader(),
    })
    return { ...engine, ...change(engine) }
  })
  main.say({ kind: 'start', start: { libraryFolder, appVersion: '0.0.0' } })
  return { ...main, served }
}

describe('the end of an engine process', () => {
  it.each([
    ['closes in order', () => ({})],
    [
      'cannot close a workbook',
      ({ close }: Engine) => ({
        close: () => {
          close()
          throw new Error('the disk is gone')
        },
      }),
    ],
    ['cannot finish writing', () => ({ written: () => Promise.reject(new Error('no space')) })],
  ])('is told to main when it %s', async (_how, change) => {
    using folder = tempFolder()
    const { served, heard } = servedWith(folder.path, change)
    await served.close()
    expect(heard.at(-1)).toEqual({ kind: 'closed' })
  })
})
