import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The parts of pe-library and resedit that are used here; both come with electron-builder. */
interface PeLibrary {
  readonly NtExecutable: {
    readonly createEmpty: (is32Bit: boolean, isDLL: boolean) => Executable
  }
  readonly NtExecutableResource: { readonly from: (exe: Executable) => Resources }
}
interface Executable {
  readonly generate: () => ArrayBuffer
}
interface Resources {
  readonly entries: readonly unknown[]
  readonly outputResource: (exe: Executable) => void
}
interface Resedit {
  readonly Resource: {
    readonly VersionInfo: {
      readonly createEmpty: () => {
        lang: number
        readonly setStringValues: (language: object, values: object) => void
        readonly outputToResourceEntries: (entries: unknown) => void
      }
    }
  }
}

/** The version of Electron that the stand-in claims to be. */
export const STAND_IN_VERSION = '45.4.1'

/**
 * Makes the least that electron-builder takes for an unpacked Electron of another system, which nobody starts:
 * what is looked at is what is packed around it.
 */
export function writeStandIn(folder: string, platform: 'win32' | 'linux'): void {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'))
  writeFileSync(join(folder, 'locales', 'en-GB.pak'), '')
  writeFileSync(join(folder, 'version'), STAND_IN_VERSION)
  writeFileSync(join(folder, 'LICENSE'), 'A licence')
  if (platform === 'linux') writeFileSync(join(folder, 'electron'), 'A program', { mode: 0o755 })
  else writeFileSync(join(folder, 'electron.exe'), emptyProgram())
}

const ENGLISH = { lang: 1033, codepage: 1200 }

function emptyProgram(): Buffer {
  const load = createRequire(import.meta.url)
  const builder = createRequire(load.resolve('electron-builder/package.json'))
  const packager = createRequire(builder.resolve('app-builder-lib'))
  const { NtExecutable, NtExecutableResource }: PeLibrary = packager('pe-library')
  const { Resource }: Resedit = packager('resedit')
  const program = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(program)
  const version = Resource.VersionInfo.createEmpty()
  version.lang = ENGLISH.lang
  version.setStringValues(ENGLISH, { ProductName: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  return Buffer.from(program.generate())
}
