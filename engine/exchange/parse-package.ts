import { open, stat } from 'node:fs/promises'
import { checkSeal, withZipEntries, type ZipEntry } from '../files/package-zip.ts'
import { FORMAT_STEPS, type FormatStep } from './format-steps.ts'
import { MANIFEST, type Manifest, PARTS } from './manifest.ts'
import { parseManifest } from './parse-manifest.ts'
import { partReader } from './parse-part.ts'
import { BrokenPart, readLines } from './read-lines.ts'
import type { PackageLimits, PackageRefusal, Tell } from './reading.ts'
import { Refused } from './refuse-package.ts'

/** Where a package is and which one it is of all that are read. */
export interface PackageFile {
  readonly path: string
  readonly file: number
}

/**
 * Reads one package from its first byte to its last and tells what is in it; `whole` comes last, or
 * `refused`. Nothing is written anywhere. Runs in a process that is thrown away.
 */
export async function parsePackage(
  { path, file }: PackageFile,
  limits: PackageLimits,
  tell: Tell,
  steps: readonly FormatStep[] = FORMAT_STEPS,
): Promise<void> {
  try {
    const { size } = await stat(path).catch(() => {
      throw new Refused('no-such-file', 'it is not there or may not be read')
    })
    if (size > limits.fileBytes) throw new Refused('too-large', `it has ${size} bytes`)
    const { sha256, seal } = await checkSeal(path)
    if (seal === 'broken') {
      const zip = await looksLikeZip(path)
      if (zip) throw new Refused('damaged', 'its bytes are not those that were written')
      throw new Refused('not-a-package', 'it is no zip file')
    }
    await withZipEntries(path, PARTS.length + 1, async listed => {
      const entries = entriesOf(listed, size, limits)
      await parseEntries(entries, { file, sha256, bytes: size, limits, steps, tell })
    })
  } catch (error) {
    await tell({ kind: 'refused', file, refusal: refusalOf(error) })
  }
}

function refusalOf(error: unknown): PackageRefusal {
  if (error instanceof Refused) return error.refusal
  if (error instanceof BrokenPart) return { code: 'damaged', detail: error.message }
  // What the zip library says of a file that is none or has been cut short.
  return { code: 'damaged', detail: 'it is no whole zip file' }
}

async function looksLikeZip(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const start = Buffer.alloc(4)
    await file.read(start, 0, 4, 0)
    return start.toString('latin1') === 'PK\x03\x04'
  } finally {
    await file.close()
  }
}

type Entries = ReadonlyMap<string, ZipEntry>

/** The entries by name, if they are exactly those of a package and no larger than they may be. */
function entriesOf(
  listed: readonly ZipEntry[] | string,
  size: number,
  limits: PackageLimits,
): Entries {
  if (listed === 'encrypted') throw new Refused('damaged', 'its zip is locked with a password')
  if (typeof listed === 'string') throw new Refused('not-a-package', 'it is a zip of other files')
  const entries = new Map(listed.map(entry => [entry.name, entry]))
  const names = [MANIFEST, ...PARTS]
  if (listed.length !== names.length || names.some(name => !entries.has(name))) {
    throw new Refused('not-a-package', 'it is a zip of other files')
  }
  const unpacked = listed.reduce((total, { bytes }) => total + bytes, 0)
  const isBomb = unpacked > 10_000_000 && unpacked > size * limits.ratio
  if (unpacked > limits.unpackedBytes || isBomb) {
    throw new Refused('too-large', `it would unpack to ${unpacked} bytes`)
  }
  return entries
}

interface Work {
  readonly file: number
  readonly sha256: string
  readonly bytes: number
  readonly limits: PackageLimits
  readonly steps: readonly FormatStep[]
  readonly tell: Tell
}

async function parseEntries(entries: Entries, work: Work): Promise<void> {
  const { file, sha256, bytes, limits, tell } = work
  const known = parseManifest(await readManifest(entries, limits), work.steps)
  if ('refusal' in known) {
    await tell({ kind: 'refused', file, refusal: known.refusal })
    return
  }
  const { manifest, steps } = known
  await tell({ kind: 'package', file, manifest, sha256, bytes })
  const reader = partReader({ file, manifest, steps, limits, tell })
  for (const part of PARTS) {
    const promise = { ...promiseOf(manifest, part), lineLength: limits.lineLength }
    const chunks = await entryOf(entries, part).chunks()
    const use = part === 'README.txt' ? () => undefined : reader.linesOf(part)
    try {
      await readLines(chunks, promise, use)
    } catch (error) {
      if (error instanceof BrokenPart) throw new Refused('damaged', `${part}: ${error.message}`)
      throw error
    }
  }
  await tell({ kind: 'whole', file, contents: [...(await reader.finish())] })
}

function promiseOf(manifest: Manifest, part: (typeof PARTS)[number]) {
  const promise = manifest.parts[part]
  if (!promise) throw new Refused('damaged', `its manifest says nothing of ${part}`)
  return promise
}

function entryOf(entries: Entries, name: string): ZipEntry {
  const entry = entries.get(name)
  if (!entry) throw new Refused('not-a-package', `it has no ${name}`)
  return entry
}

async function readManifest(entries: Entries, { manifestBytes }: PackageLimits): Promise<string> {
  const entry = entryOf(entries, MANIFEST)
  if (entry.bytes > manifestBytes) throw new Refused('too-large', 'its manifest is too long')
  const chunks: Buffer[] = []
  for await (const chunk of await entry.chunks()) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
