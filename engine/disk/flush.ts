import { closeSync, fsyncSync, openSync } from 'node:fs'
import { open } from 'node:fs/promises'
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

/** The same without holding up the process, for a stick or a share. */
export async function flushFolderLater(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const file = await open(folder, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
