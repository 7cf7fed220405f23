import type { Indicator } from '../../shared/model/framework.ts'
import { currentVersion, versionsInUse } from '../frameworks/versions/current-version.ts'
import { lineageOf } from '../frameworks/versions/in-use.ts'
import { type RoundAsks, roundAsks } from '../rounds/round-asks.ts'
import {
  getAllFrameworks,
  getAllIndicators,
  getAllReplacements,
} from '../store/records/frameworks.ts'
import type { Person } from '../store/reports/answers.ts'
import { getAllSeenInRound, getCountedPlaces } from '../store/reports/asked.ts'
import { getAllDraftAnswers } from '../store/reports/draft-answers.ts'
import type { ReadableStore } from '../store/store.ts'

/** An indicator that results are about. */
export interface RatedIndicator {
  readonly indicator: Indicator
  /** The framework version in whose words it is. */
  readonly framework: string
  /** True if it is no longer in the framework: a version that the one in use rests on has it. */
  readonly retired: boolean
  /** True if only a version that is not in use has it, as when two laptops each added one. */
  readonly otherVersion: boolean
}

/**
 * The questions that people were asked in a round, by the records of that round alone, so that nothing that is
 * loaded, opened or merged later changes them. A person was asked for the indicators of each framework version
 * that they answered in the round, as far as the round of their workshop has them. Who answered nothing was asked
 * by the version that was answered first in their workshop or, where nobody answered, by the one in use.
 */
export interface AskedInRound {
  /**
   * The indicators that anybody was asked for, in the order and words of the latest version that the round saw;
   * where nobody was asked anything, those in use.
   */
  readonly indicators: readonly RatedIndicator[]
  /** All other indicators of the workbook, in their latest words, but those of versions that were set aside. */
  readonly others: readonly RatedIndicator[]
  /** The same text as long as everybody was asked the same. */
  readonly mark: string
  /** Tests whether a person was asked anything, by their number. */
  readonly isIn: (number: number) => boolean
  /** Finds who was asked for an indicator, by their number. */
  readonly whoWasAsked: (indicator: string) => WasAsked
}

/** Tests whether a person was asked, by their number. */
export type WasAsked = (number: number) => boolean

/** A set of indicators that some people were asked for. */
type Asked = ReadonlySet<string>

/** The selection of answers that tells what was asked. */
interface AskedScope {
  readonly round: number
  /** True to count what is said in open turns too. */
  readonly withDrafts?: boolean | undefined
}

/** Reads what people were asked in a round. */
export function askedInRound(
  store: ReadableStore,
  people: readonly Person[],
  scope: AskedScope,
): AskedInRound {
  const versions = getAllFrameworks(store).map(({ hash }) => ({
    hash,
    indicators: getAllIndicators(store, hash),
  }))
  const current = currentVersion(store).hash
  const taken = withoutAside(store, versions)
  const attendances = readAttendances(store, people, scope, versions.length)
  const { askedOf, sets, hashes, mark } = groupAlike(attendances, taken.asked)
  const asked = new Set(sets.flatMap(set => [...set]))
  // Who answered to a version that was set aside counts by the words in use.
  if ([...hashes].some(hash => !taken.worded.has(hash))) hashes.add(current)
  const inUse = versions.filter(({ hash }) => hash === current)
  const listed =
    asked.size === 0
      ? inLatestWords(inUse)
      : inLatestWords(
          versions.filter(({ hash }) => hashes.has(hash) && taken.worded.has(hash)),
        ).filter(({ indicator }) => asked.has(indicator.id))
  const ids = new Set(listed.map(({ indicator }) => indicator.id))
  const earlier = lineageOf(getAllReplacements(store)).before(current)
  const rated = withStanding(
    inUse,
    versions.filter(({ hash }) => earlier.has(hash)),
  )
  return {
    indicators: listed.map(rated),
    others: inLatestWords(versions.filter(({ hash }) => taken.worded.has(hash)))
      .filter(({ indicator }) => !ids.has(indicator.id))
      .map(rated),
    mark,
    isIn: number => (askedOf[number]?.size ?? 0) > 0,
    whoWasAsked: indicator => {
      const having = new Set(sets.filter(set => set.has(indicator)))
      return number => having.has(askedOf[number] ?? NOTHING)
    },
  }
}

const NOTHING: Asked = new Set()

/** A framework version with its indicators. */
interface Version {
  readonly hash: string
  readonly indicators: readonly Indicator[]
}

/**
 * The versions without those that were set aside: `worded` are the rest, by hash, and `asked` all of them, those set
 * aside with no more than the indicators that the rest has.
 */
function withoutAside(store: ReadableStore, versions: readonly Version[]) {
  const { aside } = versionsInUse(store)
  const worded = versions.filter(({ hash }) => !aside.has(hash))
  const ids = new Set(worded.flatMap(({ indicators }) => indicators.map(({ id }) => id)))
  const asked = versions.map(({ hash, indicators }) => ({
    hash,
    indicators: aside.has(hash) ? indicators.filter(({ id }) => ids.has(id)) : indicators,
  }))
  return { asked, worded: new Set(worded.map(({ hash }) => hash)) }
}

/** Says of indicators whether the version in use has them, or one that it rests on. */
function withStanding(inUse: readonly Version[], before: readonly Version[]) {
  const idsOf = (some: readonly Version[]) =>
    new Set(some.flatMap(({ indicators }) => indicators.map(({ id }) => id)))
  const [used, known] = [idsOf(inUse), idsOf(before)]
  return (worded: Worded): RatedIndicator => {
    const { id } = worded.indicator
    return { ...worded, retired: !used.has(id) && known.has(id), otherVersion: !known.has(id) }
  }
}

/** An indicator in the words of a framework version. */
type Worded = Pick<RatedIndicator, 'indicator' | 'framework'>

/** Each indicator once, those of the last version first, in its order and words. */
function inLatestWords(versions: readonly Version[]): readonly Worded[] {
  const found = new Map<string, Worded>()
  for (const { hash, indicators } of versions.toReversed()) {
    for (const indicator of indicators) {
      if (!found.has(indicator.id)) found.set(indicator.id, { indicator, framework: hash })
    }
  }
  return [...found.values()]
}

/** The part of one participant in a round: what their workshop asked their group for, in which versions. */
interface Attendance {
  readonly workshop: string
  readonly group: string
  /** Null where they were asked nothing. */
  readonly asks: RoundAsks | null
  readonly hashes: readonly string[]
}

/** Finds the set of what each person was asked, one set for all who were asked alike. */
function groupAlike(attendances: readonly (readonly Attendance[])[], versions: readonly Version[]) {
  const byHash = new Map(
    versions.map(({ hash, indicators }) => [hash, indicators.map(({ id }) => id)]),
  )
  const sets = new Map<string, Asked>()
  const hashes = new Set<string>()
  const keys: string[] = []
  const askedOf = attendances.map(theirs => {
    const asking = theirs.filter(({ asks }) => asks !== null)
    const key = asking.map(keyOf).join()
    keys.push(key)
    const known = sets.get(key)
    if (known) return known
    for (const hash of asking.flatMap(one => one.hashes)) hashes.add(hash)
    const asked = new Set(
      asking.flatMap(({ asks, group, hashes: seen }) => {
        const all = seen.flatMap(hash => byHash.get(hash) ?? [])
        const theirs = asks?.indicatorsOf(group)
        return theirs ? all.filter(id => theirs.has(id)) : all
      }),
    )
    sets.set(key, asked)
    return asked
  })
  return { askedOf, sets: [...sets.values()], hashes, mark: keys.join('\n') }
}

/** The text that is the same for participants who were asked the same. */
const keyOf = ({ workshop, group, asks, hashes }: Attendance): string =>
  [workshop, ...hashes, ...(asks?.isNarrowed(group) ? [group] : [])].join(' ')

/** Reads the part of each person in a round; linked participants have one each. */
function readAttendances(
  store: ReadableStore,
  people: readonly Person[],
  { round, withDrafts }: AskedScope,
  versions: number,
): readonly (readonly Attendance[])[] {
  const placeOf = getCountedPlaces(store)
  const workshopOf = (participant: string) => placeOf.get(participant)?.workshop
  const participants = people.flatMap(({ id, also = [] }) => [id, ...also])
  const places = participants.flatMap(participant => workshopOf(participant) ?? [])
  const asks = new Map(
    [...new Set(places)].map(workshop => [workshop, roundAsks(store, { workshop, round })]),
  )
  const isFor = (participant: string): boolean =>
    asks.get(workshopOf(participant) ?? '')?.isFor(participant) ?? false
  // With one version only the answers of those tell anything whom the round was not for.
  const among = versions > 1 ? undefined : participants.filter(one => !isFor(one))
  const recorded = among?.length === 0 ? [] : getAllSeenInRound(store, { round, among })
  const drafts = withDrafts ? getAllDraftAnswers(store, { round }) : []
  const seen = new Map<string, ReadonlySet<string>>()
  const firstIn = new Map<string, string>()
  for (const { participant, framework } of [...recorded, ...drafts]) {
    seen.set(participant, new Set([...(seen.get(participant) ?? []), framework]))
    const workshop = workshopOf(participant)
    if (workshop !== undefined && !firstIn.has(workshop)) firstIn.set(workshop, framework)
  }
  const inUse = currentVersion(store).hash
  return people.map(({ also = [], ...first }) =>
    [first.id, ...also].map(participant => {
      const { workshop, group } = placeOf.get(participant) ?? first
      const theirs = seen.get(participant)
      return {
        ...{ workshop, group },
        asks: theirs || isFor(participant) ? (asks.get(workshop) ?? null) : null,
        hashes: theirs ? [...theirs].toSorted() : [firstIn.get(workshop) ?? inUse],
      }
    }),
  )
}
