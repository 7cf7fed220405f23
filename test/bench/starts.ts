import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import { projectPath } from '../../build/project.ts'
import { ROOT_FLAGS } from '../desktop/desktop.ts'
import { findElectron } from '../desktop/electron.ts'
import { pageOf } from '../desktop/packaged.ts'
import { browserLaunch } from '../helpers/chromium.ts'
import { type Benchmark, commandCall, compare, compareFigures } from './benchmark.ts'
import { megabytesOf } from './memory.ts'

const STARTS = 15
const WINDOWS = 7
/** The time after which nothing of a start is under way any more, in milliseconds. */
const REST_MS = 3_000
const BARE_PAGE = '<!doctype html><html><title>Bare</title><h1>Workbooks</h1></html>'

/** The least that a server of a page could be: Node's own, which says where it is and sends it. */
const BARE_SERVER = `
  const server = require('node:http').createServer((_, reply) => {
    reply.setHeader('content-type', 'text/html')
    reply.end('${BARE_PAGE}')
  })
  server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port + '/'))
`

/** The least that a program with a window could be: Electron's own, with a heading in it. */
const BARE_MAIN = `
  const { app, BrowserWindow, protocol } = require('electron')
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true } }])
  app.whenReady().then(() => {
    const headers = { 'content-type': 'text/html' }
    protocol.handle('app', () => new Response('${BARE_PAGE}', { headers }))
    new BrowserWindow().loadURL('app://bare/')
  })
`

/** A program that was started and has come so far that a person can use it. */
interface Started {
  readonly child: ChildProcess
  /** Ends it; with a signal that can be answered it ends in order. */
  readonly end: (signal?: NodeJS.Signals) => Promise<void>
}

type Start = () => Promise<Started>

/**
 * The browser front: from starting its process to its first page, to the first screen of a browser that runs
 * already, and the memory of its process then; each against a bare server of one heading.
 */
export async function benchBrowserFront(): Promise<readonly Benchmark[]> {
  const library = mkdtempSync(join(tmpdir(), 'workbook-front-'))
  const call = [...commandCall(), 'serve', '--no-open', '--library', library]
  // As it is from the second start on: what Node made of the sources is kept when a start ends in order.
  const first = await served(call, untilServed)
  await first.end('SIGTERM')
  const both = (until: (address: string) => Promise<void>) => ({
    floor: () => served(['-e', BARE_SERVER], until),
    ours: () => served(call, until),
  })
  const toPage = await compareStarts('browser front to its first page', STARTS, both(untilServed))
  const browser = await chromium.launch(browserLaunch())
  try {
    const page = await browser.newPage()
    const toScreen = both(async address => {
      await page.goto(address)
      await untilUsable(page)
    })
    return [
      toPage,
      await compareStarts('browser front to its first screen', STARTS, toScreen),
      await compareMemory('browser front', toScreen),
    ]
  } finally {
    await browser.close()
  }
}

/**
 * The desktop: from starting Electron to the first screen, and the memory of all its processes then, against a bare
 * window of the same Electron. Nothing where no Electron can be started: another one would be no yardstick.
 */
export async function benchDesktop(): Promise<readonly Benchmark[]> {
  const electron = findElectron()
  if (!electron?.runsEngine || (process.platform === 'linux' && !process.env.DISPLAY)) {
    console.error(
      'The desktop was not measured: there is no Electron that runs the engine, or no screen.',
    )
    return []
  }
  const folder = mkdtempSync(join(tmpdir(), 'workbook-desktop-'))
  const bare = join(folder, 'bare.cjs')
  writeFileSync(bare, BARE_MAIN)
  const opened = (main: string, settings: string) => async () => {
    const flags = [`--user-data-dir=${join(folder, settings)}`, '--remote-debugging-port=0']
    const child = spawn(electron.program, [...ROOT_FLAGS, ...flags, main], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, WORKBOOK_LIBRARY: join(folder, 'library') },
    })
    await untilUsable(await pageOf(child))
    return { child, end: ending(child) }
  }
  const both = {
    floor: opened(bare, 'bare'),
    ours: opened(projectPath('dist/desktop/main.cjs'), 'ours'),
  }
  return [
    await compareStarts('desktop to its first screen', WINDOWS, both),
    await compareMemory('desktop', both),
  ]
}

function compareStarts(
  name: string,
  n: number,
  { floor, ours }: { readonly floor: Start; readonly ours: Start },
): Promise<Benchmark> {
  const untilStarted = (start: Start) => async () => (await start()).end
  return compare(`start of the ${name}`, n, {
    floor: untilStarted(floor),
    ours: untilStarted(ours),
  })
}

function compareMemory(
  name: string,
  { floor, ours }: { readonly floor: Start; readonly ours: Start },
): Promise<Benchmark> {
  const atRest = (start: Start) => async () => {
    const { child, end } = await start()
    await wait(REST_MS)
    const megabytes = megabytesOf(child.pid ?? 0)
    await end()
    return megabytes
  }
  return compareFigures(`memory (MB, not ms) of the ${name} at rest`, 3, {
    floor: atRest(floor),
    ours: atRest(ours),
  })
}

/** A server that has said where it is, and whose page has come as far as `until` waits for. */
async function served(
  args: readonly string[],
  until: (address: string) => Promise<void>,
): Promise<Started> {
  const child = spawn(process.execPath, args, {
    cwd: projectPath(''),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await until(await addressOf(child))
  return { child, end: ending(child) }
}

const ending =
  (child: ChildProcess) =>
  async (signal: NodeJS.Signals = 'SIGKILL') => {
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

async function untilServed(address: string): Promise<void> {
  const page = await fetch(address)
  const html = await page.text()
  if (!html.includes('<html')) throw new Error('What was served is not the page.')
}

/** Waits for the first heading, asked for before each picture: a locator asks again after up to half a second. */
async function untilUsable(page: Page): Promise<void> {
  const isThere = () => Number(document.querySelector('h1')?.getClientRects().length) > 0
  await page.waitForFunction(isThere, undefined, { polling: 'raf' })
}

/** The first address that a server prints, with what opens it. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('The server ended before it said where it is.')))
    if (!child.stdout) throw new Error('The server has no output to read.')
    createInterface({ input: child.stdout }).on('line', line => {
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(line)?.[0]
      if (address) resolve(address)
    })
  })
}
