import type { Evidence, ProvenVersions } from '../read/framework-proof.ts'
import type { WrittenRecord } from '../read/kind-reader.ts'

/** The outcome of a line of a framework: the kind of its record, the record, and what it proves. */
export interface KnownLine {
  readonly kind: string
  readonly record: WrittenRecord
  readonly evidence: Evidence | undefined
}

/**
 * The lines of frameworks that were read before, and the versions that were proven. All packages of a study have the same
 * framework, line for line, and to check each of them anew takes ten times as long as to look it up.
 */
export interface KnownLines {
  readonly get: (line: string) => KnownLine | undefined
  readonly add: (line: string, known: KnownLine) => void
  readonly proven: ProvenVersions
}

/** The most characters of lines that are remembered: it bounds memory, above the frameworks of a study. */
const MOST_CHARACTERS = 2_000_000

/** No lines as yet. */
export function knownLines(): KnownLines {
  const lines = new Map<string, KnownLine>()
  const proven: ProvenVersions = new Map()
  let characters = 0
  return {
    get: line => lines.get(line),
    add: (line, known) => {
      characters += line.length
      if (characters > MOST_CHARACTERS) {
        lines.clear()
        proven.clear()
        characters = line.length
      }
      lines.set(line, known)
    },
    proven,
  }
}
