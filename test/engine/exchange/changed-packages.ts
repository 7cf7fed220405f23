import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PermittedFile } from '../../../engine/files/permits.ts'
import { ownFolder } from '../../helpers/sample-workbook.ts'
import { laptop, packageOf, ratedBySomeone } from './laptops.ts'
import { type Unpacked, unpack, zipOf } from './unpacked.ts'

/** Writes packages, one file each. */
export function filesOf(contents: readonly Buffer[]): readonly PermittedFile[] {
  const folder = ownFolder()
  return contents.map((content, index) => {
    const name = `${index}.workbook`
    writeFileSync(join(folder, name), content)
    return { path: join(folder, name), name }
  })
}

/** A whole package of a laptop on which somebody rated. */
export async function samplePackage(): Promise<Buffer> {
  const other = laptop()
  ratedBySomeone(other)
  return readFileSync((await packageOf(other)).path)
}

/** The package of such a laptop, changed by `change`. */
export function changed(change: (content: Unpacked) => Partial<Unpacked>): Buffer {
  const other = laptop()
  ratedBySomeone(other)
  const content = unpack(other)
  return zipOf({ ...content, ...change(content) })
}
