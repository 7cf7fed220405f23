import { execFile } from 'node:child_process'
import { join } from 'node:path'
import type { DiskEncryption } from '../../shared/model/workbook.ts'

/** The time in milliseconds that a program of the system may take to answer. */
const PATIENCE_MS = 5_000

/** Runs a program of the system, and gives what it prints; undefined where it is not there, fails or takes too long. */
export type RunOfSystem = (program: string, args: readonly string[]) => Promise<string | undefined>

const runOfSystem: RunOfSystem = (program, args) =>
  new Promise(resolve => {
    const options = { timeout: PATIENCE_MS, windowsHide: true, encoding: 'utf8' } as const
    execFile(program, args, options, (fault, said) => resolve(fault ? undefined : said))
  })

/**
 * Asks the system if the disk that a folder lies on is encrypted: Windows by BitLocker, macOS by FileVault, Linux by LUKS.
 * Anything that it does not say, or says of encryption of another kind, is unknown. Rejects never.
 */
export async function readEncryption(
  folder: string,
  platform: NodeJS.Platform = process.platform,
  run: RunOfSystem = runOfSystem,
): Promise<DiskEncryption> {
  switch (platform) {
    case 'win32':
      return { by: 'BitLocker', state: await askBitLocker(folder, run) }
    case 'darwin':
      return { by: 'FileVault', state: await askFileVault(folder, run) }
    default:
      return { by: 'LUKS', state: await askLuks(folder, run) }
  }
}

type State = DiskEncryption['state']

/** The Explorer's own numbers, which need no right of an administrator as `manage-bde` does: on and locked, off and suspended. */
const BITLOCKER: Readonly<Record<string, State>> = { 1: 'on', 6: 'on', 2: 'off', 5: 'off' }

async function askBitLocker(folder: string, run: RunOfSystem): Promise<State> {
  const drive = /^[a-z]:/i.exec(folder)?.[0]
  if (drive === undefined) return 'unknown'
  const system = process.env.SystemRoot ?? 'C:\\Windows'
  const shell = join(system, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe')
  const ask =
    `(New-Object -ComObject Shell.Application).NameSpace('${drive}').Self` +
    `.ExtendedProperty('System.Volume.BitLockerProtection')`
  const said = await run(shell, ['-NoProfile', '-NonInteractive', '-Command', ask])
  return BITLOCKER[said?.trim() ?? ''] ?? 'unknown'
}

/** FileVault is of the Mac's own disk: a stick or a share, which lies under `/Volumes`, is encrypted or not by itself. */
async function askFileVault(folder: string, run: RunOfSystem): Promise<State> {
  if (folder.startsWith('/Volumes/')) return 'unknown'
  const said = (await run('/usr/bin/fdesetup', ['status'])) ?? ''
  if (/^FileVault is On\b/m.test(said)) return 'on'
  return /^FileVault is Off\b/m.test(said) ? 'off' : 'unknown'
}

async function askLuks(folder: string, run: RunOfSystem): Promise<State> {
  const found = await run('findmnt', ['-n', '-o', 'SOURCE', '--target', folder])
  // Some file systems name a folder within the device, in brackets.
  const device = found?.trim().replace(/\[.*\]$/, '')
  // One without a device of its own may be encrypted below, of which nothing here tells.
  if (!device?.startsWith('/dev/')) return 'unknown'
  const kinds = (await run('lsblk', ['-n', '-s', '-o', 'TYPE', device]))?.split(/\s+/)
  if (!kinds?.some(kind => kind !== '')) return 'unknown'
  return kinds.includes('crypt') ? 'on' : 'off'
}
