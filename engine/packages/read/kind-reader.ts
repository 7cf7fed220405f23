import { createHash, type Hash } from 'node:crypto'
import { rowPacker } from '../fast/pack-rows.ts'
import { lineWriter, type ParsedRecord } from '../format/canonical-line.ts'
import type { RecordKind } from '../format/record-kind.ts'
import type { PackageContent, PackageMessage } from './messages.ts'
import { BadRecord, recordParser } from './parse-record.ts'

/** Reads the records of one kind out of a package. */
export interface KindReader {
  readonly kind: RecordKind
  /** Checks a record and keeps it until `take`. Throws `BadRecord`. */
  readonly add: (content: Readonly<Record<string, unknown>>) => void
  /**
   * The same for a line that is written just as this program writes it. Gives false for any other line, which
   * is to be read as JSON and added as that. Throws `BadRecord`.
   */
  readonly addLine: (line: string) => boolean
  /** How many wait to be taken. */
  readonly waiting: () => number
  /** Whether so much waits that it should be taken. */
  readonly isFull: () => boolean
  readonly take: (file: number) => Extract<PackageMessage, { kind: 'rows' }>
  /** How many there were in all. */
  readonly count: () => number
  /** What was read, for each person: how many, and the digest of what they say. */
  readonly contents: () => readonly PackageContent[]
}

interface Digest {
  readonly hash: Hash
  /** What is still to be hashed: a hash takes one long text far faster than many lines. */
  text: string
  records: number
}

/** So many characters are hashed at once. */
const AT_ONCE = 8_192

/** So many records cross to the engine at once, and fewer where they have long texts. */
const BATCH = 2_000
const BATCH_CHARACTERS = 2_000_000

/** A reader for one kind, in a workbook whose scale has so many levels. */
export function kindReader(kind: RecordKind, scale: number, depth: number): KindReader {
  const { parse, scan } = recordParser(kind, depth)
  const toLine = lineWriter(kind)
  const packer = rowPacker(kind)
  const levelAt = Object.keys(kind.fields).indexOf('level')
  const digests = new Map<string, Digest>()
  let lastKey = ''
  let count = 0
  let characters = 0
  const keep = (record: ParsedRecord, line: string): void => {
    // Rising keys are how a record that comes twice is found without remembering every one.
    if (record.key <= lastKey) throw new BadRecord(kind.key[0])
    if (levelAt >= 0 && Number(record.values[levelAt] ?? 0) > scale) throw new BadRecord('level')
    lastKey = record.key
    count += 1
    characters += line.length
    const digest = digestOf(digests, record.person)
    digest.records += 1
    digest.text += `${line}\n`
    if (digest.text.length >= AT_ONCE) hashText(digest)
    packer.add(record)
  }
  return {
    kind,
    add: content => {
      const record = parse(content)
      keep(record, toLine(record.values, record.extra))
    },
    addLine: line => {
      const record = scan(line)
      if (record) keep(record, line)
      return record !== undefined
    },
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

function digestOf(digests: Map<string, Digest>, person: string): Digest {
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
