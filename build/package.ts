import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildIfStale } from './build.ts'
import { writeIcons } from './icons/write-icons.ts'
import { projectPath } from './project.ts'

const CONFIG = projectPath('build/electron-builder.yml')

/** The first Electron with the fuse for what `file://` pages may do. */
const FILE_PRIVILEGES_FUSE_SINCE = 28

/**
 * Packages the desktop program for this platform, or with electron-builder's own options, as in
 * `npm run package -- --dir`. WORKBOOK_ELECTRON_DIST names the folder of an unpacked Electron to package
 * with instead of the one that electron-builder fetches.
 */
async function packageDesktop(options: readonly string[]): Promise<number> {
  await buildIfStale(['renderer', 'desktop'])
  writeIcons(projectPath('dist/icons'))
  const electron = process.env.WORKBOOK_ELECTRON_DIST
  const config = electron ? configWith(electron) : CONFIG
  const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js')
  const { status } = spawnSync(
    process.execPath,
    [builder, '--config', config, '--publish', 'never', ...options],
    { cwd: projectPath(''), stdio: 'inherit' },
  )
  return status ?? 1
}

/** Writes a configuration that packages with the Electron of this folder, and returns its path. */
function configWith(electronDist: string): string {
  const electronVersion = versionOf(electronDist)
  const hasFileFuse = Number.parseInt(electronVersion, 10) >= FILE_PRIVILEGES_FUSE_SINCE
  const path = projectPath('dist/electron-builder.json')
  const config = {
    extends: CONFIG,
    electronDist,
    electronVersion,
    // A fuse that this Electron does not have yet cannot be set, not even to what it amounts to.
    ...(hasFileFuse ? {} : { electronFuses: { grantFileProtocolExtraPrivileges: null } }),
  }
  writeFileSync(path, JSON.stringify(config, null, 2))
  return path
}

// An unpacked Electron does not carry its version in a file everywhere, but it always knows it.
function versionOf(electronDist: string): string {
  const program = join(electronDist, process.platform === 'win32' ? 'electron.exe' : 'electron')
  const version = execFileSync(program, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  })
  return version.trim()
}

process.exitCode = await packageDesktop(process.argv.slice(2))
