import { open, readFile, stat } from 'node:fs/promises'
import { isDevice } from '../../disk/devices.ts'
import { type DiskFault, diskFaultOf } from '../../disk/disk-faults.ts'
import { isHeldOpen, patientlyLater } from '../../disk/patience.ts'
import { isEncrypted, MOST_ENCRYPTED_BYTES, type Secrets, unlock } from '../../files/encryption.ts'
import {
  checkSeal,
  checkSealOf,
  withZipEntries,
  type ZipEntry,
  type ZipSeal,
} from '../../files/sealed-zip.ts'
import { isSignedBy } from '../../keys/installation-key.ts'
import { type KnownLines, knownLines } from '../fast/known-lines.ts'
import {
  FORMAT_STEPS,
  type FormatStep,
  MANIFEST,
  type Manifest,
  newerRefusal,
  PARTS,
  parseManifest,
  SIGNATURE,
} from '../format/manifest.ts'
import { type PackageRefusal, Refused } from '../format/refusal.ts'
import { type PackageLimits, type PackagesRequest, READ_AHEAD, type Tell } from './messages.ts'
import { partReader } from './parse-part.ts'
import { BrokenPart, proveBytes, readLines } from './read-lines.ts'

/** A package to read, and its place in the list of all. */
export interface PackageFile {
  readonly path: string
  readonly file: number
  /** Passphrase and keys, in case it is encrypted. */
  readonly secrets?: Secrets
  /** The lines that were read of the packages before. */
  readonly known?: KnownLines
}

/**
 * Reads one package from its first byte to its last and reports what is in it; `whole` or `refused` comes last.
 * Nothing is written anywhere. Runs in a process that is thrown away.
 */
export async function parsePackage(
  { path, file, secrets = {}, known = knownLines() }: PackageFile,
  limits: PackageLimits,
  tell: Tell,
  steps: readonly FormatStep[] = FORMAT_STEPS,
): Promise<void> {
  try {
    if (isDevice(path)) throw new Refused('no-such-file', '')
    const found = await stat(path)
    if (!found.isFile()) throw new Refused('not-a-package', 'it is a folder')
    const { size } = found
    if (size > limits.fileBytes) throw new Refused('too-large', `it has ${size} bytes`)
    const opened = await openPackage(path, { size, secrets, limits })
    const { sha256, seal } = opened
    if (seal === 'broken') {
      const zip = opened.isEncrypted || (await isLikeZip(path))
      if (zip) throw new Refused('damaged', 'its bytes are not those that were written')
      throw new Refused('not-a-package', 'it is no zip file')
    }
    await withZipEntries(opened.source, MOST_PARTS, async listed => {
      const entries = await requireEntries(listed, size, limits)
      await parseEntries(entries, { file, sha256, bytes: size, limits, steps, tell, known })
    })
  } catch (error) {
    await tell({ kind: 'refused', file, refusal: toRefusal(error) })
  }
}

/** A package as a zip: the file itself, or its decrypted content. */
interface OpenedPackage extends ZipSeal {
  readonly source: string | Buffer
  readonly isEncrypted: boolean
}

interface OpenOptions {
  readonly size: number
  readonly secrets: Secrets
  readonly limits: PackageLimits
}

/** Opens a package, decrypting it in memory only; the hash is always that of the file itself. */
async function openPackage(
  path: string,
  { size, secrets, limits }: OpenOptions,
): Promise<OpenedPackage> {
  if (size > limits.atOnceBytes && !isEncrypted(await readStart(path))) {
    return { ...(await checkSeal(path)), source: path, isEncrypted: false }
  }
  if (size > MOST_ENCRYPTED_BYTES) throw new Refused('too-large', `it has ${size} bytes`)
  const bytes = await patientlyLater(() => readFile(path), isHeldOpen)
  const seal = checkSealOf(bytes)
  if (!isEncrypted(bytes)) return { ...seal, source: bytes, isEncrypted: false }
  const unlocking = await unlock(bytes, secrets)
  if (unlocking.kind === 'locked') throw new Refused(unlocking.reason, '')
  const source = Buffer.from(
    unlocking.bytes.buffer,
    unlocking.bytes.byteOffset,
    unlocking.bytes.length,
  )
  return { sha256: seal.sha256, seal: checkSealOf(source).seal, source, isEncrypted: true }
}

function toRefusal(error: unknown): PackageRefusal {
  if (error instanceof Refused) return error.refusal
  if (error instanceof BrokenPart) return { code: 'damaged', detail: error.message }
  const fault = diskFaultOf(error)
  if (fault !== undefined) return { code: REFUSAL_OF_DISK[fault], detail: '' }
  // The zip library threw: the file is no zip, or was cut short.
  return { code: 'damaged', detail: 'it is no whole zip file' }
}

/** The refusals for errors of a disk, which say nothing of the package: it may be whole. */
const REFUSAL_OF_DISK = {
  'in-use': 'file-in-use',
  missing: 'no-such-file',
  'not-allowed': 'file-not-allowed',
  gone: 'disk-gone',
  full: 'disk-gone',
} as const satisfies Readonly<Record<DiskFault, PackageRefusal['code']>>

async function isLikeZip(path: string): Promise<boolean> {
  return (await readStart(path)).toString('latin1', 0, 4) === 'PK\x03\x04'
}

/** The first bytes of a file. */
async function readStart(path: string): Promise<Buffer> {
  const file = await patientlyLater(() => open(path), isHeldOpen)
  try {
    const start = Buffer.alloc(64)
    await file.read(start, 0, start.length, 0)
    return start
  } finally {
    await file.close()
  }
}

/** The most parts of a package of any format: enough for a newer one to be told by its manifest. */
const MOST_PARTS = 100

/** The refusal of a zip that has other parts than a package: a package of a newer format may well have. */
async function otherParts(entries: Entries, limits: PackageLimits): Promise<Refused> {
  const newer = entries.has(MANIFEST)
    ? newerRefusal((await readManifest(entries, limits)).toString('utf8'))
    : undefined
  if (newer) return new Refused(newer.code, newer.detail, newer.version)
  return new Refused('not-a-package', 'it is a zip of other files')
}

async function allBytes(entry: ZipEntry): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await entry.chunks()) chunks.push(chunk)
  return Buffer.concat(chunks)
}

type Entries = ReadonlyMap<string, ZipEntry>

/** The entries of a zip by name. Throws `Refused` unless they are exactly those of a package, within limits. */
async function requireEntries(
  listed: readonly ZipEntry[] | string,
  size: number,
  limits: PackageLimits,
): Promise<Entries> {
  if (listed === 'encrypted') throw new Refused('damaged', 'its zip is locked with a password')
  if (typeof listed === 'string') throw new Refused('not-a-package', 'it is a zip of other files')
  const entries = new Map(listed.map(entry => [entry.name, entry]))
  const names = [MANIFEST, ...PARTS]
  const signatures = entries.has(SIGNATURE) ? 1 : 0
  if (listed.length !== names.length + signatures || names.some(name => !entries.has(name))) {
    throw await otherParts(entries, limits)
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
  readonly known: KnownLines
}

async function parseEntries(entries: Entries, work: Work): Promise<void> {
  const { file, sha256, bytes, limits, tell, known } = work
  const manifestBytes = await readManifest(entries, limits)
  const parsed = parseManifest(manifestBytes.toString('utf8'), work.steps)
  if ('refusal' in parsed) {
    await tell({ kind: 'refused', file, refusal: parsed.refusal })
    return
  }
  const { manifest, steps } = parsed
  await checkSignature(entries, manifest, manifestBytes)
  await tell({ kind: 'package', file, manifest, sha256, bytes })
  const reader = partReader({ file, manifest, steps, limits, tell, known })
  for (const part of PARTS) {
    const promise = { ...partPromise(manifest, part), lineLength: limits.lineLength }
    const chunks = await requireEntry(entries, part).chunks()
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

function partPromise(manifest: Manifest, part: (typeof PARTS)[number]) {
  const promise = manifest.parts[part]
  if (!promise) throw new Refused('damaged', `its manifest says nothing of ${part}`)
  return promise
}

function requireEntry(entries: Entries, name: string): ZipEntry {
  const entry = entries.get(name)
  if (!entry) throw new Refused('not-a-package', `it has no ${name}`)
  return entry
}

async function readManifest(entries: Entries, { manifestBytes }: PackageLimits): Promise<Buffer> {
  const entry = requireEntry(entries, MANIFEST)
  if (entry.bytes > manifestBytes) throw new Refused('too-large', 'its manifest is too long')
  return allBytes(entry)
}

/** The length of an Ed25519 signature in base64url. */
const SIGNATURE_BYTES = 86

/**
 * Checks the signature of a package. If the manifest names a signer there must be one, or a thief could remove
 * the signature and change the rest.
 */
async function checkSignature(
  entries: Entries,
  { signer }: Manifest,
  manifestBytes: Buffer,
): Promise<void> {
  const entry = entries.get(SIGNATURE)
  if (!signer && !entry) return
  if (!signer || entry?.bytes !== SIGNATURE_BYTES) throw new Refused('bad-signature', '')
  const signature = (await allBytes(entry)).toString('latin1')
  if (!isSignedBy(signer.publicKey, manifestBytes, signature)) {
    throw new Refused('bad-signature', '')
  }
}

/** Reads packages one after the other, no faster than the engine stores them. */
export interface PackagesReader {
  readonly read: (request: PackagesRequest) => Promise<void>
  /** Called for each message that the engine has stored. */
  readonly readOn: () => void
}

/** A reader of packages that sends its messages by `post`. */
export function packagesReader(post: (message: unknown) => void): PackagesReader {
  let ahead = 0
  let waiting: (() => void) | undefined
  const tell: Tell = message => {
    post(message)
    ahead += 1
    if (ahead < READ_AHEAD) return Promise.resolve()
    return new Promise(resolve => {
      waiting = resolve
    })
  }
  return {
    read: async ({ packages, limits, secrets }) => {
      const known = knownLines()
      for (const one of packages) await parsePackage({ ...one, secrets, known }, limits, tell)
      await tell({ kind: 'done' })
    },
    readOn: () => {
      ahead -= 1
      waiting?.()
      waiting = undefined
    },
  }
}
