import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { projectPath } from '../../build/project.ts'
import { expect, test } from './desktop.ts'
import {
  ELECTRON_DIST,
  exitOf,
  ordinaryLaptop,
  type Package,
  packageProgram,
  pageOf,
} from './packaged.ts'
import { exploreExample } from './steps.ts'

/** The state of a fuse in the binary: the characters 0 and 1. */
const OFF = '0'.charCodeAt(0)
const ON = '1'.charCodeAt(0)

test.skip(!ELECTRON_DIST || process.platform !== 'linux', 'needs an Electron to package with')

let made: Package

test.beforeAll(async () => {
  test.setTimeout(240_000)
  made = await packageProgram()
})

test.afterAll(() => made[Symbol.dispose]())

test('only what the program needs at run time is packaged', () => {
  const resources = join(made.folder, 'resources')
  expect(readdirSync(resources).sort()).toEqual(['app.asar', 'app.asar.unpacked'])
  expect(statSync(join(resources, 'app.asar')).size).toBeLessThan(13 * 1024 * 1024)
  // Beside the archive lies what can be loaded from nowhere else: two native binaries, and the fonts that one reads.
  const beside = join(resources, 'app.asar.unpacked')
  const packages = join(beside, 'node_modules')
  expect(readdirSync(beside).sort()).toEqual(['dist', 'node_modules'])
  expect(readdirSync(join(beside, 'dist', 'desktop'))).toEqual(['fonts'])
  expect(readdirSync(packages).sort()).toEqual(['@resvg', 'better-sqlite3'])
  expect(readdirSync(join(packages, '@resvg'))).toEqual([`resvg-js-linux-${process.arch}-gnu`])
  expect(readdirSync(join(packages, 'better-sqlite3', 'prebuilds'))).toHaveLength(1)
  expect(readdirSync(join(packages, 'better-sqlite3'))).toEqual(['prebuilds'])
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
  const wire = await getCurrentFuseWire(made.program)
  expect(wire).toMatchObject({
    [FuseV1Options.RunAsNode]: OFF,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: OFF,
    [FuseV1Options.EnableNodeCliInspectArguments]: OFF,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ON,
    [FuseV1Options.OnlyLoadAppFromAsar]: ON,
  })
})

test('the packaged program can neither be run as a Node nor be given one for its engine', async () => {
  using laptop = ordinaryLaptop()
  const witness = laptop.folder.file('ran')
  const script = `require('node:fs').writeFileSync(${JSON.stringify(witness)}, '')`
  const asNode = laptop.start(made.program, ['-e', script, '--version'], {
    ELECTRON_RUN_AS_NODE: '1',
  })
  await Promise.race([exitOf(asNode), new Promise(resolve => setTimeout(resolve, 3_000))])
  asNode.kill('SIGKILL')
  expect(existsSync(witness)).toBe(false)
  const archive = readFileSync(join(made.folder, 'resources', 'app.asar'), 'latin1')
  expect(archive).toContain('WORKBOOK_LIBRARY')
  expect(archive).not.toContain('WORKBOOK_ENGINE_NODE')
})

test('the packaged program works for an ordinary user, in its sandbox: a workbook, a chart, a quiet end', async () => {
  using laptop = ordinaryLaptop()
  const program = laptop.start(made.program, ['--remote-debugging-port=0'])
  const ended = exitOf(program)
  const page = await pageOf(program)
  expect(page.url()).toMatch(/^app:\/\/workbook\//)
  await exploreExample(page)
  await page.getByRole('link', { name: 'Results', exact: true }).click()
  await page.getByRole('button', { name: 'Copy or save' }).click()
  await page.getByRole('menuitem', { name: 'Copy as an image (PNG)' }).click()
  await expect(page.getByText('Copied as an image.')).toBeVisible()
  expect(processesWith(made.folder, '/resvgjs.')).toHaveLength(1)
  program.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(readdirSync(laptop.libraryFolder).filter(file => /-(wal|shm)$/.test(file))).toEqual([])
})

/** The processes that have a file of a folder in their memory whose path has this in it. */
function processesWith(folder: string, part: string): readonly string[] {
  const mapped = (process: string): string => {
    try {
      return readFileSync(`/proc/${process}/maps`, 'utf8')
    } catch {
      return ''
    }
  }
  const has = (line: string) => line.includes(`${folder}/`) && line.includes(part)
  return readdirSync('/proc').filter(
    name => /^\d+$/.test(name) && mapped(name).split('\n').some(has),
  )
}

/** The width that a PNG says of itself, in pixels. */
function widthOfPng(png: Buffer): number {
  expect(png.toString('latin1', 1, 4)).toBe('PNG')
  return png.readUInt32BE(16)
}
