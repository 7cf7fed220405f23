import { type Attack, attackCounts } from './attack.ts'
import type { CountedQuestion } from './counted.ts'
import { divideGroups, keepParts, type Part } from './parts.ts'
import { type Kept, type ToldCounts, tellCounts } from './told.ts'

/** The input of a release of tables. */
export interface TablesToRelease {
  readonly questions: readonly CountedQuestion[]
  readonly groups: readonly string[]
  readonly under: number
  /** The releases before this one, the first one first. */
  readonly earlier: readonly ToldCounts[]
  /** False where nothing may be told by group, as where rows of single people were released. */
  readonly byGroup: boolean
}

/** Counts that an attack found nothing in, and the attack. */
export interface ReleasedCounts {
  readonly told: ToldCounts
  readonly attack: Attack
  /** The questions that are kept back because of what was released before. */
  readonly keptBack: ReadonlyMap<string, Kept>
}

/** Leaves out of tables what is of too few people, attacks what is left, and leaves out more until nothing is found. */
export function releaseTables(wanted: TablesToRelease): ReleasedCounts {
  const { questions, groups, under, earlier } = wanted
  const parts = wanted.byGroup ? partsOf(wanted) : []
  const kept = new Map<string, Kept>()
  for (;;) {
    const told = tellCounts(questions, { under, parts }, kept)
    const attack = attackCounts({ told, earlier, groups })
    if (attack.findings.length === 0) return { told, attack, keptBack: kept }
    for (const question of new Set(attack.findings.map(finding => finding.question))) {
      kept.set(question, kept.has(question) || parts.length === 0 ? 'everything' : 'parts')
    }
  }
}

function partsOf({ questions, under, earlier }: TablesToRelease): readonly Part[] {
  const known = earlier.findLast(({ parts }) => parts.length > 0)
  return known ? keepParts(known.parts, questions) : divideGroups(questions, under)
}
