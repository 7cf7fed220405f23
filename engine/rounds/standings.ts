import type {
  AskedOf,
  ParticipantProgress,
  RoundUnderWay,
  StandingCounts,
} from '../../shared/model/workshop.ts'
import { readNames } from '../people/names.ts'
import { requirePresent } from '../people/starts.ts'
import { getLinkedInWorkshop } from '../store/records/people.ts'
import { getCurrentPersonRounds, type PersonRound, type RoundKey } from '../store/records/rounds.ts'
import { getAllTestParticipants } from '../store/records/test-participants.ts'
import { getAllWorkshops, hasAnswersBefore, hasRatings } from '../store/records/workshops.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireParticipant } from '../workshops/participants.ts'
import { requireWorkshop } from '../workshops/workshops.ts'
import { askedOfPerson } from './asked-by-group.ts'
import { type Asked, decideAsked } from './asked-of.ts'
import { personsIn } from './marks.ts'
import { type InRound, type OwnProgress, readProgress } from './progress.ts'
import { indicatorsOfRound, listOpened, type OpenedRound } from './rounds.ts'

/** Decides what one person is asked for, by their progress in each round. */
const askedRound = (opened: readonly OpenedRound[], inRound: InRound, participant: string) =>
  decideAsked(opened, round => inRound(round).get(participant)?.standing ?? 'excused')

/**
 * Decides what one person is to rate now: the round that the facilitator chose for them, if it is open, or left out
 * the earliest that they have not finished; or nothing. Throws UNKNOWN_PARTICIPANT.
 */
export function roundOf(
  store: ReadableStore,
  participant: string,
  chosen: number | null = null,
): AskedOf {
  const person = requirePresent(store, participant)
  const { workshop } = person
  const participants = getLinkedInWorkshop(store, participant)
  const inRound = readProgress(store, { workshop, participants })
  const opened = listOpened(store, workshop)
  const asked =
    chosen === null ? askedRound(opened, inRound, participant) : chosenRound(opened, chosen)
  if ('none' in asked) return { kind: 'nothing', because: asked.none }
  const { round, indicators } = asked.round
  const theirs = askedOfPerson(store, person, indicators)
  return {
    kind: 'round',
    round,
    indicators: theirs && [...theirs],
    isReturn: hasAnswersBefore(store, { participants, round }),
    hasBegun: inRound(asked.round).get(participant)?.standing === 'in the middle',
  }
}

/** The round that a person is asked for after one that they ended; null where there is none, or it is not ended yet. */
export function nextRoundOf(
  store: ReadableStore,
  participant: string,
  ended: number,
): number | null {
  const asked = roundOf(store, participant)
  return asked.kind === 'round' && asked.round > ended ? asked.round : null
}

/** The round that a person would be asked for once they were done with one that they rate now; null for none. */
export function followingRound(
  store: ReadableStore,
  { participant, round }: Pick<PersonRound, 'participant' | 'round'>,
): number | null {
  const { workshop } = requirePresent(store, participant)
  const inRound = readProgress(store, {
    workshop,
    participants: getLinkedInWorkshop(store, participant),
  })
  const standingIn = (one: OpenedRound) =>
    one.round === round ? 'finished' : (inRound(one).get(participant)?.standing ?? 'excused')
  const asked = decideAsked(listOpened(store, workshop), standingIn)
  return 'round' in asked && asked.round.round > round ? asked.round.round : null
}

/** Tests whether a person who was asked for a round once more has now answered all of it. */
export function hasDoneAgain(
  store: ReadableStore,
  { participant, round }: Pick<PersonRound, 'participant' | 'round'>,
): boolean {
  const participants = getLinkedInWorkshop(store, participant)
  const isAsked = participants.some(one =>
    getCurrentPersonRounds(store, { participant: one, round }).some(
      ({ standing }) => standing === 'asked',
    ),
  )
  if (!isAsked) return false
  const { workshop } = requireParticipant(store, participant)
  const indicators = indicatorsOfRound(store, { workshop, round })
  const own = readProgress(store, { workshop, participants })({ round, indicators }).get(
    participant,
  )
  return own !== undefined && own.rated === own.indicators
}

/** The round that somebody chose, as long as it can be rated. */
function chosenRound(opened: readonly OpenedRound[], chosen: number): Asked<OpenedRound> {
  const round = opened.at(-1)?.isClosed ? undefined : opened.find(one => one.round === chosen)
  return round && !round.isClosed ? { round } : { none: 'closed' }
}

/**
 * The participants of a workshop with their progress in a round; left out, each in the round that they are asked
 * for, or in the latest where they are asked for none. Throws UNKNOWN_WORKSHOP.
 */
export function listProgress(
  store: ReadableStore,
  { workshop, round: wanted }: { readonly workshop: string; readonly round?: number | undefined },
): readonly ParticipantProgress[] {
  requireWorkshop(store, workshop)
  const nameOf = readNames(store)
  const tests = getAllTestParticipants(store)
  return ownProgress(store, workshop, wanted).map(person => ({
    ...person,
    name: nameOf(person),
    isTest: tests.has(person.id),
  }))
}

function ownProgress(
  store: ReadableStore,
  workshop: string,
  wanted: number | undefined,
): readonly OwnProgress[] {
  const inRound = readProgress(store, { workshop })
  if (wanted !== undefined) {
    const indicators = indicatorsOfRound(store, { workshop, round: wanted })
    return [...inRound({ round: wanted, indicators }).values()]
  }
  const opened = listOpened(store, workshop)
  const latest = opened.at(-1)
  if (!latest) return []
  return [...inRound(latest).values()].map(person => {
    const asked = askedRound(opened, inRound, person.id)
    return ('round' in asked ? inRound(asked.round).get(person.id) : undefined) ?? person
  })
}

/**
 * Counts the people of a workshop, tests left out and each person once, by how far they are with a round. Throws
 * UNKNOWN_WORKSHOP.
 */
export function countStandings(store: ReadableStore, key: RoundKey): StandingCounts {
  const people = listProgress(store, key).filter(({ isTest }) => !isTest)
  const personOf = personsIn(store)
  const standings = new Map(people.map(({ id, standing }) => [personOf(id), standing]))
  const count = (wanted: ParticipantProgress['standing']) =>
    [...standings.values()].filter(standing => standing === wanted).length
  return {
    finished: count('finished'),
    inTheMiddle: count('in the middle'),
    notBegun: count('not begun'),
    excused: count('excused'),
  }
}

/**
 * The round that a workshop is rating now: its latest, if that is not closed and somebody has answered; null for none.
 * The first round of made-up ratings is nobody's, and never counts.
 */
export function roundBeingRated({ store, madeUp }: Workbook, workshop: string): number | null {
  const latest = listOpened(store, workshop).at(-1)
  if (!latest || latest.isClosed || (madeUp && latest.round === 1)) return null
  return hasRatings(store, workshop) ? latest.round : null
}

/** The workshops that are rating now, with how far their people are. None of their answers belong on a screen. */
export function listUnderWay(workbook: Workbook): readonly Omit<RoundUnderWay, 'isSeen'>[] {
  const { store } = workbook
  return getAllWorkshops(store).flatMap(({ id: workshop }) => {
    const round = roundBeingRated(workbook, workshop)
    return round === null
      ? []
      : [{ workshop, round, people: countStandings(store, { workshop, round }) }]
  })
}
