import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { chromium, type Page } from '@playwright/test'
import { projectPath } from '../../build/project.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { expect, startOn, test } from './desktop.ts'
import { findElectron } from './electron.ts'
import { exploreExample } from './steps.ts'

/** The state of a fuse in the binary: the characters 0 and 1. */
const OFF = '0'.charCodeAt(0)
const ON = '1'.charCodeAt(0)

const ELECTRON_DIST = process.env.WORKBOOK_ELECTRON_DIST
const PACKAGE = projectPath('release/linux-unpacked')

test.skip(!ELECTRON_DIST || process.platform !== 'linux', 'needs an Electron to package with')

test.beforeAll(async () => {
  test.setTimeout(240_000)
  const code = await exitOf(
    spawn(process.execPath, [projectPath('build/package.ts'), '--linux', '--dir'], {
      stdio: 'ignore',
    }),
  )
  expect(code).toBe(0)
})

test('only what the program needs at run time is packaged', () => {
  const resources = join(PACKAGE, 'resources')
  expect(readdirSync(resources).sort()).toEqual(['app.asar', 'app.asar.unpacked'])
  expect(statSync(join(resources, 'app.asar')).size).toBeLessThan(8 * 1024 * 1024)
  const packages = join(resources, 'app.asar.unpacked', 'node_modules')
  expect(readdirSync(packages)).toEqual(['better-sqlite3'])
  expect(readdirSync(join(packages, 'better-sqlite3', 'prebuilds'))).toHaveLength(1)
  expect(existsSync(join(packages, 'better-sqlite3', 'deps'))).toBe(false)
})

test('the icon is there for each system, in every size that it asks for', () => {
  const ico = readFileSync(projectPath('dist/icons/icon.ico'))
  const icoSizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + index * 16
    const data = ico.subarray(ico.readUInt32LE(entry + 12)).subarray(0, ico.readUInt32LE(entry + 8))
    return { said: ico.readUInt8(entry) || 256, drawn: widthOfPng(data) }
  })
  expect(icoSizes.map(({ drawn }) => drawn)).toEqual([16, 24, 32, 48, 64, 128, 256])
  expect(icoSizes.every(({ said, drawn }) => said === drawn)).toBe(true)
  const icns = readFileSync(projectPath('dist/icons/icon.icns'))
  expect(icns.toString('latin1', 0, 4)).toBe('icns')
  expect(icns.readUInt32BE(4)).toBe(icns.length)
})

test('what the packaged program does not need of Node is switched off in its binary', async () => {
  const wire = await getCurrentFuseWire(join(PACKAGE, 'framework-workbook'))
  expect(wire).toMatchObject({
    [FuseV1Options.RunAsNode]: OFF,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: OFF,
    [FuseV1Options.EnableNodeCliInspectArguments]: OFF,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ON,
    [FuseV1Options.OnlyLoadAppFromAsar]: ON,
  })
})

test('the packaged program refuses to be run as a Node', async () => {
  using folder = tempFolder()
  const witness = folder.file('ran-as-node')
  const { env } = startOn(folder, folder.file('library'))
  const program = spawn(
    join(PACKAGE, 'framework-workbook'),
    ['-e', `require('node:fs').writeFileSync(${JSON.stringify(witness)}, '')`, '--version'],
    { stdio: 'ignore', env: { ...env, ELECTRON_RUN_AS_NODE: '1' } },
  )
  await Promise.race([exitOf(program), new Promise(resolve => setTimeout(resolve, 3_000))])
  program.kill('SIGKILL')
  expect(existsSync(witness)).toBe(false)
})

test('the packaged program shows the same window, makes a workbook and draws a chart', async () => {
  using folder = tempFolder()
  const { env, flags } = startOn(folder, folder.file('library'))
  // Its fuses forbid Playwright's own way in, which is Node's inspector; Chromium's stays open.
  const program = spawn(
    join(PACKAGE, 'framework-workbook'),
    [...flags, '--remote-debugging-port=0'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...env, WORKBOOK_ENGINE_NODE: findElectron()?.engineNode },
    },
  )
  const ended = exitOf(program)
  const browser = await chromium.connectOverCDP(await addressOf(program), { noDefaults: true })
  const page = await onlyPage(() => browser.contexts().flatMap(context => context.pages()))
  expect(page.url()).toMatch(/^app:\/\/workbook\//)
  await exploreExample(page)
  await page.getByRole('link', { name: 'Results', exact: true }).click()
  await page.getByRole('button', { name: 'Copy or save' }).click()
  await page.getByRole('menuitem', { name: 'Copy as an image (PNG)' }).click()
  await expect(page.getByText('Copied as an image.')).toBeVisible()
  program.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(readdirSync(folder.file('library')).filter(file => /-(wal|shm)$/.test(file))).toEqual([])
})

/** The width that a PNG says of itself, in pixels. */
function widthOfPng(png: Buffer): number {
  expect(png.toString('latin1', 1, 4)).toBe('PNG')
  return png.readUInt32BE(16)
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise(resolve => child.once('exit', resolve))
}

/** The address for talking to Chromium, which it prints once it is up. */
function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    program.once('exit', code => reject(new Error(`The program ended with code ${code}.`)))
    program.stderr?.on('data', data => {
      const address = /DevTools listening on (ws:\S+)/.exec(String(data))?.[1]
      if (address) resolve(address)
    })
  })
}

async function onlyPage(pages: () => readonly Page[]): Promise<Page> {
  await expect.poll(() => pages().length).toBe(1)
  const [page] = pages()
  if (!page) throw new Error('The window closed by itself.')
  return page
}
