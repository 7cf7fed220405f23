import { createHash, type Hash } from 'node:crypto'
import { rowPacker } from '../fast/pack-rows.ts'
import { lineScanner } from '../fast/scan-lines.ts'
import { lineWriter, type ParsedRecord } from '../format/canonical-line.ts'
import { personField, type RecordKind } from '../format/record-kind.ts'
import type { PackageContent, PackageMessage } from './messages.ts'
import { BadRecord, recordParser } from './parse-record.ts'
import type { Line } from './read-lines.ts'

/** A record with its canonical line. */
export interface WrittenRecord {
  readonly record: ParsedRecord
  readonly line: string
}

/** Reads the records of one kind out of a package. */
export interface KindReader {
  readonly kind: RecordKind
  /** Checks a record by itself. Throws `BadRecord`. */
  readonly parse: (content: Readonly<Record<string, unknown>>) => WrittenRecord
  /** Checks a record among the others and holds it until `take`. Throws `BadRecord`. */
  readonly add: (record: WrittenRecord) => void
  /**
   * Does both for the line of a record, if it is one that can be taken as it is. Returns false for any other line,
   * which `parse` decides about. Throws `BadRecord`.
   */
  readonly addLine: (line: Line) => boolean
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

interface PersonDigest {
  readonly person: string
  readonly hash: Hash
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
  // What people said is by far the most of a package.
  const scan = personField(kind) === undefined ? undefined : lineScanner(kind)
  const packer = rowPacker(kind)
  const levelAt = Object.keys(kind.fields).indexOf('level')
  const digests = personDigests()
  let lastKey = ''
  let count = 0
  let characters = 0
  const add = (record: ParsedRecord): void => {
    // Keys must rise, which finds records that occur twice without remembering all keys.
    if (record.key <= lastKey) throw new BadRecord(kind.key[0])
    if (levelAt >= 0 && Number(record.values[levelAt] ?? 0) > scale) throw new BadRecord('level')
    lastKey = record.key
    count += 1
    packer.add(record)
  }
  return {
    kind,
    parse: content => {
      const record = parse(content)
      return { record, line: toLine(record.values, record.extra) }
    },
    add: ({ record, line }) => {
      add(record)
      characters += line.length
      digests.addText(record.person, line)
    },
    addLine: line => {
      const record = scan?.(line)
      if (!record) return false
      add(record)
      characters += line.to - line.from
      digests.addLine(record.person, line)
      return true
    },
    waiting: packer.count,
    isFull: () => packer.count() >= BATCH || characters >= BATCH_CHARACTERS,
    take: file => {
      characters = 0
      return packer.take(file)
    },
    count: () => count,
    contents: () => digests.all().map(one => ({ kind: kind.name, ...one })),
  }
}

/** Digests the lines of each person, in the order in which they come. */
function personDigests() {
  const digests = new Map<string, PersonDigest>()
  let current: PersonDigest | undefined
  // Lines of one person follow each other, and many in one go are hashed far faster than one by one.
  let text = ''
  let lines: { readonly bytes: Buffer; readonly from: number; to: number } | undefined
  const hashWaiting = (): void => {
    if (text !== '') current?.hash.update(text)
    if (lines) current?.hash.update(lines.bytes.subarray(lines.from, lines.to + 1))
    text = ''
    lines = undefined
  }
  const turnTo = (person: string): PersonDigest => {
    if (current?.person === person) return current
    hashWaiting()
    current = digests.get(person) ?? { person, hash: createHash('sha256'), records: 0 }
    digests.set(person, current)
    return current
  }
  return {
    addText: (person: string, line: string): void => {
      turnTo(person).records += 1
      if (lines || text.length >= HASHED_AT_ONCE) hashWaiting()
      text += `${line}\n`
    },
    addLine: (person: string, line: Line): void => {
      turnTo(person).records += 1
      if (lines?.bytes === line.bytes && lines.to + 1 === line.from) {
        lines.to = line.to
      } else {
        hashWaiting()
        lines = { bytes: line.bytes, from: line.from, to: line.to }
      }
    },
    all: (): readonly Omit<PackageContent, 'kind'>[] => {
      hashWaiting()
      return [...digests.values()].map(({ person, hash, records }) => ({
        person,
        records,
        digest: hash.digest('hex'),
      }))
    },
  }
}
