import { expect, it } from 'vitest'
import { type RunOfSystem, readEncryption } from '../../../engine/disk/encryption.ts'

/** Answers as a system's programs do, by the last part of their path. */
const saying =
  (said: Readonly<Record<string, string>>): RunOfSystem =>
  async program =>
    said[program.split(/[\\/]/).at(-1) ?? '']

const WINDOWS = 'C:\\Users\\me\\Library'

it.each([
  ['win32', WINDOWS, { 'powershell.exe': '1\r\n' }, 'on'],
  ['win32', WINDOWS, { 'powershell.exe': '2\r\n' }, 'off'],
  ['win32', WINDOWS, { 'powershell.exe': '3\r\n' }, 'unknown'],
  ['win32', WINDOWS, {}, 'unknown'],
  ['win32', '\\\\server\\share', { 'powershell.exe': '1\r\n' }, 'unknown'],
  ['darwin', '/Users/me', { fdesetup: 'FileVault is On.\n' }, 'on'],
  ['darwin', '/Users/me', { fdesetup: 'FileVault is Off.\n' }, 'off'],
  ['darwin', '/Volumes/Stick', { fdesetup: 'FileVault is On.\n' }, 'unknown'],
  [
    'darwin',
    '/Users/me',
    { fdesetup: 'FileVault is Off.\nEncryption in progress: Percent completed = 5\n' },
    'off',
  ],
  ['darwin', '/Users/me', {}, 'unknown'],
  ['linux', '/home/me', { findmnt: '/dev/mapper/home\n', lsblk: 'crypt\npart\ndisk\n' }, 'on'],
  ['linux', '/home/me', { findmnt: '/dev/dm-0[/@home]\n', lsblk: 'lvm\ncrypt\ndisk\n' }, 'on'],
  ['linux', '/home/me', { findmnt: '/dev/sda2\n', lsblk: 'part\ndisk\n' }, 'off'],
  ['linux', '/home/me', { findmnt: 'rpool/home\n', lsblk: 'disk\n' }, 'unknown'],
  ['linux', '/home/me', { findmnt: '/dev/sda2\n' }, 'unknown'],
  ['linux', '/home/me', {}, 'unknown'],
] as const)(
  'tells on %s of %s, where it says %o, that encryption is %s',
  async (platform, folder, said, state) => {
    expect(await readEncryption(folder, platform, saying(said))).toMatchObject({ state })
  },
)

it('is asked of this machine without holding anything up, whatever it can say', async () => {
  expect(['on', 'off', 'unknown']).toContain((await readEncryption(process.cwd())).state)
})
