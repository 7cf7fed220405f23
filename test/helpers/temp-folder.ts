import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tidyAway } from '../../engine/disk/move-and-remove.ts'

/** A folder of its own for one test, removed when the `using` that holds it ends. */
export interface TempFolder extends Disposable {
  readonly path: string
  /** The path of something in it. */
  readonly file: (name: string) => string
}

/** Makes an empty folder, among the system's temporary ones unless another place is named. */
export function tempFolder(place = tmpdir()): TempFolder {
  const path = mkdtempSync(join(place, 'workbook-test-'))
  return {
    path,
    file: name => join(path, name),
    // Windows keeps a folder while a program that was killed, or one that works in it, still has it.
    [Symbol.dispose]: () => void tidyAway(path),
  }
}
