import { closeSync, fsyncSync, openSync } from 'node:fs'

/** A rename is only safe from a power cut once its folder is on disk; Windows has no such call. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
