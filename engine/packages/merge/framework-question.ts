import type {
  FrameworkOffer,
  FrameworkQuestion,
  PackageNote,
} from '../../../shared/model/packages.ts'
import { WorkbookError } from '../../errors.ts'
import { chooseVersion } from '../../frameworks/versions/choose-version.ts'
import { versionsInUse } from '../../frameworks/versions/current-version.ts'
import { differenceBetween } from '../../frameworks/versions/difference.ts'
import { findInUse, type Lineage, lineageOf } from '../../frameworks/versions/in-use.ts'
import { isSameText } from '../../frameworks/versions/list-versions.ts'
import { getIncomingChoices } from '../../store/packages/incoming.ts'
import {
  getAllFrameworkHashes,
  getAllIndicators,
  getAllOtherIndicators,
  getAllReplacements,
  getAllSplits,
  getFramework,
} from '../../store/records/frameworks.ts'
import { countRatingsByFramework } from '../../store/reports/tallies.ts'
import type { ReadableStore } from '../../store/store.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { rangeOf, type StagedPackage } from './staging.ts'

/** The framework versions of a workbook before a merge; null where it has none yet. */
export interface OwnVersions {
  readonly inUse: string
  readonly known: ReadonlySet<string>
  readonly isDisputed: boolean
}

/** Reads the framework versions of a workbook, before a merge changes them. */
export function ownVersions(store: ReadableStore): OwnVersions | null {
  const { current, disputed } = versionsInUse(store)
  const [inUse] = current
  if (inUse === undefined) return null
  const known = new Set(getAllFrameworkHashes(store))
  return { inUse, known, isDisputed: disputed.length > 0 }
}

/**
 * Answers what packages that were just imported ask about the framework: whether theirs takes the place of the
 * version in use. Unless `wanted` names another (`ours`, `theirs`, or a hash or its beginning), the own version
 * stays in use and theirs is set aside, with its answers. Where teams chose differently and `wanted` is left out,
 * nothing is decided. Returns the question with its answer; null where there was none. Call it inside a transaction.
 * Throws UNKNOWN_FRAMEWORK, SEVERAL_FRAMEWORKS.
 */
export function settleFramework(
  workbook: Workbook,
  packages: readonly StagedPackage[],
  { own, wanted }: { readonly own: OwnVersions | null; readonly wanted?: string | undefined },
): FrameworkQuestion | null {
  const { store } = workbook
  const after = versionsInUse(store)
  // What is in use until teams agree is nobody's choice: the decision between them is followed.
  const isAgreed = own?.isDisputed === true && after.disputed.length === 0
  const ours = (isAgreed ? after.current[0] : own?.inUse) ?? mostUsed(store, packages)
  const lineage = lineageOf(getAllReplacements(store))
  const isDisputed = after.disputed.length > 0
  const offered = findOffered(store, { own, ours, lineage }, after)
  const others = offered.filter(hash => !isSameText(store, ours, hash))
  if (others.length === 0 && (!isDisputed || own?.isDisputed)) return null
  const offers = others.map(hash => describeOffer(store, { ours, hash, packages }))
  const used = isDisputed && wanted === undefined ? null : findWanted(wanted, ours, others)
  if (used !== null) {
    const refused = others.filter(hash => hash !== used && !lineage.before(used).has(hash))
    chooseVersion(workbook, used, [...after.aside, ...(used === ours ? refused : [])])
  }
  return { ours, used: used ?? after.current[0] ?? ours, isDecided: used !== null, others: offers }
}

/** The versions that would be used in place of ours, or beside it, the likeliest first. */
function findOffered(
  store: ReadableStore,
  known: {
    readonly own: OwnVersions | null
    readonly ours: string
    readonly lineage: Lineage
  },
  after: ReturnType<typeof versionsInUse>,
): readonly string[] {
  const { own, ours, lineage } = known
  const before = lineage.before(ours)
  const isNew = (hash: string): boolean =>
    (own ? !own.known.has(hash) : true) &&
    lineage.replacedBy(hash).length === 0 &&
    !after.aside.has(hash)
  const found = [
    ...after.current.slice(0, 1),
    ...after.disputed,
    ...getAllFrameworkHashes(store).filter(isNew),
  ]
  // A version that ours rests on is none to ask about, unless somebody chose to go back to it.
  const chosen = new Set([...after.current.slice(0, 1), ...after.disputed])
  return [...new Set(found)].filter(
    hash => hash !== ours && (!before.has(hash) || chosen.has(hash)),
  )
}

function findWanted(wanted: string | undefined, ours: string, others: readonly string[]): string {
  if (wanted === undefined || wanted === 'ours') return ours
  if (wanted === 'theirs') {
    const [theirs = ours, ...more] = others
    if (more.length > 0) throw new WorkbookError('SEVERAL_FRAMEWORKS', { frameworks: [...others] })
    return theirs
  }
  const named = [ours, ...others].filter(hash => hash.startsWith(wanted))
  const [found] = named
  if (found === undefined) throw new WorkbookError('UNKNOWN_FRAMEWORK', { framework: wanted })
  if (named.length > 1) throw new WorkbookError('SEVERAL_FRAMEWORKS', { frameworks: named })
  return found
}

/** The version that most packages have in use; of several the least changed, then the one with the lowest hash. */
function mostUsed(store: ReadableStore, packages: readonly StagedPackage[]): string {
  const replacements = getAllReplacements(store)
  const { generation } = lineageOf(replacements)
  const votes = new Map<string, number>()
  for (const one of packages) {
    const inUse = inUseOf(store, one, replacements)
    votes.set(inUse, (votes.get(inUse) ?? 0) + 1)
  }
  const [most = ['']] = [...votes].toSorted(
    ([a, ofA], [b, ofB]) => ofB - ofA || generation(a) - generation(b) || (a < b ? -1 : 1),
  )
  return most[0]
}

/** The version that was in use where a package was written. */
function inUseOf(
  store: ReadableStore,
  { frameworks, ranges }: StagedPackage,
  replacements: ReturnType<typeof getAllReplacements>,
): string {
  const isThere = new Set(frameworks)
  const { current } = findInUse({
    hashes: frameworks,
    replacements: replacements.filter(({ framework }) => isThere.has(framework)),
    choices: getIncomingChoices(store, rangeOf(ranges, 'framework-choice')),
  })
  return current[0] ?? ''
}

/** Describes a version that packages bring. */
function describeOffer(
  store: ReadableStore,
  wanted: {
    readonly ours: string
    readonly hash: string
    readonly packages: readonly StagedPackage[]
  },
): FrameworkOffer {
  const { ours, hash, packages } = wanted
  const row = getFramework(store, hash)
  return {
    hash,
    title: row?.title ?? '',
    loadedAt: row?.loadedAt ?? '',
    files: packages.filter(({ frameworks }) => frameworks.includes(hash)).map(({ file }) => file),
    ratings: countRatingsByFramework(store).get(hash) ?? 0,
    difference: differenceBetween({
      before: getAllIndicators(store, ours),
      after: getAllIndicators(store, hash),
      splits: getAllSplits(store, hash),
      earlier: getAllOtherIndicators(store, [ours, hash]),
    }),
  }
}

/** Notes on a package that brought another framework version: what it changes, and what was decided. */
export function* frameworkNotes(
  { frameworks }: StagedPackage,
  question: FrameworkQuestion | null,
): Generator<PackageNote> {
  if (!question) return
  const { used, isDecided, others } = question
  for (const { hash, difference } of others.filter(one => frameworks.includes(one.hash))) {
    const data = { changes: difference.counts }
    if (!isDecided) yield { code: 'framework-disputed', data }
    else yield { code: hash === used ? 'framework-taken' : 'framework-aside', data }
  }
}
