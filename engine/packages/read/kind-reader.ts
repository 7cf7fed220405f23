import { createHash, type Hash } from 'node:crypto'
import { rowPacker } from '../fast/pack-rows.ts'
import { lineWriter, type ParsedRecord } from '../format/canonical-line.ts'
import type { RecordKind } from '../format/record-kind.ts'
import type { PackageContent, PackageMessage } from './messages.ts'
import { BadRecord, recordParser } from './parse-record.ts'

/** Reads the records of one kind out of a package. */
export interface KindReader {
  readonly kind: RecordKind
  /** Checks a record and holds it until `take`. Throws `BadRecord`. */
  readonly add: (content: Readonly<Record<string, unknown>>) => void
  /** The number of records that `take` would return. */
  readonly waiting: () => number
  /** True if there is a full batch to take. */
  readonly isFull: () => boolean
  readonly take: (file: number) => Extract<PackageMessage, { kind: 'rows' }>
  /** The number of records that were added in all. */
  readonly count: () => number
  /** The number and the digest of the records of each person. */
  readonly contents: () => readonly PackageContent[]
}

interface Digest {
  readonly hash: Hash
  /** Lines that are still to be hashed: one long text is hashed far faster than many lines. */
  text: string
  records: number
}

/** The number of characters that are hashed at once. */
const HASHED_AT_ONCE = 8_192

/** The most records, and about the most characters, that cross to the engine at once. */
const BATCH = 2_000
const BATCH_CHARACTERS = 2_000_000

/** A reader for one kind. `scale` is the number of levels, `depth` the nesting that unknown fields may have. */
export function kindReader(kind: RecordKind, scale: number, depth: number): KindReader {
  const parse = recordParser(kind, depth)
  const toLine = lineWriter(kind)
  const packer = rowPacker(kind)
  const levelAt = Object.keys(kind.fields).indexOf('level')
  const digests = new Map<string, Digest>()
  let lastKey = ''
  let count = 0
  let characters = 0
  const add = (record: ParsedRecord): void => {
    // Keys must rise, which finds records that occur twice without remembering all keys.
    if (record.key <= lastKey) throw new BadRecord(kind.key[0])
    if (levelAt >= 0 && Number(record.values[levelAt] ?? 0) > scale) throw new BadRecord('level')
    lastKey = record.key
    count += 1
    const line = toLine(record.values, record.extra)
    characters += line.length
    const digest = personDigest(digests, record.person)
    digest.records += 1
    digest.text += `${line}\n`
    if (digest.text.length >= HASHED_AT_ONCE) hashText(digest)
    packer.add(record)
  }
  return {
    kind,
    add: content => add(parse(content)),
    waiting: packer.count,
    isFull: () => packer.count() >= BATCH || characters >= BATCH_CHARACTERS,
    take: file => {
      characters = 0
      return packer.take(file)
    },
    count: () => count,
    contents: () =>
      [...digests].map(([person, digest]) => ({
        kind: kind.name,
        person,
        records: digest.records,
        digest: hashText(digest).digest('hex'),
      })),
  }
}

function personDigest(digests: Map<string, Digest>, person: string): Digest {
  const known = digests.get(person)
  if (known) return known
  const fresh = { hash: createHash('sha256'), text: '', records: 0 }
  digests.set(person, fresh)
  return fresh
}

function hashText(digest: Digest): Hash {
  digest.hash.update(digest.text)
  digest.text = ''
  return digest.hash
}
