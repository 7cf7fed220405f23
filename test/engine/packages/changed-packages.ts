import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PermittedFile } from '../../../engine/files/permits.ts'
import {
  type PackageChoices,
  packageContents,
} from '../../../engine/packages/write/package-contents.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { ownFolder } from '../../helpers/sample-workbook.ts'
import { makeZip, type ZipPart } from '../files/make-zip.ts'
import { laptop, packageOf, ratedBySomeone } from './laptops.ts'

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

/** A package taken apart, to be changed and put together again as another program might. */
export interface Unpacked {
  readonly manifest: Record<string, unknown>
  readonly framework: readonly string[]
  readonly records: readonly string[]
  readonly readMe: string
}

/** Unpacks a package of a workbook. */
export function unpack(workbook: Workbook, choice: PackageChoices = {}): Unpacked {
  const parts = new Map(
    packageContents(workbook, workbook.store, choice).map(({ name, chunks }) => [
      name,
      Buffer.concat([...chunks]).toString(),
    ]),
  )
  const linesOf = (name: string): readonly string[] =>
    (parts.get(name) ?? '').split('\n').slice(0, -1)
  return {
    manifest: JSON.parse(parts.get('manifest.json') ?? ''),
    framework: linesOf('framework.jsonl'),
    records: linesOf('records.jsonl'),
    readMe: parts.get('README.txt') ?? '',
  }
}

const asPart = (lines: readonly string[]): string => lines.map(line => `${line}\n`).join('')

const kindOf = (line: string): string => {
  try {
    return String(JSON.parse(line).kind)
  } catch {
    return ''
  }
}

/** The parts of a package with hashes and counts that are true of them, whatever they say. */
export function repack(unpacked: Unpacked): readonly ZipPart[] {
  const contents = {
    'framework.jsonl': asPart(unpacked.framework),
    'records.jsonl': asPart(unpacked.records),
    'README.txt': unpacked.readMe,
  }
  const counts: Record<string, number> = {}
  for (const kind of [...unpacked.framework, ...unpacked.records].map(kindOf)) {
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  const parts = Object.fromEntries(
    Object.entries(contents).map(([name, content]) => [
      name,
      {
        sha256: createHash('sha256').update(content).digest('hex'),
        bytes: Buffer.byteLength(content),
      },
    ]),
  )
  const manifest = JSON.stringify({ ...unpacked.manifest, counts, parts })
  return [
    ...Object.entries(contents).map(([name, content]) => ({ name, content })),
    { name: 'manifest.json', content: manifest },
  ]
}

/** A package file put together by hand. */
export function zipOf(unpacked: Unpacked): Buffer {
  return makeZip(repack(unpacked))
}
