import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import type { SupportedMessagePort } from '@orpc/client/message-port'
import { expect, it } from 'vitest'
import type { FromEngine, ToEngine } from '../../electron/engine-messages.ts'
import { portLink } from '../../renderer/data/host/port-link.ts'
import type { EngineClient } from '../../shared/host.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

/** The program's folder as it is packaged for Windows, with its archive extracted, which `test/run/on-wine.ts` makes. */
const PACKAGE = process.env.WORKBOOK_WINDOWS_PACKAGE

/** The one line to an engine in a process of its own, as main relays it. */
function lineTo(child: ChildProcess): SupportedMessagePort {
  const send = (message: ToEngine) => child.send(message)
  send({ kind: 'line', line: 1 })
  return {
    postMessage: (data: unknown) => send({ kind: 'line-message', line: 1, data }),
    onMessage: {
      addListener: (listener: (data: unknown) => void) =>
        child.on('message', (message: FromEngine) => {
          if (message.kind === 'line-message') listener(message.data)
        }),
    },
    onDisconnect: { addListener: (listener: () => void) => child.once('exit', listener) },
  }
}

it.skipIf(process.platform !== 'win32' || PACKAGE === undefined)(
  'makes a workbook and closes it, with the engine and the database of the package',
  { timeout: 120_000 },
  async () => {
    using folder = tempFolder()
    const engine = join(PACKAGE ?? '', 'resources/app.asar.extracted/dist/desktop/engine.cjs')
    const child = fork(engine, [], { execArgv: [], serialization: 'advanced' })
    const ended = once(child, 'exit')
    try {
      const start = { libraryFolder: folder.file('library'), appVersion: '0.1.0' }
      child.send({ kind: 'start', start } satisfies ToEngine)
      const client: EngineClient = createORPCClient(portLink(lineTo(child)))
      const { id } = await client.library.createExample({
        title: 'Spring',
        scale: 5,
        madeUp: false,
      })
      const { workbooks, unreadable } = await client.library.list()
      expect(workbooks.map(workbook => workbook.id)).toEqual([id])
      expect(unreadable).toEqual([])
      const closed = new Promise<void>(resolve =>
        child.on('message', ({ kind }: FromEngine) => kind === 'closed' && resolve()),
      )
      child.send({ kind: 'close' } satisfies ToEngine)
      await closed
    } finally {
      child.kill()
      await ended
    }
    expect(existsSync(folder.file('library/spring.sqlite')), 'the workbook').toBe(true)
    expect(existsSync(folder.file('library/spring.sqlite-wal')), 'an open end').toBe(false)
  },
)
