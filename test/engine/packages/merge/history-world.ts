import Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { READER_STARTED, type StartReader } from '../../../../engine/files/reader-process.ts'
import { loadFramework } from '../../../../engine/frameworks/versions/load-version.ts'
import { knownLines } from '../../../../engine/packages/fast/known-lines.ts'
import { FORMAT_STEPS, parseManifest } from '../../../../engine/packages/format/manifest.ts'
import type { Part } from '../../../../engine/packages/format/record-kind.ts'
import { INCOMING_TABLES } from '../../../../engine/packages/format/record-kinds.ts'
import { mergeRead } from '../../../../engine/packages/merge/merge.ts'
import { stagePackages } from '../../../../engine/packages/merge/staging.ts'
import {
  DEFAULT_PACKAGE_LIMITS,
  type PackageMessage,
} from '../../../../engine/packages/read/messages.ts'
import { partReader } from '../../../../engine/packages/read/parse-part.ts'
import { readLines } from '../../../../engine/packages/read/read-lines.ts'
import {
  type PackageChoices,
  packageContents,
} from '../../../../engine/packages/write/package-contents.ts'
import { asStore } from '../../../../engine/store/connection/as-store.ts'
import { migrate, readMigrations } from '../../../../engine/store/migrate.ts'
import { openIncoming } from '../../../../engine/store/packages/incoming.ts'
import { appendDevice, createWorkbookRow } from '../../../../engine/store/records/workbook.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import type { MergeReceipt } from '../../../../shared/model/packages.ts'
import { scaleOf } from '../../../../shared/model/scale.ts'
import { indicatorText } from '../../../helpers/sample-workbook.ts'

// What is real here: the store with its triggers, the records, the writing and reading of every line, the
// staging and the merge. What is left out for speed: the disk, the zip and the reader's own process, which
// other tests have. A laptop is a database in memory; after each history all it did is rolled back.

/** A package as the parts of its zip, unpacked. */
export type Parts = ReadonlyMap<string, Buffer>

/** A laptop of a history. */
export interface Laptop {
  readonly workbook: Workbook
  /** Takes the device of another laptop, as a clone of its disk has. */
  readonly pretendToBe: (other: Workbook) => void
  readonly setClock: (offset: number, backwards: boolean) => void
  readonly begin: () => void
  readonly rollBack: () => void
}

const START = Date.parse('2026-03-09T09:00:00.000Z')

/** The study of all laptops of a history. */
const STUDY = uuidv7()

/** A laptop of the study, with a framework of two indicators or, for a start, without anything. */
export function openLaptop(content: 'framework' | 'nothing'): Laptop {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, readMigrations())
  const store = asStore(database, ':memory:')
  let device = uuidv7()
  let [offset, ticks, direction] = [0, 0, 1]
  const clock = (): string => {
    ticks += 1
    return new Date(START + offset + direction * ticks * 1_000).toISOString()
  }
  const since = clock()
  const id = STUDY
  createWorkbookRow(store, { id, title: 'Study', scale: 5, madeUp: false, createdAt: since })
  appendDevice(store, { id: device, since, reason: 'created', appVersion: '0', place: '1' })
  const indicators = ['A1', 'A2'].map(code => indicatorText(code))
  const framework = { title: 'F', origin: 'file' as const, fileName: 'f.csv', indicators }
  if (content === 'framework') loadFramework(store, framework, { device, now: since })
  openIncoming(store, INCOMING_TABLES)
  const own = device
  const workbook: Workbook = {
    store,
    id,
    title: 'Study',
    scale: scaleOf(5),
    madeUp: false,
    createdAt: since,
    formatVersion: 0,
    get device() {
      return device
    },
    clock,
    appVersion: '0',
    snapshot: () => ({ store, close: () => undefined }),
    close: () => database.close(),
  }
  return {
    workbook,
    pretendToBe: other => {
      device = other.device
    },
    setClock: (milliseconds, backwards) => {
      offset = milliseconds
      direction = backwards ? -1 : 1
    },
    begin: () => {
      device = own
      ;[offset, ticks, direction] = [0, 0, 1]
      database.exec('BEGIN')
    },
    rollBack: () => {
      database.exec('ROLLBACK')
    },
  }
}

/** The parts of a package of a laptop, without writing it. */
export function partsOf({ workbook }: Laptop, choices: PackageChoices = {}): Parts {
  return new Map(
    packageContents(workbook, workbook.store, choices).map(({ name, chunks }) => [
      name,
      Buffer.concat([...chunks]),
    ]),
  )
}

/** Merges packages into a laptop, in the order given. */
export async function mergeParts(
  laptop: Laptop,
  packages: readonly Parts[],
): Promise<MergeReceipt> {
  const files = packages.map((_, index) => ({ path: String(index), name: String(index) }))
  const read = await stagePackages(readerOf(packages), laptop.workbook.store, files)
  return mergeRead(laptop.workbook, read)
}

/** Stands in for the reader's process: the same lines through the same checks, in this one. */
function readerOf(packages: readonly Parts[]): StartReader {
  return () => {
    let reply: (message: unknown) => void = () => undefined
    let isAsked = false
    const readAll = async (): Promise<void> => {
      reply(READER_STARTED)
      for (const [file, parts] of packages.entries()) await readParts(file, parts, reply)
      reply({ kind: 'done' })
    }
    return {
      send: () => {
        if (isAsked) return
        isAsked = true
        // A process answers later too, never within the call that asks it.
        setImmediate(() => void readAll())
      },
      onReply: listener => {
        reply = listener
      },
      onExit: () => undefined,
      kill: () => undefined,
    }
  }
}

/** Messages about packages that were read before, by their bytes: the same bytes give the same messages. */
const told = new WeakMap<Parts, readonly PackageMessage[]>()

/** Tells of a package; it is read where that was not done before. */
async function readParts(
  file: number,
  parts: Parts,
  reply: (message: PackageMessage) => void,
): Promise<void> {
  const known = told.get(parts)
  if (known) {
    for (const message of known) reply(message.kind === 'done' ? message : { ...message, file })
    return
  }
  const messages: PackageMessage[] = []
  await readPartsOnce(file, parts, message => {
    messages.push(message)
    reply(message)
  })
  told.set(parts, messages)
}

async function readPartsOnce(
  file: number,
  parts: Parts,
  reply: (message: PackageMessage) => void,
): Promise<void> {
  const bytesOf = (name: string): Buffer => parts.get(name) ?? Buffer.alloc(0)
  const read = parseManifest(bytesOf('manifest.json').toString(), FORMAT_STEPS)
  if ('refusal' in read) throw new Error(read.refusal.detail)
  const { manifest: known, steps } = read
  const limits = DEFAULT_PACKAGE_LIMITS
  const tell = async (message: PackageMessage): Promise<void> => reply(message)
  reply({ kind: 'package', file, manifest: known, sha256: '', bytes: 0 })
  const reader = partReader({ file, manifest: known, steps, limits, tell, known: knownLines() })
  for (const part of ['framework.jsonl', 'records.jsonl'] as const satisfies readonly Part[]) {
    const promise = known.parts[part]
    const chunks = (async function* () {
      yield bytesOf(part)
    })()
    await readLines(chunks, { ...promise, lineLength: limits.lineLength }, reader.linesOf(part))
  }
  reply({ kind: 'whole', file, contents: [...(await reader.finish())] })
}
