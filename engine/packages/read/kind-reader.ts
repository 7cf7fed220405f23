import { createHash, type Hash } from 'node:crypto'
import { rowPacker } from '../fast/pack-rows.ts'
import { lineScanner } from '../fast/scan-lines.ts'
import { lineWriter, type ParsedRecord } from '../format/canonical-line.ts'
import { personField, type RecordKind } from '../format/record-kind.ts'
import type { PackageContent, PackageMessage } from './messages.ts'
import { BadRecord, recordParser } from './parse-record.ts'

/** Reads the records of one kind out of a package. */
export interface KindReader {
  readonly kind: RecordKind
  /** Checks a record and holds it until `take`. Throws `BadRecord`. */
  readonly add: (content: Readonly<Record<string, unknown>>) => void
  /**
   * Does the same for the line of a record, if it is one that can be taken as it is. Returns false for any other line,
   * which `add` decides about. Throws `BadRecord`.
   */
  readonly addLine: (line: string) => boolean
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
  const add = (record: ParsedRecord, line: string): void => {
    // Keys must rise, which finds records that occur twice without remembering all keys.
    if (record.key <= lastKey) throw new BadRecord(kind.key[0])
    if (levelAt >= 0 && Number(record.values[levelAt] ?? 0) > scale) throw new BadRecord('level')
    lastKey = record.key
    count += 1
    characters += line.length
    digests.add(record.person, line)
    packer.add(record)
  }
  return {
    kind,
    add: content => {
      const record = parse(content)
      add(record, toLine(record.values, record.extra))
    },
    addLine: line => {
      const record = scan?.(line)
      if (record) add(record, line)
      return record !== undefined
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
  // Lines of one person follow each other, and one long text is hashed far faster than many lines.
  let text = ''
  const hashText = (): void => {
    current?.hash.update(text)
    text = ''
  }
  return {
    add: (person: string, line: string): void => {
      if (current?.person !== person) {
        hashText()
        current = digests.get(person) ?? { person, hash: createHash('sha256'), records: 0 }
        digests.set(person, current)
      }
      current.records += 1
      text += `${line}\n`
      if (text.length >= HASHED_AT_ONCE) hashText()
    },
    all: (): readonly Omit<PackageContent, 'kind'>[] => {
      hashText()
      return [...digests.values()].map(({ person, hash, records }) => ({
        person,
        records,
        digest: hash.digest('hex'),
      }))
    },
  }
}
