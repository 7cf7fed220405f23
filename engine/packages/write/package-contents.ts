import { createHash } from 'node:crypto'
import type { Protection } from '../../files/encryption.ts'
import type { ZipContent } from '../../files/sealed-zip.ts'
import { type InstallationKey, installationKey } from '../../keys/installation-key.ts'
import {
  iterateRecords,
  iterateUnknownRecords,
  type OddRecord,
  type RecordScope,
} from '../../store/packages/record-table.ts'
import { hasHands } from '../../store/records/hands.ts'
import { hasProtocols } from '../../store/records/protocols.ts'
import { getRulesEver } from '../../store/records/rules.ts'
import { hasEasyRead } from '../../store/reports/exports.ts'
import type { ReadableStore } from '../../store/store.ts'
import { readLaptops } from '../../study/laptops.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { keyOf, lineWriter } from '../format/canonical-line.ts'
import {
  MANIFEST,
  type Manifest,
  PACKAGE_FORMAT,
  type PARTS,
  SIGNATURE,
  versionToWrite,
} from '../format/manifest.ts'
import type { Part, RecordKind } from '../format/record-kind.ts'
import { kindsOf, RECORD_TABLES, recordKind, tableOf } from '../format/record-kinds.ts'

/** The choices for a package: which records it holds, and for whom it is encrypted. */
export interface PackageChoices {
  /** The ids of the workshops; by default all. */
  readonly workshops?: readonly string[]
  /** True to leave out participants and ratings, for setting up other laptops. */
  readonly setup?: boolean
  /** The key or passphrase to encrypt it to; by default the team's key, if there is one. `none` for nobody. */
  readonly protection?: Protection | 'none'
}

/** The size, in characters, of the chunks in which lines are written. */
const CHUNK = 65_536

/** The fields with the time at which a record was made. */
const MOMENTS = ['recordedAt', 'loadedAt']

/** The digest and size of a part, complete once it was written. */
interface PartAccount {
  readonly hash: ReturnType<typeof createHash>
  bytes: number
}

type PartAccounts = Readonly<Record<(typeof PARTS)[number], PartAccount>>

/** The counts and the newest moment of the records, complete once all of them were written. */
interface RecordAccount {
  readonly counts: Record<string, number>
  newest: string | null
}

/** The parts of a package in their order, each generated while it is written. */
export function packageContents(
  workbook: Workbook,
  store: ReadableStore,
  choices: PackageChoices,
): readonly ZipContent[] {
  const scope = toScope(choices)
  const newAccount = (): PartAccount => ({ hash: createHash('sha256'), bytes: 0 })
  const accounts: PartAccounts = {
    'framework.jsonl': newAccount(),
    'records.jsonl': newAccount(),
    'README.txt': newAccount(),
  }
  const records: RecordAccount = { counts: {}, newest: null }
  const part = (name: keyof PartAccounts, lines: Iterable<string>): ZipContent => ({
    name,
    chunks: accountedChunks(lines, accounts[name]),
  })
  const { title, madeUp, keyFolder } = workbook
  const key = keyFolder === undefined ? null : installationKey(keyFolder)
  const laptop = readLaptops(store)(workbook.device).name
  const version = versionToWrite({
    levels: workbook.scale.length,
    rules: getRulesEver(store),
    hasEasyRead: hasEasyRead(store),
    hasHands: !scope.withoutPeople && hasHands(store),
    hasProtocols: hasProtocols(store),
  })
  const sealed: Sealed = { key, manifest: Buffer.alloc(0) }
  return [
    part('framework.jsonl', recordLines(store, 'framework.jsonl', scope, records)),
    part('records.jsonl', recordLines(store, 'records.jsonl', scope, records)),
    part('README.txt', [packageReadMe({ title, madeUp })]),
    // The manifest comes last, since it holds the digests and sizes of the other parts.
    {
      name: MANIFEST,
      chunks: manifestChunks(workbook, choices, { accounts, records, sealed, laptop, version }),
    },
    ...(key ? [{ name: SIGNATURE, chunks: signatureChunks(key, sealed) }] : []),
  ]
}

/** The key that signs the manifest, and the manifest once it was written. */
interface Sealed {
  readonly key: InstallationKey | null
  manifest: Buffer
}

function* signatureChunks(key: InstallationKey, sealed: Sealed): Generator<Buffer> {
  yield Buffer.from(key.sign(sealed.manifest))
}

function toScope({ workshops, setup }: PackageChoices): RecordScope {
  return { workshops: workshops ?? null, withoutPeople: setup ?? false }
}

function* recordLines(
  store: ReadableStore,
  part: Part,
  scope: RecordScope,
  account: RecordAccount,
): Generator<string> {
  for (const kind of kindsOf(part)) yield* kindLines(store, kind, scope, account)
  if (part !== 'records.jsonl') return
  for (const { kind, line } of iterateUnknownRecords(store, scope)) {
    if (recordKind(kind)) continue
    account.counts[kind] = (account.counts[kind] ?? 0) + 1
    yield `${line}\n`
  }
}

function* kindLines(
  store: ReadableStore,
  kind: RecordKind,
  scope: RecordScope,
  account: RecordAccount,
): Generator<string> {
  const names = Object.keys(kind.fields)
  const keyAt = kind.key.map(name => names.indexOf(name))
  const momentAt = names.findIndex(name => MOMENTS.includes(name))
  const toLine = lineWriter(kind)
  const kept = [...iterateUnknownRecords(store, scope, kind.name)]
  let count = 0
  for (const row of iterateRecords(store, tableOf(kind), scope, RECORD_TABLES)) {
    const extra = row.at(-1)
    const moment = row[momentAt]
    if (typeof moment === 'string' && moment > (account.newest ?? '')) account.newest = moment
    const before = takeUntil(kept, () => keyOf(keyAt.map(index => row[index] ?? null)))
    for (const line of before) yield `${line}\n`
    yield `${toLine(row.slice(0, -1), typeof extra === 'string' ? extra : null)}\n`
    count += before.length + 1
  }
  for (const { line } of kept) yield `${line}\n`
  count += kept.length
  if (count > 0) account.counts[kind.name] = count
}

/**
 * Takes the lines off `kept` that come before a record of this key: those that an earlier program kept as they were, not
 * knowing their kind. One of the same key has come again since, and is no line of its own.
 */
function takeUntil(kept: OddRecord[], keyOfNext: () => string): readonly string[] {
  if (kept.length === 0) return []
  const next = keyOfNext()
  const end = kept.findIndex(({ key }) => key >= next)
  const taken = kept.splice(0, end < 0 ? kept.length : end).map(({ line }) => line)
  if (kept[0]?.key === next) kept.shift()
  return taken
}

function* accountedChunks(lines: Iterable<string>, account: PartAccount): Generator<Buffer> {
  let text = ''
  const take = (): Buffer => {
    const chunk = Buffer.from(text)
    account.hash.update(chunk)
    account.bytes += chunk.length
    text = ''
    return chunk
  }
  for (const line of lines) {
    text += line
    if (text.length >= CHUNK) yield take()
  }
  if (text !== '') yield take()
}

/** The part of a manifest beside the workbook's own facts. */
interface Gathered {
  readonly accounts: PartAccounts
  readonly records: RecordAccount
  readonly sealed: Sealed
  /** The name of this laptop among people; null where it has no name. */
  readonly laptop: string | null
  readonly version: number
}

function* manifestChunks(
  workbook: Workbook,
  choices: PackageChoices,
  { accounts, records, sealed, laptop, version }: Gathered,
): Generator<Buffer> {
  const { id, title, scale, madeUp, createdAt, device, appVersion } = workbook
  const whole = choices.workshops ? 'workshops' : 'everything'
  const content: Omit<Manifest, 'version'> & { readonly version: number } = {
    format: PACKAGE_FORMAT,
    version,
    app: appVersion,
    device,
    ...(laptop !== null && { laptop }),
    ...(sealed.key && {
      signer: { algorithm: 'Ed25519' as const, publicKey: sealed.key.publicKey },
    }),
    study: { id, title, scale: scale.length, madeUp, createdAt },
    contents: choices.setup ? 'setup' : whole,
    newest: records.newest,
    parts: {
      'framework.jsonl': describePart(accounts['framework.jsonl']),
      'records.jsonl': describePart(accounts['records.jsonl']),
      'README.txt': describePart(accounts['README.txt']),
    },
    counts: records.counts,
  }
  sealed.manifest = Buffer.from(`${JSON.stringify(content, null, 2)}\n`)
  yield sealed.manifest
}

const describePart = ({ hash, bytes }: PartAccount) => ({ sha256: hash.digest('hex'), bytes })

/** The text of `README.txt`, for people who open a package as a zip. */
function packageReadMe(study: { readonly title: string; readonly madeUp: boolean }): string {
  const madeUp = study.madeUp ? 'Its ratings are made up, for trying the program.\n' : ''
  return `This is a package of the Framework Workbook study "${study.title}".
${madeUp}
It carries workshops, participants (by code) and their ratings from one laptop to another. Do not change
it: open it in Framework Workbook, with "Bring in packages" or on the command line with

  workbook merge BOOK PACKAGE

which first says what is new and loses nothing, whatever the order and however often it is done.

manifest.json    where it comes from, what it holds, and the SHA-256 of each part
framework.jsonl  the framework versions and their indicators, one record a line
records.jsonl    devices, workshops, participants, ratings and what replaces what, one record a line

The format is described in docs/file-formats.md of the program.
`
}
