import { z } from 'zod'
import { type Indicator, indicator } from '../../shared/model/framework.ts'
import { hashVersion, indicatorId } from '../frameworks/hash.ts'
import { recordId, sha256 } from './field-schemas.ts'
import type { RecordKind } from './record-kind.ts'

/** Proves that framework versions say what their hashes say. */
export interface FrameworkProof {
  /** Notes a record that a hash rests on; records of other kinds are passed over. */
  readonly add: (kind: RecordKind, content: unknown) => void
  /** The hash of a version that says something else than what was hashed. */
  readonly brokenFramework: () => string | undefined
}

const placedIndicator = indicator.extend({
  id: recordId,
  framework: sha256,
  position: z.number().int(),
})
const split = z.object({ framework: sha256, indicator: recordId, origin: recordId })
const replacement = z.object({ record: sha256, superseded: sha256 })

interface Version {
  readonly placed: { readonly position: number; readonly indicator: Indicator }[]
  readonly splits: { readonly indicator: string; readonly origin: string }[]
  readonly supersedes: string[]
}

/** A proof for the frameworks of one package; its records were checked one by one before. */
export function frameworkProof(): FrameworkProof {
  const versions = new Map<string, Version>()
  const versionOf = (hash: string): Version => {
    const known = versions.get(hash)
    if (known) return known
    const fresh = { placed: [], splits: [], supersedes: [] }
    versions.set(hash, fresh)
    return fresh
  }
  return {
    add: ({ name }, content) => {
      if (name === 'indicator') {
        const { framework, position, ...rest } = placedIndicator.parse(content)
        versionOf(framework).placed.push({ position, indicator: rest })
      } else if (name === 'split') {
        const { framework, ...rest } = split.parse(content)
        versionOf(framework).splits.push(rest)
      } else if (name === 'supersession') {
        const joined = replacement.safeParse(content)
        if (joined.success) versionOf(joined.data.record).supersedes.push(joined.data.superseded)
      }
    },
    brokenFramework: () => [...versions].find(([hash, version]) => !isProven(hash, version))?.[0],
  }
}

function isProven(hash: string, { placed, splits, supersedes }: Version): boolean {
  // Readers run on older Nodes too, where lists cannot be sorted into new ones.
  const inOrder = [...placed].sort((a, b) => a.position - b.position)
  const hasGaps = inOrder.some(({ position }, index) => position !== index)
  const indicators = inOrder.map(({ indicator }) => indicator)
  // The words of a first version say its hash, and its hash the ids: or two laptops could not agree on them.
  const hasOwnIds =
    supersedes.length > 0 || indicators.every(({ id, code }) => id === indicatorId(hash, code))
  return !hasGaps && hasOwnIds && hashVersion({ indicators, splits, supersedes }) === hash
}
