import type { ResultsScope } from '../../shared/model/results.ts'
import type { ConsensusRule } from '../../shared/model/rules.ts'
import type { Scale } from '../../shared/model/scale.ts'
import type { Workshop } from '../../shared/model/workshop.ts'
import { getAllWorkshops } from '../store/records/workshops.ts'
import {
  type Answers,
  type AnswersScope,
  getAllPeople,
  type Person,
  readAnswers,
} from '../store/reports/answers.ts'
import type { ReadableStore } from '../store/store.ts'
import { requireWorkshop } from '../workshops/workshops.ts'
import { type AskedInRound, askedInRound } from './asked.ts'
import type { GroupSizes } from './criterion-result.ts'
import type { Judging } from './figures/verdict.ts'
import { judgingBy, ruleOf } from './figures/verdict.ts'
import { type HandsInScope, handsInScope, NO_HANDS, peopleInRooms } from './hands-in-scope.ts'

/** The source of results: an open workbook, or a snapshot of one. */
export interface RatedWorkbook {
  readonly store: ReadableStore
  readonly scale: Scale
  /** True to count what is said in open turns too, as on screens; left out, records alone count. */
  readonly withDrafts?: boolean
  /** True to count what groups answered by show of hands too; left out, answers of persons alone count. */
  readonly withHands?: boolean
}

/** Everything that results of a scope rest on but the answers themselves. */
export interface RatingBasis {
  readonly rule: ConsensusRule
  readonly judging: Judging
  readonly levels: number
  readonly workshops: readonly Workshop[]
  readonly people: readonly Person[]
  /** The questions that each of these people was asked in the round. */
  readonly asked: AskedInRound
  /** The shows of hands that are counted beside them. */
  readonly hands: HandsInScope
  /** The number of people in each group in scope who were asked, those in rooms that showed hands included, in the order in which workshops list groups. */
  readonly sizes: GroupSizes
}

/** Reads what the results of a scope rest on. Throws UNKNOWN_WORKSHOP and RULE_OFF_SCALE. */
export function ratingBasis(workbook: RatedWorkbook, scope: ResultsScope): RatingBasis {
  const { store, scale } = workbook
  const rule = ruleOf(scope, scale)
  const judging = judgingBy(rule, scale, scope)
  const workshops = scope.workshops?.map(id => requireWorkshop(store, id)) ?? getAllWorkshops(store)
  const everyone = getAllPeople(
    store,
    workshops.map(({ id }) => id),
  )
  const hands = readHands(workbook, { workshops }, scope)
  const groups = listGroups(workshops, [...everyone, ...hands.shown], scope.groups)
  const people = everyone.filter(({ group }) => groups.has(group))
  const asked = askedIn(workbook, people, scope.round)
  return {
    rule,
    judging,
    levels: scale.length,
    workshops,
    people,
    asked,
    hands,
    sizes: groupSizes(
      groups,
      people.filter((_, number) => asked.isIn(number)),
      peopleInRooms(hands),
    ),
  }
}

/** Reads the shows of hands that results of a scope count; none where persons alone count. */
export const readHands = (
  { store, withHands = false }: RatedWorkbook,
  { workshops }: Pick<RatingBasis, 'workshops'>,
  scope: ResultsScope,
): HandsInScope =>
  withHands
    ? handsInScope(
        store,
        workshops.map(({ id }) => id),
        scope,
      )
    : NO_HANDS

/** The same workbook as screens see it: with what is said in turns that are still open, and with shows of hands. */
export const asOnScreen = ({ store, scale }: RatedWorkbook): RatedWorkbook => ({
  ...{ store, scale },
  withDrafts: true,
  withHands: true,
})

/** The same workbook as files of results see it: what is recorded, with shows of hands. */
export const asRecorded = ({ store, scale }: RatedWorkbook): RatedWorkbook => ({
  ...{ store, scale },
  withHands: true,
})

/** The answers that results of a scope count, of every indicator or of one. */
export function answersInScope(
  workbook: RatedWorkbook,
  { people }: RatingBasis,
  scope: ResultsScope,
  indicator?: string,
): readonly Answers[] {
  const { store } = workbook
  const counted = answersScope(workbook, scope)
  return readAnswers(store, people, indicator === undefined ? counted : { ...counted, indicator })
}

/** The ratings that the results of a scope count. */
export function answersScope(
  { withDrafts = false }: RatedWorkbook,
  { round, wording, conflicts = 'left out' }: ResultsScope,
): AnswersScope {
  return { round, wording, conflicts, withDrafts }
}

/** Reads what these people were asked in a round. */
export const askedIn = (
  { store, withDrafts }: RatedWorkbook,
  people: readonly Person[],
  round: number,
): AskedInRound => askedInRound(store, people, { round, withDrafts })

function listGroups(
  workshops: readonly Workshop[],
  people: readonly Pick<Person, 'group'>[],
  wanted: readonly string[] | undefined,
): ReadonlySet<string> {
  const listed = [...workshops.flatMap(({ groups }) => groups), ...people.map(({ group }) => group)]
  return new Set(listed.filter(group => !wanted || wanted.includes(group)))
}

function groupSizes(
  groups: ReadonlySet<string>,
  people: readonly Person[],
  inRooms: ReadonlyMap<string, number>,
): GroupSizes {
  const sizes = new Map([...groups].map(group => [group, inRooms.get(group) ?? 0]))
  for (const { group } of people) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  return sizes
}
