import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { projectPath } from '../../build/project.ts'
import { STAND_IN_VERSION, writeStandIn } from './stand-in.ts'

const CONFIG = projectPath('build/electron-builder.yml')

/** The project's own configuration without fuses, which are switches in a real Electron and not in a stand-in. */
export const withoutFuses = (): string =>
  readFileSync(CONFIG, 'utf8').replace(/^electronFuses:\n(?: {2}.*\n)+/m, '')

/** Packages the program for a system, on whatever system this is, and gives the folder of what is in the package. */
export function packageFor(
  platform: 'win32' | 'linux',
  arch: 'x64' | 'arm64',
  folder: string,
): string {
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
