import { chmodSync, statSync } from 'node:fs'

/** The modes of what only its owner may read and write. Windows has no such modes; there a person's folders are theirs. */
export const ONLY_OWNER = { file: 0o600, folder: 0o700 } as const
const OTHERS = 0o077

/** The modes that this laptop leaves out by itself, which are for what is not ours. */
let usual = OTHERS

/** Has all that this process makes from now on readable by its owner alone, also by the processes that it starts. */
export function makePrivately(): void {
  const before = process.umask(OTHERS)
  if (before !== OTHERS) usual = before
}

/** Does work that makes things which are not ours, such as starting a browser, under the laptop's usual modes. */
export function withUsualModes<Result>(work: () => Result): Result {
  const ours = process.umask(usual)
  try {
    return work()
  } finally {
    process.umask(ours)
  }
}

/** Closes a file or folder to others, where it is open to any. Throws the system's error where it is not there. */
export function closeToOthers(path: string, mode: number): void {
  if (process.platform === 'win32' || (statSync(path).mode & OTHERS) === 0) return
  try {
    chmodSync(path, mode)
  } catch {
    // A file system without modes, as on a stick: there the folder is what keeps others out.
  }
}
