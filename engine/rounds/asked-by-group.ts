import type { Participant } from '../../shared/model/workshop.ts'
import { groupBy } from '../group-by.ts'
import { getLinkedInWorkshop } from '../store/records/people.ts'
import { getAllGroupIndicators } from '../store/records/protocols.ts'
import { getParticipant } from '../store/records/workshops.ts'
import type { ReadableStore } from '../store/store.ts'

/** A set of indicators by their ids; null for all. */
export type Indicators = ReadonlySet<string> | null

/** The indicators that each group of a workshop is asked. */
export interface AskedByGroup {
  /** Finds those of a group; null for all. */
  readonly of: (group: string) => Indicators
  /** The groups that are asked some alone. */
  readonly groups: readonly string[]
}

/**
 * Reads what the groups of a workshop are asked, in every round as far as that round asks for it. Where two teams chose
 * differently for a group, it is asked what either chose, as of rounds that two laptops opened.
 */
export function readAskedByGroup(store: ReadableStore, workshop: string): AskedByGroup {
  const chosen = new Map<string, ReadonlySet<string>>()
  const byGroup = groupBy(getAllGroupIndicators(store, workshop), ({ group }) => group)
  for (const [group, records] of byGroup) {
    const lists = records.flatMap(({ indicators }) => (indicators === null ? [] : [indicators]))
    if (lists.length === records.length) chosen.set(group, new Set(lists.flat()))
  }
  return { of: group => chosen.get(group) ?? null, groups: [...chosen.keys()] }
}

/** The indicators that a round asks for, as far as a group is asked them. */
export const narrowed = (round: readonly string[] | null, group: Indicators): Indicators =>
  round === null ? group : new Set(group === null ? round : round.filter(id => group.has(id)))

/** The indicators that are in any of some sets. */
export const inAny = (sets: readonly Indicators[]): Indicators => {
  const all = new Set<string>()
  for (const set of sets) {
    if (set === null) return null
    for (const id of set) all.add(id)
  }
  return all
}

/** The indicators that a round asks a group of a workshop for. */
export const askedOfGroup = (
  store: ReadableStore,
  { workshop, group }: Pick<Participant, 'workshop' | 'group'>,
  round: readonly string[] | null,
): Indicators => narrowed(round, readAskedByGroup(store, workshop).of(group))

/**
 * The indicators that a round asks a person for: what their group is asked and, where several participants of the
 * workshop are one person, the group of any.
 */
export function askedOfPerson(
  store: ReadableStore,
  { id, workshop, group }: Pick<Participant, 'id' | 'workshop' | 'group'>,
  round: readonly string[] | null,
): Indicators {
  const { of, groups } = readAskedByGroup(store, workshop)
  if (groups.length === 0) return narrowed(round, null)
  const [, ...linked] = getLinkedInWorkshop(store, id)
  const theirs = [group, ...linked.flatMap(one => getParticipant(store, one)?.group ?? [])]
  return narrowed(round, inAny(theirs.map(of)))
}
