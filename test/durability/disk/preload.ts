import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const SOURCE = fileURLToPath(new URL('disk.c', import.meta.url))

/** True where a process can be stood before its disk: on Linux, with a C compiler. */
export const canStandBeforeDisk =
  process.platform === 'linux' && spawnSync('cc', ['--version']).status === 0

/** Builds what stands before the disk; gives the variables that put it before a process for the files of a folder. */
export function beforeDisk(
  built: string,
  { folder, log }: { readonly folder: string; readonly log?: string },
): NodeJS.ProcessEnv {
  execFileSync('cc', ['-O2', '-shared', '-fPIC', '-o', built, SOURCE, '-ldl', '-lpthread'])
  return { LD_PRELOAD: built, DISK_FOLDER: folder, ...(log === undefined ? {} : { DISK_LOG: log }) }
}
