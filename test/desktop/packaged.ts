import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, chromium, type Page } from '@playwright/test'
import { projectPath } from '../../build/project.ts'
import { type TempFolder, tempFolder } from '../helpers/temp-folder.ts'

/** The folder of an unpacked Electron to package with, if one is named. */
export const ELECTRON_DIST = process.env.WORKBOOK_ELECTRON_DIST

/** A library that this Electron needs before it loads the database, if one is named. */
const ELECTRON_PRELOAD = process.env.WORKBOOK_ELECTRON_PRELOAD

/** The user and group that everybody may be: a program that people start is not started by root. */
const NOBODY = 65_534
const AS_NOBODY = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}

/** The packaged program in a folder of its own, which everybody can read. */
export interface Package extends Disposable {
  readonly folder: string
  readonly program: string
}

/** Packages the program for this system. Throws unless that ends well. */
export async function packageProgram(): Promise<Package> {
  const output = tempFolder()
  chmodSync(output.path, 0o755)
  const code = await exitOf(
    spawn(
      process.execPath,
      [projectPath('build/package.ts'), '--linux', '--dir', `-c.directories.output=${output.path}`],
      { stdio: 'ignore' },
    ),
  )
  if (code !== 0) throw new Error(`Packaging ended with code ${code}.`)
  const folder = output.file('linux-unpacked')
  return {
    folder,
    program: join(folder, 'framework-workbook'),
    [Symbol.dispose]: () => output[Symbol.dispose](),
  }
}

/** A laptop of somebody who is not its administrator. */
export interface OrdinaryLaptop extends Disposable {
  readonly folder: TempFolder
  readonly libraryFolder: string
  /** Starts the packaged program there, with its sandbox on. */
  readonly start: (
    program: string,
    words?: readonly string[],
    env?: NodeJS.ProcessEnv,
  ) => ChildProcess
}

/** Makes a home with the right to the screen of whoever runs the tests. */
export function ordinaryLaptop(): OrdinaryLaptop {
  const folder = tempFolder()
  const give = (path: string) => {
    if (AS_NOBODY.uid !== undefined) chownSync(path, AS_NOBODY.uid, AS_NOBODY.gid)
    return path
  }
  give(folder.path)
  const bring = (from: string | undefined, name: string) => {
    if (from === undefined || !existsSync(from)) return undefined
    copyFileSync(from, folder.file(name))
    return give(folder.file(name))
  }
  const screen = bring(process.env.XAUTHORITY, 'screen')
  const preload = bring(ELECTRON_PRELOAD, 'preload.so')
  mkdirSync(folder.file('temp'))
  give(folder.file('temp'))
  const libraryFolder = folder.file('library')
  return {
    folder,
    libraryFolder,
    start: (program, words = [], env = {}) =>
      spawn(program, [`--user-data-dir=${folder.file('settings')}`, ...words], {
        ...AS_NOBODY,
        cwd: folder.path,
        stdio: ['ignore', 'ignore', 'pipe'],
        env: {
          ...process.env,
          ...(screen === undefined ? {} : { XAUTHORITY: screen }),
          ...(preload === undefined ? {} : { LD_PRELOAD: preload }),
          HOME: folder.path,
          TMPDIR: folder.file('temp'),
          WORKBOOK_LIBRARY: libraryFolder,
          ...env,
        },
      }),
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  }
}

/** The code that a process ends with; null when a signal ended it. */
export function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise(resolve => child.once('exit', resolve))
}

/**
 * The window's page, by Chromium's own way in: the fuses of the packaged program forbid Playwright's, which is Node's
 * inspector. The program is to be started with `--remote-debugging-port=0`.
 */
export async function pageOf(program: ChildProcess): Promise<Page> {
  const address = await addressOf(program)
  await pageShown(address)
  const browser: Browser = await chromium.connectOverCDP(address, { noDefaults: true })
  const [page] = browser.contexts().flatMap(context => context.pages())
  if (!page) throw new Error('The window closed by itself.')
  return page
}

/** The address for talking to Chromium, which it prints once it is up. */
function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    program.once('exit', code =>
      reject(new Error(`The program ended with code ${code}, and said:\n${said}`)),
    )
    program.stderr?.on('data', data => {
      said += String(data)
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    })
  })
}

/**
 * Waits until the page has its title. A window that opens while Playwright attaches to the program is now and then lost
 * to it, and Playwright then waits for ever.
 */
async function pageShown(address: string): Promise<void> {
  const list = `http://${new URL(address).host}/json/list`
  for (;;) {
    const targets: { url: string; title: string }[] = await (await fetch(list)).json()
    if (targets.some(({ url, title }) => url.startsWith('app:') && !title.includes(':'))) return
    await wait(10)
  }
}
