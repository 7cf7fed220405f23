import { pathToFileURL } from 'node:url'
import { test as base, expect, type Page } from '@playwright/test'
import { projectPath } from '../../build/project.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { type StartedProgram, startProgram } from './started-program.ts'

type BrowserFrontBundle = typeof import('../../server/browser-front.ts')

/** The browser front over a library of the test's own, in the process of the test. */
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
 * Playwright's `test` with a served workbook, or with the program as a person starts it. The page must stay quiet: a fault in its console, or a
 * request to anywhere but this machine, fails the test, but for what `test.use({ provoked })` names.
 */
export const test = base.extend<Fixtures>({
  provoked: [null, { option: true }],
  served: async ({ browserName: _ }, use) => {
    using folder = tempFolder()
    const bundle = pathToFileURL(projectPath('dist/node/server.mjs')).href
    const { openBrowserFront }: BrowserFrontBundle = await import(bundle)
    const libraryFolder = folder.file('library')
    const front = await openBrowserFront({ libraryFolder })
    await use({ url: front.url, openingUrl: front.openingUrl, libraryFolder })
    await front.close()
  },
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
