import {
  test as base,
  type ElectronApplication,
  _electron as electron,
  expect,
  type Page,
} from '@playwright/test'
import { projectPath } from '../../build/project.ts'
import { type TempFolder, tempFolder } from '../helpers/temp-folder.ts'
import { findElectron } from './electron.ts'

/** The program as a person has it open. */
export interface Desktop {
  readonly app: ElectronApplication
  readonly page: Page
  /** Quits as the menu does, and waits until every process has ended. */
  readonly quit: () => Promise<void>
}

/** A laptop on which the program is opened, closed and opened again. */
export interface Laptop {
  readonly open: (options?: OpenOptions) => Promise<Desktop>
  readonly libraryFolder: string
  readonly folder: TempFolder
}

interface OpenOptions {
  /** Further words of the command, as the path of a file that is double-clicked. */
  readonly words?: readonly string[]
  /** Runs the engine on this Node instead of in Electron's own utility process. */
  readonly engineNode?: string
  /** Leaves the library to the program's own settings, which then keep it within the laptop's folder. */
  readonly isLibraryOwn?: boolean
  /** Changes something in main before the program begins. */
  readonly before?: (app: ElectronApplication) => Promise<void>
}

/** Chromium refuses to start as root with its sandbox; the sandboxed page is confined all the same. */
export const ROOT_FLAGS: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : []

interface Fixtures {
  readonly laptop: Laptop
  /** Messages that a test provokes on purpose and that are not counted as noise. */
  readonly provoked: RegExp | null
}

/**
 * Playwright's `test` with a laptop. Each page must stay quiet: a fault in its console, as when its
 * policy forbids something that it needs, fails the test, but for what `test.use({ provoked })` names.
 */
export const test = base.extend<Fixtures>({
  provoked: [null, { option: true }],
  laptop: async ({ provoked }, use) => {
    using folder = tempFolder()
    const noises: string[] = []
    const opened: Desktop[] = []
    const libraryFolder = folder.file('library')
    await use({
      folder,
      libraryFolder,
      open: async options => {
        const desktop = await open(folder, libraryFolder, options ?? {})
        opened.push(desktop)
        listenForNoise(desktop.page, noises)
        return desktop
      },
    })
    for (const desktop of opened) await desktop.quit()
    expect(noises.filter(noise => !provoked?.test(noise))).toEqual([])
  },
})

export { expect }

/** The environment and flags that give a start of the program its own library and settings. */
export function startOn(folder: TempFolder, libraryFolder: string) {
  return {
    env: {
      ...process.env,
      WORKBOOK_LIBRARY: libraryFolder,
      ELECTRON_USER_DATA: folder.file('settings'),
    },
    flags: [...ROOT_FLAGS, `--user-data-dir=${folder.file('settings')}`],
  }
}

async function open(
  folder: TempFolder,
  libraryFolder: string,
  { before, engineNode, isLibraryOwn = false, words = [] }: OpenOptions,
): Promise<Desktop> {
  const found = findElectron()
  if (!found) throw new Error('There is no Electron to test on.')
  const start = startOn(folder, libraryFolder)
  const { flags } = start
  const { WORKBOOK_LIBRARY: _, ...unnamed } = start.env
  const env = isLibraryOwn ? { ...unnamed, XDG_DATA_HOME: folder.path } : start.env
  const app = await electron.launch({
    executablePath: found.program,
    args: [...flags, projectPath('test/desktop/held-start.cjs'), ...words],
    env: engineNode === undefined ? env : { ...env, WORKBOOK_ENGINE_NODE: engineNode },
    timeout: 30_000,
  })
  const ended = new Promise<void>(resolve => app.process().once('exit', () => resolve()))
  await before?.(app)
  await app.evaluate(() => Reflect.get(globalThis, 'begin')())
  const page = await app.firstWindow()
  return {
    app,
    page,
    quit: async () => {
      await app.close().catch(() => undefined)
      await ended
    },
  }
}

function listenForNoise(page: Page, noises: string[]): void {
  page.on('pageerror', fault => noises.push(`fault: ${fault.message}`))
  page.on('console', message => {
    if (message.type() === 'error') noises.push(`console: ${message.text()}`)
  })
}

/** The ids of the program's processes of this kind, as the program counts them. */
export function processesOf({ app }: Desktop, kind: 'engine' | 'reader'): Promise<number[]> {
  return app.evaluate(
    ({ app: program }, name) =>
      program
        .getAppMetrics()
        .filter(process => process.name === name)
        .map(({ pid }) => pid),
    `Framework Workbook ${kind}`,
  )
}
