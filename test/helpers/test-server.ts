import { mkdirSync, writeFileSync } from 'node:fs'
import { type RunningServer, startServer } from '../../server/server.ts'
import { createTestEngine, type TestEngine } from './test-engine.ts'

/** A real server on a free port over a real engine; both end when the `await using` ends. */
export interface TestServer extends RunningServer, AsyncDisposable {
  readonly engine: TestEngine
  /** The address without its fragment. */
  readonly origin: string
}

/** Starts a server with a page of one line. */
export async function startTestServer(): Promise<TestServer> {
  const engine = createTestEngine()
  const rendererFolder = engine.folder.file('page')
  mkdirSync(rendererFolder)
  writeFileSync(`${rendererFolder}/index.html`, '<!doctype html><title>The page</title>')
  writeFileSync(`${rendererFolder}/main.js`, 'void 0')
  const server = await startServer({ engine, rendererFolder, port: 0 })
  return {
    ...server,
    engine,
    origin: `http://127.0.0.1:${server.port}`,
    [Symbol.asyncDispose]: async () => {
      await server.close()
      engine[Symbol.dispose]()
    },
  }
}
