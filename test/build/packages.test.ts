import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildIfStale } from '../../build/build.ts'
import { writeIcons } from '../../build/icons/icons.ts'
import { projectPath } from '../../build/project.ts'
import { PACKAGE_ENDING } from '../../shared/host.ts'
import { counts } from '../helpers/counts.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { packageFor, withoutFuses } from './package-for.ts'

/** The first bytes of a native binary of each system. */
const STARTS = { win32: 'MZ', linux: '\x7fELF', darwin: '\xcf\xfa\xed\xfe' } as const

/** The files below a folder, by their places in it; none where it is not there. */
const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    : []

/** The machine that a Windows binary is for: x64 or arm64. */
function machineOf(binary: Buffer): number {
  return binary.readUInt16LE(binary.readUInt32LE(0x3c) + 4)
}

/** The digest by which Electron knows an archive: that of its list of files, which holds those of the files. */
function digestOf(archive: Buffer): string {
  const list = archive.subarray(16, 16 + archive.readUInt32LE(12))
  return createHash('sha256').update(list).digest('hex')
}

beforeAll(async () => {
  await buildIfStale(['renderer', 'desktop'])
  writeIcons(projectPath('dist/icons'))
}, 240_000)

const SYSTEMS = [
  ['win32', 'x64'],
  ['win32', 'arm64'],
  ['linux', 'x64'],
] as const

describe.each(SYSTEMS.slice(0, counts.packedSystems))(
  'a package for %s on %s',
  (platform, arch) => {
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
      // Pictures are drawn by a binary where the system that packages has the one for the target.
      const drawers = filesIn(join(unpacked, 'node_modules', '@resvg'))
      const isOwn = (name: string) => name.startsWith(`resvg-js-${platform}-${arch}`)
      expect(drawers.filter(name => !isOwn(name))).toEqual([])
      if (platform === process.platform && arch === process.arch) expect(drawers).toHaveLength(1)
      // What is run lies in the archive, whose digest is held; beside it lie binaries and the fonts that they read.
      expect(existsSync(join(packed, 'resources', 'app.asar'))).toBe(true)
      expect(readdirSync(unpacked)).toEqual(['dist', 'node_modules'])
      const fonts = filesIn(join(unpacked, 'dist'))
      expect(fonts.filter(name => !/^desktop[\\/]fonts[\\/][\w-]+\.ttf$/.test(name))).toEqual([])
      // What it is made of lies beside the program.
      const beside = ['bill-of-materials.cdx.json', 'licences.txt']
      expect(readdirSync(packed)).toEqual(expect.arrayContaining(beside))
    })
  },
)

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
    const { version } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8'))
    expect(program).toContain(version)
    const told = /"alg":"SHA256","value":"([0-9a-f]{64})"/i.exec(plain)?.[1]
    expect(told).toBe(digestOf(readFileSync(join(packed, 'resources', 'app.asar'))))
  })
})

it('leaves no system out that the database has a binary for, in the configuration', () => {
  const config = withoutFuses()
  for (const platform of ['win32', 'darwin', 'linux']) {
    expect(config).toContain(`filter: ['${platform}-\${arch}.node']`)
  }
  expect(config).not.toMatch(/prebuilds\/\$\{platform\}/)
})

it('has each system open packages with the program, by their ending', () => {
  expect(withoutFuses()).toContain(`fileAssociations:\n  - ext: ${PACKAGE_ENDING.slice(1)}\n`)
})
