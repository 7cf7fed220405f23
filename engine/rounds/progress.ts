import type { ParticipantProgress } from '../../shared/model/workshop.ts'
import { currentVersion } from '../frameworks/versions/current-version.ts'
import { groupBy } from '../group-by.ts'
import {
  countRatedTogether,
  getAllProgress,
  type ProgressRow,
  type ProgressScope,
  type RatedTogether,
} from '../store/records/workshops.ts'
import type { ReadableStore } from '../store/store.ts'
import {
  type AskedByGroup,
  type Indicators,
  inAny,
  narrowed,
  readAskedByGroup,
} from './asked-by-group.ts'
import { standingOf } from './asked-of.ts'
import { personsIn, readMarks } from './marks.ts'

/** The people of a workshop, or some of them. */
interface Whose {
  readonly workshop: string
  readonly participants?: readonly string[] | null
}

/** The progress of a person as it takes no other people to tell. */
export type OwnProgress = Omit<ParticipantProgress, 'name' | 'isTest'>

/** A round, and the indicators that it asks for; null for all. */
interface AskingRound {
  readonly round: number
  readonly indicators: readonly string[] | null
}

/** A function that finds the progress of people in a round. */
export type InRound = (round: AskingRound) => ReadonlyMap<string, OwnProgress>

/**
 * Reads what people have done in each round, once, and only in the rounds that are looked at. Participants of the
 * workshop who are one person have one standing: what they finished together is finished, and what is asked of any is
 * asked.
 */
export function readProgress(
  store: ReadableStore,
  { workshop, participants = null }: Whose,
): InRound {
  const framework = currentVersion(store).hash
  const markOf = readMarks(store, workshop)
  const known = new Map<number, ReadonlyMap<string, OwnProgress>>()
  const personOf = personsIn(store)
  const byGroup = readAskedByGroup(store, workshop)
  const toProgress = (
    row: ProgressRow,
    {
      person,
      together,
    }: { readonly person: readonly ProgressRow[]; readonly together: RatedTogether },
    round: number,
  ) => {
    const { hasBegun: _, ...own } = row
    const standing = standingOf({
      ...together,
      hasBegun: person.some(({ hasBegun }) => hasBegun === 1),
      mark: markOf(row.id, round),
    })
    return { ...own, round, standing }
  }
  return ({ round, indicators }) => {
    const before = known.get(round)
    if (before) return before
    const scope = { workshop, framework, round, asked: indicators, participants }
    const rows = readRows(store, scope, byGroup)
    const people = [...groupBy(rows, ({ id }) => personOf(id)).values()]
    const read = new Map(
      people.flatMap(person => {
        const together = ratedTogether(store, scope, { person, byGroup })
        return person.map(row => [row.id, toProgress(row, { person, together }, round)] as const)
      }),
    )
    known.set(round, read)
    return read
  }
}

/** The people of a workshop in the order in which they joined, each with what their group is asked. */
function readRows(
  store: ReadableStore,
  scope: ProgressScope,
  { groups, of }: AskedByGroup,
): readonly ProgressRow[] {
  if (groups.length === 0) return getAllProgress(store, scope)
  const rows = groups.flatMap(group =>
    getAllProgress(store, {
      ...scope,
      asked: listOf(narrowed(scope.asked, of(group))),
      groups: { names: [group], areMeant: true },
    }),
  )
  const others = getAllProgress(store, { ...scope, groups: { names: groups, areMeant: false } })
  return [...rows, ...others].toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

/** The progress of a person who is one participant of the workshop, or several. */
function ratedTogether(
  store: ReadableStore,
  scope: ProgressScope,
  { person, byGroup }: { readonly person: readonly ProgressRow[]; readonly byGroup: AskedByGroup },
): RatedTogether {
  const [one, ...linked] = person
  if (one && linked.length === 0) return { rated: one.rated, indicators: one.indicators }
  return countRatedTogether(store, {
    ...scope,
    asked: listOf(narrowed(scope.asked, inAny(person.map(({ group }) => byGroup.of(group))))),
    participants: person.map(({ id }) => id),
  })
}

const listOf = (indicators: Indicators): readonly string[] | null => indicators && [...indicators]
