import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { buildIfStale } from './build.ts'
import { writeIcons } from './icons/icons.ts'
import { projectPath } from './project.ts'
import { madeIn, reportOf } from './report-files.ts'

/** The first version of Electron with the fuse that restricts `file://` pages. */
const FILE_PRIVILEGES_FUSE_SINCE = 28

/**
 * Packages the desktop program for this platform, or with electron-builder's own options, as in
 * `npm run package -- --dir`. WORKBOOK_ELECTRON_DIST names the folder of an unpacked Electron to package
 * with instead of the one that electron-builder fetches.
 */
async function packageDesktop(options: readonly string[]): Promise<number> {
  await buildIfStale(['renderer', 'desktop'])
  writeIcons(projectPath('dist/icons'))
  const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js')
  const { status } = spawnSync(
    process.execPath,
    [
      builder,
      ...['--config', projectPath('build/electron-builder.yml')],
      ...['--publish', 'never'],
      ...electronOptions(process.env.WORKBOOK_ELECTRON_DIST),
      ...options,
    ],
    { cwd: projectPath(''), stdio: 'inherit' },
  )
  const output = resolve(projectPath(''), outputOf(options))
  if (status === 0 && existsSync(output)) console.log(reportOf(madeIn(output)))
  return status ?? 1
}

/** The folder that packages go to: `release`, or what the packager's own options say. */
const outputOf = (options: readonly string[]): string =>
  /^-c\.directories\.output=(.+)$/m.exec(options.join('\n'))?.[1] ?? 'release'

/**
 * Options of the packager for an Electron that is at hand. An old one lacks a fuse, and a fuse that a
 * binary lacks cannot be set.
 */
function electronOptions(electronDist: string | undefined): readonly string[] {
  const fileFuse = '-c.electronFuses.grantFileProtocolExtraPrivileges=false'
  if (!electronDist) return [fileFuse]
  const version = electronVersion(electronDist)
  const hasFileFuse = Number.parseInt(version, 10) >= FILE_PRIVILEGES_FUSE_SINCE
  return [
    `-c.electronDist=${electronDist}`,
    `-c.electronVersion=${version}`,
    ...(hasFileFuse ? [fileFuse] : []),
  ]
}

// An unpacked Electron does not carry its version in a file everywhere, but it always knows it.
function electronVersion(electronDist: string): string {
  const program = join(electronDist, process.platform === 'win32' ? 'electron.exe' : 'electron')
  const version = execFileSync(program, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  })
  return version.trim()
}

process.exitCode = await packageDesktop(process.argv.slice(2))
