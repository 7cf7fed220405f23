import { z } from 'zod'
import { type Indicator, indicator } from '../../../shared/model/framework.ts'
import { hashVersion, indicatorId } from '../../frameworks/versions/hash.ts'
import { type RecordKind, recordId, sha256 } from '../format/record-kind.ts'

/** The parts of a record that the hash of a framework version depends on. */
export interface Evidence {
  readonly version: string
  readonly placed?: { readonly position: number; readonly indicator: Indicator }
  readonly split?: { readonly indicator: string; readonly origin: string }
  readonly supersedes?: string
}

const placedIndicator = indicator.extend({
  id: recordId,
  framework: sha256,
  position: z.number().int(),
})
const split = z.object({ framework: sha256, indicator: recordId, origin: recordId })
const replacement = z.object({ record: sha256, superseded: sha256 })

/** The evidence in a record that was checked before; undefined for one that no hash depends on. */
export function readEvidence({ name }: RecordKind, content: unknown): Evidence | undefined {
  if (name === 'indicator') {
    const { framework, position, ...rest } = placedIndicator.parse(content)
    return { version: framework, placed: { position, indicator: rest } }
  }
  if (name === 'split') {
    const { framework, ...rest } = split.parse(content)
    return { version: framework, split: rest }
  }
  if (name !== 'supersession') return undefined
  const { data } = replacement.safeParse(content)
  return data && { version: data.record, supersedes: data.superseded }
}

/** Proves framework versions by their hashes. */
export interface FrameworkProof {
  readonly add: (evidence: Evidence) => void
  /** The hash of a version whose content does not match it, if there is one. */
  readonly brokenFramework: () => string | undefined
}

/** The evidence of versions that were proven, by their hashes. */
export type ProvenVersions = Map<string, readonly Evidence[]>

/** A proof for the framework versions of one package, which adds them to those that are proven. */
export function frameworkProof(proven: ProvenVersions): FrameworkProof {
  const versions = new Map<string, Evidence[]>()
  return {
    add: evidence => {
      const known = versions.get(evidence.version)
      if (known) known.push(evidence)
      else versions.set(evidence.version, [evidence])
    },
    brokenFramework: () => {
      for (const [hash, evidence] of versions) {
        if (isSame(evidence, proven.get(hash))) continue
        if (!isProven(hash, evidence)) return hash
        proven.set(hash, evidence)
      }
      return undefined
    },
  }
}

/** True for the very same pieces: lines that were read before give them again. */
const isSame = (evidence: readonly Evidence[], before: readonly Evidence[] = []): boolean =>
  evidence.length === before.length && evidence.every((one, place) => one === before[place])

function isProven(hash: string, evidence: readonly Evidence[]): boolean {
  const splits = evidence.flatMap(({ split }) => split ?? [])
  const supersedes = evidence.flatMap(one => one.supersedes ?? [])
  // Readers may run on an older Node that has no toSorted.
  const inOrder = evidence
    .flatMap(({ placed }) => placed ?? [])
    .sort((a, b) => a.position - b.position)
  const hasGaps = inOrder.some(({ position }, index) => position !== index)
  const indicators = inOrder.map(({ indicator }) => indicator)
  // A first version's ids derive from its hash, so that two laptops that load one file have the same ids.
  const hasOwnIds =
    supersedes.length > 0 || indicators.every(({ id, code }) => id === indicatorId(hash, code))
  return !hasGaps && hasOwnIds && hashVersion({ indicators, splits, supersedes }) === hash
}
