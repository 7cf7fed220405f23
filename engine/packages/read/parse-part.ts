import type { KnownLine, KnownLines } from '../fast/known-lines.ts'
import { parseJson } from '../format/canonical-line.ts'
import type { FormatStep, Manifest } from '../format/manifest.ts'
import type { Part } from '../format/record-kind.ts'
import { RECORD_KINDS } from '../format/record-kinds.ts'
import { Refused } from '../format/refusal.ts'
import { frameworkProof, readEvidence } from './framework-proof.ts'
import { type KindReader, kindReader } from './kind-reader.ts'
import type { PackageContent, PackageLimits, Tell, UnknownRecord } from './messages.ts'
import { BadRecord, isWithin } from './parse-record.ts'
import { type Line, textOf, type UseLine } from './read-lines.ts'

/** The number of records of unknown kinds that cross at once: they cross whole, so there are fewer. */
const UNKNOWN_BATCH = 100

/** The package whose parts are read, the limits, and the listener for what is found. */
export interface PartWork {
  readonly file: number
  readonly manifest: Manifest
  readonly steps: readonly FormatStep[]
  readonly limits: PackageLimits
  readonly tell: Tell
  /** The lines that were read of the packages before. */
  readonly known: KnownLines
}

/** Reads the records of a package, line by line. */
export interface PartReader {
  /** A function that takes the lines of a part and returns a promise if it has to wait for the engine. */
  readonly linesOf: (part: Part) => UseLine
  /** Sends the last records and proves what only shows at the end. Returns the contents of the package. */
  readonly finish: () => Promise<readonly PackageContent[]>
}

/** A reader of the parts of one package. */
export function partReader(work: PartWork): PartReader {
  const { file, manifest, limits, tell, known } = work
  const readers = new Map(
    RECORD_KINDS.map(kind => [kind.name, kindReader(kind, manifest.study.scale, limits.depth)]),
  )
  const unknown = unknownReader(limits)
  const proof = frameworkProof(known.proven)
  const changes = work.steps.flatMap(({ record }) => record ?? [])
  let records = 0
  /** The reader of the record before, since records of one kind follow each other. */
  let last: KindReader | undefined

  const isKept = (part: Part): boolean => part === 'framework.jsonl' && changes.length === 0

  const readLine = (line: Line, part: Part): Promise<void> | undefined => {
    if (++records > limits.records) throw new Refused('too-large', 'it has too many records')
    // No framework is proven by what people said, so nothing is asked of the proof.
    if (last?.kind.part === part && changes.length === 0 && last.addLine(line)) {
      return last.isFull() ? tell(last.take(file)) : undefined
    }
    const text = textOf(line)
    const before = isKept(part) ? known.get(text) : undefined
    const reader = before && readers.get(before.kind)
    return before && reader?.kind.part === part ? addRecord(reader, before) : readRecord(text, part)
  }

  const readRecord = (text: string, part: Part): Promise<void> | undefined => {
    const content = upgraded(text, changes)
    const reader = readers.get(content.kind)
    if (!reader) {
      last = undefined
      if (part !== 'records.jsonl') throw new BadRecord('kind')
      unknown.add(content)
      if (unknown.waiting() < UNKNOWN_BATCH) return undefined
      return tell({ kind: 'unknown', file, records: unknown.take() })
    }
    if (reader.kind.part !== part) throw new BadRecord('kind')
    const { kind } = reader
    const found = {
      kind: kind.name,
      record: reader.parse(content),
      evidence: readEvidence(kind, content),
    }
    if (isKept(part)) known.add(text, found)
    return addRecord(reader, found)
  }

  const addRecord = (
    reader: KindReader,
    { record, evidence }: KnownLine,
  ): Promise<void> | undefined => {
    last = reader
    reader.add(record)
    if (evidence) proof.add(evidence)
    return reader.isFull() ? tell(reader.take(file)) : undefined
  }

  return {
    linesOf: part => numbered(part, line => readLine(line, part)),
    finish: async () => {
      const all = [...readers.values()]
      for (const reader of all) if (reader.waiting() > 0) await tell(reader.take(file))
      if (unknown.waiting() > 0) await tell({ kind: 'unknown', file, records: unknown.take() })
      refuseMiscount(manifest, all, unknown.counts())
      const broken = proof.brokenFramework()
      if (broken) throw new Refused('damaged', `the framework ${broken} is not what its hash says`)
      return all.flatMap(one => one.contents())
    },
  }
}

/** Names the line of a part that does not fit. */
function numbered(part: Part, use: UseLine): UseLine {
  let number = 0
  return line => {
    number += 1
    try {
      return use(line)
    } catch (error) {
      throw error instanceof BadRecord ? badRecord(part, number, error) : error
    }
  }
}

type Content = Readonly<Record<string, unknown>> & { readonly kind: string }

function upgraded(line: string, changes: readonly NonNullable<FormatStep['record']>[]): Content {
  const content = parseJson(line)
  if (content === null || typeof content !== 'object' || Array.isArray(content))
    throw new BadRecord()
  const record = changes.reduce<Record<string, unknown>>(
    (older, change) => change(older),
    content as Record<string, unknown>,
  )
  if (!hasKind(record)) throw new BadRecord('kind')
  return record
}

const hasKind = (record: Readonly<Record<string, unknown>>): record is Content =>
  typeof record.kind === 'string'

function badRecord(part: Part, line: number, { field }: BadRecord): Refused {
  const what = field === undefined ? 'does not fit' : `does not fit at “${field}”`
  return new Refused('bad-record', `line ${line} of ${part} ${what}`)
}

function refuseMiscount(
  { counts }: Manifest,
  readers: readonly KindReader[],
  unknown: ReadonlyMap<string, number>,
): void {
  const found = new Map([
    ...readers.map(reader => [reader.kind.name, reader.count()] as const),
    ...unknown,
  ])
  for (const name of new Set([...found.keys(), ...Object.keys(counts)])) {
    const [promised, there] = [counts[name] ?? 0, found.get(name) ?? 0]
    if (promised === there) continue
    const words = `its manifest names ${promised} records of the kind ${name} and there are ${there}`
    throw new Refused('damaged', words)
  }
}

/** A reader for records of kinds that this program does not know: they are kept as they are, and passed on. */
function unknownReader({ depth }: PackageLimits) {
  const counts = new Map<string, number>()
  const lastKeys = new Map<string, string>()
  let waiting: UnknownRecord[] = []
  return {
    add: (content: Content): void => {
      const { kind, id, participant } = content
      if (typeof id !== 'string' || id === '' || !isWithin(content, depth))
        throw new BadRecord('id')
      if (id <= (lastKeys.get(kind) ?? '')) throw new BadRecord('id')
      lastKeys.set(kind, id)
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
      const person = typeof participant === 'string' ? participant : ''
      waiting.push({ kind, key: id, person, line: JSON.stringify(content) })
    },
    waiting: () => waiting.length,
    take: (): UnknownRecord[] => {
      const taken = waiting
      waiting = []
      return taken
    },
    counts: (): ReadonlyMap<string, number> => counts,
  }
}
