import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { test as base, expect, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { projectPath } from '../../../build/project.ts'
import { BROWSER_FRONT_PATHS, contractProtocols } from '../../../shared/browser-front.ts'
import type { EngineClient } from '../../../shared/host.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { type StartedProgram, startProgram, WINDOWS_NODE } from './started-program.ts'

type BrowserFrontBundle = typeof import('../../../server/browser-front.ts')

/** The browser front over a library of the test's own, in the process of the test or on Windows' Node. */
export interface ServedWorkbook {
  /** The address to open, with its token. */
  readonly url: string
  /** An address such as the program starts a browser with. */
  readonly openingUrl: () => string
  /** The folder of the workbooks, empty at first. */
  readonly libraryFolder: string
}

/** The draft framework that ships with the app, as a file to choose. */
export const DRAFT_FRAMEWORK = projectPath('engine/frameworks/example/draft-framework.csv')

/** A workbook of the example with its made-up ratings. */
export interface ServedExample extends ServedWorkbook {
  /** The address of a page of the workbook, such as `results`. */
  readonly at: (...parts: readonly string[]) => string
  /** Puts a copy of the workbook into another library; gives its id, which is the same there. */
  readonly copyTo: (other: ServedWorkbook) => Promise<string>
}

interface WorkerFixtures {
  /** The example, made once for all tests of a worker, which change nothing in it. */
  readonly example: ServedExample
}

interface Fixtures {
  readonly served: ServedWorkbook
  readonly program: StartedProgram
  /** The size of the program's own disk in megabytes; null for this machine's. */
  readonly disk: number | null
  /** Messages that a test provokes on purpose and that are not counted as noise. */
  readonly provoked: RegExp | null
  readonly quiet: undefined
}

/**
 * Playwright's `test` with a served workbook, or with the program as a person starts it. The page must stay quiet: a
 * fault in its console, or a request to anywhere but this machine, fails the test, but for what
 * `test.use({ provoked })` names.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  provoked: [null, { option: true }],
  served: async ({ browserName: _ }, use) => {
    await using served = await serve()
    await use(served)
  },
  example: [
    async ({ browserName: _ }, use) => {
      await using served = await serve()
      const { websocket, client } = connect(served)
      const { id } = await client.library.createExample({
        title: 'Example workbook',
        scale: 5,
        madeUp: true,
      })
      websocket.close()
      const { origin } = new URL(served.url)
      const at = (...parts: readonly string[]) => `${origin}/#/workbook/${id}/${parts.join('/')}`
      await use({ ...served, at, copyTo: other => copyLibrary(served, other).then(() => id) })
    },
    { scope: 'worker' },
  ],
  disk: [null, { option: true }],
  program: async ({ disk }, use) => {
    using folder = tempFolder()
    const program = await startProgram(folder.file('library'), disk ?? undefined)
    await use(program)
    await program.kill()
  },
  quiet: [
    async ({ page, provoked }, use) => {
      const noises = listenForNoise(page)
      await use(undefined)
      const unasked = noises.filter(noise => !provoked?.test(noise))
      expect(unasked, 'what the page complained of or asked of others').toEqual([])
    },
    { auto: true },
  ],
})

/**
 * The details of a test that says in one more size or appearance what others say: unless `usual`, it is
 * left to `npm run test:long`.
 */
export const longUnless = (usual: boolean): { readonly tag?: string } =>
  usual ? {} : { tag: '@long' }

export { expect }

type Served = ServedWorkbook & AsyncDisposable

/** Serves a library in a folder of its own. */
export const serve = (): Promise<Served> =>
  WINDOWS_NODE === undefined ? serveHere() : serveOnWindows()

async function serveOnWindows(): Promise<Served> {
  const folder = tempFolder()
  const program = await startProgram(folder.file('library'))
  return {
    url: program.url,
    openingUrl: () => {
      throw new Error('Only a front in the process of the test can be asked for another address.')
    },
    libraryFolder: program.libraryFolder,
    [Symbol.asyncDispose]: async () => {
      await program.kill()
      folder[Symbol.dispose]()
    },
  }
}

async function serveHere(): Promise<Served> {
  const folder = tempFolder()
  const bundle = pathToFileURL(projectPath('dist/node/server.mjs')).href
  const { openBrowserFront }: BrowserFrontBundle = await import(bundle)
  const libraryFolder = folder.file('library')
  const front = await openBrowserFront({ libraryFolder })
  return {
    url: front.url,
    openingUrl: front.openingUrl,
    libraryFolder,
    [Symbol.asyncDispose]: async () => {
      await front.close()
      folder[Symbol.dispose]()
    },
  }
}

/** Copies every workbook of a library, by SQLite's own means, as they are open. */
async function copyLibrary(from: ServedWorkbook, to: ServedWorkbook): Promise<void> {
  for (const file of globSync('*.sqlite', { cwd: from.libraryFolder })) {
    const open = new Database(join(from.libraryFolder, file), { readonly: true })
    try {
      await open.backup(join(to.libraryFolder, file))
    } finally {
      open.close()
    }
  }
}

/** A line to the engine beside the page's own, to be closed by whoever opened it. */
export function connect({ url }: Pick<ServedWorkbook, 'url'>) {
  const { host, hash } = new URL(url)
  const websocket = new WebSocket(
    `ws://${host}${BROWSER_FRONT_PATHS.contract}`,
    contractProtocols(hash.replace('#token=', '')),
  )
  return { websocket, client: createORPCClient<EngineClient>(new RPCLink({ websocket })) }
}

function listenForNoise(page: Page): readonly string[] {
  const noises: string[] = []
  page.on('pageerror', fault => noises.push(`fault: ${fault.message}`))
  page.on('console', message => {
    if (message.type() === 'error') noises.push(`console: ${message.text()}`)
  })
  page.on('request', request => {
    const { protocol, hostname } = new URL(request.url())
    const isOurs = hostname === '127.0.0.1' || protocol === 'data:' || protocol === 'blob:'
    if (!isOurs) noises.push(`request: ${request.url()}`)
  })
  return noises
}
