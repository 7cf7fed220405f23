import { closeSync, fsyncSync, openSync } from 'node:fs'
import { isHeldOpen, patiently } from './patience.ts'

/** Has the bytes of a file on disk when it returns. Throws the system's error. */
export function flushFile(file: string): void {
  const descriptor = patiently(() => openSync(file, 'r+'), isHeldOpen)
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

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
