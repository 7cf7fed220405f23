import { open, readFile, stat } from 'node:fs/promises'
import { isEncrypted, MOST_ENCRYPTED_BYTES, type Secrets, unlock } from '../files/age.ts'
import {
  checkSeal,
  checkSealOf,
  withZipEntries,
  type ZipEntry,
  type ZipSeal,
} from '../files/package-zip.ts'
import { isSignedBy } from '../keys/installation-key.ts'
import { FORMAT_STEPS, type FormatStep } from './format-steps.ts'
import { MANIFEST, type Manifest, PARTS, SIGNATURE } from './manifest.ts'
import { parseManifest } from './parse-manifest.ts'
import { partReader } from './parse-part.ts'
import { BrokenPart, proveBytes, readLines } from './read-lines.ts'
import type { PackageLimits, PackageRefusal, Tell } from './reading.ts'
import { Refused } from './refuse-package.ts'

/** Where a package is and which one it is of all that are read. */
export interface PackageFile {
  readonly path: string
  readonly file: number
  /** What may open it where it is encrypted. */
  readonly secrets?: Secrets
}

/**
 * Reads one package from its first byte to its last and tells what is in it; `whole` comes last, or
 * `refused`. Nothing is written anywhere. Runs in a process that is thrown away.
 */
export async function parsePackage(
  { path, file, secrets = {} }: PackageFile,
  limits: PackageLimits,
  tell: Tell,
  steps: readonly FormatStep[] = FORMAT_STEPS,
): Promise<void> {
  try {
    const { size } = await stat(path).catch(() => {
      throw new Refused('no-such-file', 'it is not there or may not be read')
    })
    if (size > limits.fileBytes) throw new Refused('too-large', `it has ${size} bytes`)
    const opened = await openPackage(path, secrets)
    const { sha256, seal } = opened
    if (seal === 'broken') {
      const zip = opened.isEncrypted || (await looksLikeZip(path))
      if (zip) throw new Refused('damaged', 'its bytes are not those that were written')
      throw new Refused('not-a-package', 'it is no zip file')
    }
    await withZipEntries(opened.source, PARTS.length + 2, async listed => {
      const entries = entriesOf(listed, size, limits)
      await parseEntries(entries, { file, sha256, bytes: size, limits, steps, tell })
    })
  } catch (error) {
    await tell({ kind: 'refused', file, refusal: refusalOf(error) })
  }
}

/** A package that can be read: the file itself, or what was in it where it was encrypted. */
interface OpenedPackage extends ZipSeal {
  readonly source: string | Buffer
  readonly isEncrypted: boolean
}

/** Opens what is encrypted, in memory only; the hash is always that of the file as it came. */
async function openPackage(path: string, secrets: Secrets): Promise<OpenedPackage> {
  const seal = await checkSeal(path)
  if (!isEncrypted(await startOf(path))) return { ...seal, source: path, isEncrypted: false }
  const { size } = await stat(path)
  if (size > MOST_ENCRYPTED_BYTES) throw new Refused('too-large', `it has ${size} bytes`)
  const unlocking = await unlock(await readFile(path), secrets)
  if (unlocking.kind === 'locked') throw new Refused(unlocking.reason, '')
  const source = Buffer.from(
    unlocking.bytes.buffer,
    unlocking.bytes.byteOffset,
    unlocking.bytes.length,
  )
  return { sha256: seal.sha256, seal: checkSealOf(source).seal, source, isEncrypted: true }
}

function refusalOf(error: unknown): PackageRefusal {
  if (error instanceof Refused) return error.refusal
  if (error instanceof BrokenPart) return { code: 'damaged', detail: error.message }
  // What the zip library says of a file that is none or has been cut short.
  return { code: 'damaged', detail: 'it is no whole zip file' }
}

async function looksLikeZip(path: string): Promise<boolean> {
  return (await startOf(path)).toString('latin1', 0, 4) === 'PK\x03\x04'
}

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const start = Buffer.alloc(64)
    await file.read(start, 0, start.length, 0)
    return start
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
  const signatures = entries.has(SIGNATURE) ? 1 : 0
  if (listed.length !== names.length + signatures || names.some(name => !entries.has(name))) {
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
  const manifestBytes = await readManifest(entries, limits)
  const known = parseManifest(manifestBytes.toString('utf8'), work.steps)
  if ('refusal' in known) {
    await tell({ kind: 'refused', file, refusal: known.refusal })
    return
  }
  const { manifest, steps } = known
  await checkSignature(entries, manifest, manifestBytes)
  await tell({ kind: 'package', file, manifest, sha256, bytes })
  const reader = partReader({ file, manifest, steps, limits, tell })
  for (const part of PARTS) {
    const promise = { ...promiseOf(manifest, part), lineLength: limits.lineLength }
    const chunks = await entryOf(entries, part).chunks()
    try {
      if (part === 'README.txt') await proveBytes(chunks, promise)
      else await readLines(chunks, promise, reader.linesOf(part))
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

async function readManifest(entries: Entries, { manifestBytes }: PackageLimits): Promise<Buffer> {
  const entry = entryOf(entries, MANIFEST)
  if (entry.bytes > manifestBytes) throw new Refused('too-large', 'its manifest is too long')
  const chunks: Buffer[] = []
  for await (const chunk of await entry.chunks()) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** A signature of Ed25519 in base64url. */
const SIGNATURE_BYTES = 86

/** What says that it is signed must be: or a thief could take the signature off and change the rest. */
async function checkSignature(
  entries: Entries,
  { signer }: Manifest,
  manifestBytes: Buffer,
): Promise<void> {
  const entry = entries.get(SIGNATURE)
  if (!signer && !entry) return
  if (!signer || entry?.bytes !== SIGNATURE_BYTES) throw new Refused('bad-signature', '')
  const chunks: Buffer[] = []
  for await (const chunk of await entry.chunks()) chunks.push(chunk)
  const signature = Buffer.concat(chunks).toString('latin1')
  if (!isSignedBy(signer.publicKey, manifestBytes, signature)) {
    throw new Refused('bad-signature', '')
  }
}
