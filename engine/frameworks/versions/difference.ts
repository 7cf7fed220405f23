import {
  type ChangeCounts,
  type ChangedIndicator,
  type Indicator,
  REWORDED_FIELDS,
  type RewordedField,
  type Rewording,
  type VersionChange,
  type VersionDifference,
} from '../../../shared/model/framework.ts'
import { groupBy } from '../../group-by.ts'
import type { Split } from '../../store/records/frameworks.ts'

/** Two framework versions to compare. */
export interface TwoVersions {
  readonly before: readonly Indicator[]
  readonly after: readonly Indicator[]
  /** The indicators of `after` that were split off from earlier ones. */
  readonly splits: readonly Split[]
  /** Indicators of still earlier versions, the latest words of each: what may be there again. */
  readonly earlier: readonly Indicator[]
}

/** Says what became of every indicator, each named once. */
export function differenceBetween({
  before,
  after,
  splits,
  earlier,
}: TwoVersions): VersionDifference {
  const known = new Map([...earlier, ...before].map(indicator => [indicator.id, indicator]))
  const places = new Map(before.map(({ id }, index) => [id, index]))
  const origins = new Map(splits.map(({ indicator, origin }) => [indicator, origin]))
  const parts = groupBy(after, ({ id }) => origins.get(id))
  const ofAfter = new Set(after.map(({ id }) => id))
  const isElsewhere = (indicator: Indicator): boolean =>
    sectionOf(known.get(indicator.id) ?? indicator) !== sectionOf(indicator)
  const steady = inUnchangedOrder(
    after.map(each => (isElsewhere(each) ? null : (places.get(each.id) ?? null))),
  )
  const later = after.map((indicator, index): VersionChange => {
    const was = known.get(indicator.id)
    if (was === undefined) {
      const origin = known.get(origins.get(indicator.id) ?? '')
      return { kind: 'added', ...subjectOf(indicator), splitFrom: origin?.code ?? null }
    }
    const from = places.get(indicator.id)
    const hasMoved = !steady.has(index)
    return changed(was, indicator, { from, to: index, hasMoved })
  })
  const gone = before
    .filter(({ id }) => !ofAfter.has(id))
    .map((indicator): VersionChange => {
      const into = (parts.get(indicator.id) ?? []).map(({ code }) => code)
      if (into.length === 0) return { kind: 'removed', ...subjectOf(indicator) }
      return { kind: 'split', ...subjectOf(indicator), into }
    })
  const all = [...later, ...gone]
  return { counts: countChanges(all), changes: all.filter(change => !isUnchanged(change)) }
}

const sectionOf = ({ section }: Indicator): string => JSON.stringify(section)

const subjectOf = ({ id, code, title, section }: Indicator) => ({
  indicator: id,
  code,
  title,
  section,
})

interface Placing {
  /** Undefined where the version before did not have it. */
  readonly from: number | undefined
  readonly to: number
  readonly hasMoved: boolean
}

function changed(was: Indicator, is: Indicator, { from, to, hasMoved }: Placing): ChangedIndicator {
  return {
    kind: 'changed',
    ...subjectOf(is),
    isRestored: from === undefined,
    reworded: rewordings(was, is),
    recoded: was.code === is.code ? null : { before: was.code, after: is.code },
    moved:
      from !== undefined && hasMoved
        ? {
            before: { section: was.section, position: from + 1 },
            after: { section: is.section, position: to + 1 },
          }
        : null,
  }
}

/** The texts that differ, in the order in which an indicator is read. */
function rewordings(was: Indicator, is: Indicator): Rewording[] {
  const textOf = (indicator: Indicator, field: RewordedField): string => indicator[field] ?? ''
  return REWORDED_FIELDS.map(field => ({
    field,
    before: textOf(was, field),
    after: textOf(is, field),
  })).filter(({ before, after }) => before !== after)
}

function isUnchanged(change: VersionChange): boolean {
  return (
    change.kind === 'changed' &&
    !change.isRestored &&
    change.reworded.length === 0 &&
    change.recoded === null &&
    change.moved === null
  )
}

function countChanges(changes: readonly VersionChange[]): ChangeCounts {
  const count = (test: (change: VersionChange) => boolean): number => changes.filter(test).length
  const kept = (test: (change: ChangedIndicator) => boolean): number =>
    count(change => change.kind === 'changed' && test(change))
  return {
    added: count(({ kind }) => kind === 'added'),
    removed: count(({ kind }) => kind === 'removed'),
    reworded: kept(({ reworded }) => reworded.length > 0),
    recoded: kept(({ recoded }) => recoded !== null),
    moved: kept(({ moved }) => moved !== null),
    split: count(({ kind }) => kind === 'split'),
    restored: kept(({ isRestored }) => isRestored),
    unchanged: count(isUnchanged),
  }
}

/** True if nothing differs. */
export const isSameFramework = ({ changes }: VersionDifference): boolean => changes.length === 0

/**
 * The places of a new order whose items kept their order: the longest increasing subsequence of their earlier
 * places, so that one item put elsewhere counts as one move. `before` is null for new items.
 */
function inUnchangedOrder(before: readonly (number | null)[]): ReadonlySet<number> {
  /** For each length of run, the place at which the run with the lowest end ends. */
  const ends: number[] = []
  const previous = new Map<number, number | undefined>()
  for (const [place, was] of before.entries()) {
    if (was === null) continue
    const length = firstNotBelow(ends, was, before)
    previous.set(place, ends[length - 1])
    ends[length] = place
  }
  const steady = new Set<number>()
  for (let place = ends.at(-1); place !== undefined; place = previous.get(place)) steady.add(place)
  return steady
}

/** The number of runs that end below a value, found by binary search as their ends are in order. */
function firstNotBelow(
  ends: readonly number[],
  value: number,
  values: readonly (number | null)[],
): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
