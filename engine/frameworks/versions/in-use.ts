/** That a framework version took the place of another. */
export interface Replacement {
  readonly framework: string
  readonly replaced: string
}

/** A decision which version is in use, that no later one superseded. */
export interface FrameworkChoice {
  readonly framework: string
  /** The versions that nothing had replaced when it was decided, other than the chosen one. */
  readonly beside: readonly string[]
  /** Those of them that another laptop had loaded and that were not taken. */
  readonly aside: readonly string[]
}

/** The framework versions of a workbook, and what was decided about them. */
export interface KnownVersions {
  readonly hashes: readonly string[]
  readonly replacements: readonly Replacement[]
  readonly choices: readonly FrameworkChoice[]
}

/** The standing of a workbook's framework versions. */
export interface VersionsInUse {
  /**
   * The version in use, then those that stand beside it: they follow from what was chosen, and nothing has
   * replaced them. Empty only where there is no version.
   */
  readonly current: readonly string[]
  /** The versions that were set aside, those that they rest on and those that rest on them. */
  readonly aside: ReadonlySet<string>
  /** The versions that other choices led to, where teams chose differently and nobody has decided; else empty. */
  readonly disputed: readonly string[]
}

/**
 * Works out which version is in use, from records alone, so that every laptop with the same records finds the same.
 * Without a choice it is the one with the most versions before it, then the one with the lowest hash. Where
 * somebody has chosen, it is that one, or what was made of it since. Of choices that differ, the one that leads to
 * the least changed version holds until somebody decides.
 */
export function findInUse({ hashes, replacements, choices }: KnownVersions): VersionsInUse {
  const lineage = lineageOf(replacements)
  const best = (some: readonly string[]): readonly string[] =>
    some.toSorted((a, b) => lineage.generation(b) - lineage.generation(a) || (a < b ? -1 : 1))
  if (choices.length === 0) {
    const replaced = new Set(replacements.map(one => one.replaced))
    const current = best(hashes.filter(hash => !replaced.has(hash)))
    return { current, aside: new Set(), disputed: [] }
  }
  const outcomes = choices.map(choice => ({ choice, current: best(followed(choice, lineage)) }))
  const [held = outcomes[0]] = outcomes.toSorted((a, b) => {
    const [one = '', other = ''] = [a.current[0], b.current[0]]
    return lineage.generation(one) - lineage.generation(other) || (one < other ? -1 : 1)
  })
  const current = held?.current ?? []
  const agreeing = outcomes.filter(one => one.current[0] === current[0])
  const kept = new Set(current.flatMap(hash => [...lineage.before(hash)]))
  const refused = agreeing
    .flatMap(({ choice }) => choice.aside)
    .flatMap(hash => [...lineage.before(hash), ...lineage.after(hash)])
  return {
    current,
    aside: new Set(refused.filter(hash => !kept.has(hash))),
    disputed: outcomes
      .filter(one => !agreeing.includes(one))
      .flatMap(one => one.current.slice(0, 1)),
  }
}

/** The versions that a choice has led to: the chosen one and what was made of it since, as far as none replaced it. */
function followed({ framework, beside }: FrameworkChoice, lineage: Lineage): readonly string[] {
  const passedOver = new Set(beside.flatMap(hash => [...lineage.before(hash)]))
  for (const hash of lineage.before(framework)) passedOver.delete(hash)
  const reached = new Set([framework])
  for (const hash of reached) {
    for (const next of lineage.replacedBy(hash)) if (!passedOver.has(next)) reached.add(next)
  }
  return [...reached].filter(hash => !lineage.replacedBy(hash).some(next => reached.has(next)))
}

/** The ancestry of versions, computed from all replacements of a workbook. */
export interface Lineage {
  /** The number of versions on the longest way back to a first one; 0 for a first one. */
  readonly generation: (framework: string) => number
  /** The first version that this one goes back to; of several, the one with the lowest hash. */
  readonly first: (framework: string) => string
  /** The versions that this one replaced, in the order of their hashes. */
  readonly replaced: (framework: string) => readonly string[]
  /** The versions that replaced this one, in the order of their hashes. */
  readonly replacedBy: (framework: string) => readonly string[]
  /** A version and all that it rests on. */
  readonly before: (framework: string) => ReadonlySet<string>
  /** A version and all that rest on it. */
  readonly after: (framework: string) => ReadonlySet<string>
}

/** The lineage of a workbook's framework versions. A version rests on those before it, so there is no circle. */
export function lineageOf(replacements: readonly Replacement[]): Lineage {
  const replaced = neighbours(replacements.map(one => [one.framework, one.replaced]))
  const replacedBy = neighbours(replacements.map(one => [one.replaced, one.framework]))
  const generations = new Map<string, number>()
  const generation = (framework: string): number => {
    const known = generations.get(framework)
    if (known !== undefined) return known
    // Only a damaged file has a circle; then this ends all the same.
    generations.set(framework, 0)
    const count = Math.max(-1, ...replaced(framework).map(generation)) + 1
    generations.set(framework, count)
    return count
  }
  const firsts = new Map<string, string>()
  const first = (framework: string): string => {
    const known = firsts.get(framework)
    if (known !== undefined) return known
    firsts.set(framework, framework)
    const [lowest = framework] = replaced(framework).map(first).toSorted()
    firsts.set(framework, lowest)
    return lowest
  }
  return {
    generation,
    first,
    replaced,
    replacedBy,
    before: framework => closure(framework, replaced),
    after: framework => closure(framework, replacedBy),
  }
}

type Neighbours = (framework: string) => readonly string[]

function neighbours(pairs: readonly (readonly [string, string])[]): Neighbours {
  const found = new Map<string, string[]>()
  for (const [from, to] of pairs) found.set(from, [...(found.get(from) ?? []), to].toSorted())
  return framework => found.get(framework) ?? []
}

/** A version and every other that can be reached from it. */
function closure(framework: string, next: Neighbours): ReadonlySet<string> {
  const reached = new Set([framework])
  // A set can grow while it is walked through.
  for (const hash of reached) for (const one of next(hash)) reached.add(one)
  return reached
}
