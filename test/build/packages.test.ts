import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildIfStale } from '../../build/build.ts'
import { writeIcons } from '../../build/icons/icons.ts'
import { projectPath } from '../../build/project.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { STAND_IN_VERSION, writeStandIn } from './stand-in.ts'

const CONFIG = projectPath('build/electron-builder.yml')

/** The project's own configuration without fuses, which are switches in a real Electron and not in a stand-in. */
const withoutFuses = (): string =>
  readFileSync(CONFIG, 'utf8').replace(/^electronFuses:\n(?: {2}.*\n)+/m, '')

/** Packages the program for a system, on whatever system this is, and gives the folder of what is in the package. */
function packageFor(platform: 'win32' | 'linux', arch: 'x64' | 'arm64', folder: string): string {
  const [standIn, config, output] = ['electron', 'config.yml', 'release'].map(name =>
    join(folder, name),
  )
  if (!standIn || !config || !output) throw new Error('There are three paths.')
  writeStandIn(standIn, platform)
  writeFileSync(config, withoutFuses())
  const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      builder,
      ...['--config', config, '--publish', 'never', '--dir', `--${arch}`],
      ...[platform === 'win32' ? '--win' : '--linux'],
      `-c.electronDist=${standIn}`,
      `-c.electronVersion=${STAND_IN_VERSION}`,
      `-c.directories.output=${output}`,
    ],
    { cwd: projectPath(''), encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`The packager ended with ${status}: ${stdout} ${stderr}`)
  const [unpacked = ''] = readdirSync(output).filter(name => name.includes('-unpacked'))
  return join(output, unpacked)
}

/** What begins a native binary of each system. */
const STARTS = { win32: 'MZ', linux: '\x7fELF', darwin: '\xcf\xfa\xed\xfe' } as const

/** The machine that a Windows binary is for: x64 or arm64. */
function machineOf(binary: Buffer): number {
  return binary.readUInt16LE(binary.readUInt32LE(0x3c) + 4)
}

beforeAll(async () => {
  await buildIfStale(['renderer', 'desktop'])
  writeIcons(projectPath('dist/icons'))
}, 240_000)

describe.each([
  ['win32', 'x64'],
  ['win32', 'arm64'],
  ['linux', 'x64'],
] as const)('a package for %s on %s', (platform, arch) => {
  it('holds its own binary of the database and nothing of other systems', {
    timeout: 240_000,
  }, () => {
    using folder = tempFolder()
    const packed = packageFor(platform, arch, folder.path)
    const unpacked = join(packed, 'resources', 'app.asar.unpacked')
    const binaries = join(unpacked, 'node_modules/better-sqlite3/prebuilds')
    expect(readdirSync(binaries)).toEqual([`${platform}-${arch}.node`])
    const binary = readFileSync(join(binaries, `${platform}-${arch}.node`))
    expect(binary.toString('latin1', 0, STARTS[platform].length)).toBe(STARTS[platform])
    if (platform === 'win32') expect(machineOf(binary)).toBe(arch === 'x64' ? 0x8664 : 0xaa64)
    expect(existsSync(join(packed, 'resources', 'app.asar'))).toBe(true)
    expect(existsSync(join(unpacked, 'dist/desktop/engine.cjs'))).toBe(true)
  })
})

describe('the Windows program in its package', () => {
  it('carries its version, its maker, an icon and the digest of its archive', {
    timeout: 240_000,
  }, () => {
    using folder = tempFolder()
    const packed = packageFor('win32', 'x64', folder.path)
    const program = readFileSync(join(packed, 'Framework Workbook.exe')).toString('utf16le')
    const plain = readFileSync(join(packed, 'Framework Workbook.exe')).toString('latin1')
    expect(program).toContain('Framework Workbook contributors')
    expect(program).toContain('ProductVersion')
    // The archive's integrity is a resource of this name (Electron 30 and newer), and the icon one of PNG pictures.
    expect(program).toContain('ELECTRONASAR')
    expect(plain).toContain('resources\\\\app.asar')
    expect(plain).toContain('\x89PNG')
  })
})

it('leaves no system out that the database has a binary for, in the configuration', () => {
  const config = withoutFuses()
  for (const platform of ['win32', 'darwin', 'linux']) {
    expect(config).toContain(`filter: ['${platform}-\${arch}.node']`)
  }
  expect(config).not.toMatch(/prebuilds\/\$\{platform\}/)
})
