import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of its own for one test, removed when the `using` that holds it ends. */
export interface TempFolder extends Disposable {
  readonly path: string
  /** The path of something in it. */
  readonly file: (name: string) => string
}

/** Makes an empty folder. */
export function tempFolder(): TempFolder {
  const path = mkdtempSync(join(tmpdir(), 'workbook-test-'))
  return {
    path,
    file: name => join(path, name),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  }
}
