import { assertNever } from '../../../shared/assert-never.ts'
import type { Wording } from '../../../shared/model/rating.ts'
import type { ConflictsCounted } from '../../../shared/model/results.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import { type ConflictingAnswer, getAllConflictingAnswers } from '../records/conflicts.ts'
import { getLinkedPeople } from '../records/people.ts'
import type { ReadableStore } from '../store.ts'

/** A participant as results need them. Their place in the list is their number in `Answers`. */
export interface Person {
  readonly id: string
  readonly workshop: string
  readonly group: string
  /** The other participants in scope who are the same person, as somebody said; seldom any. */
  readonly also?: readonly string[]
}

/** What one person answered, as a number: a level is itself, 1 to 9. `none` is also no record at all. */
export const ANSWER_CODES = { none: 0, dont_know: 10, not_applicable: 11 } as const

/** Whether a code is that of a level. */
export const isLevel = (code: number): boolean =>
  code > ANSWER_CODES.none && code < ANSWER_CODES.dont_know

/** The answers of everyone to one criterion of one indicator in one round. */
export interface Answers {
  readonly indicator: string
  readonly criterion: Criterion
  /** The code of each person's answer, by the person's number. */
  readonly codes: Uint8Array
  /** How many people have two current ratings here or more. */
  readonly conflicts: number
}

/** Which ratings are read. */
export interface AnswersScope {
  readonly round: number
  readonly conflicts: ConflictsCounted
  /** Only ratings made with these words on screen; left out, all. */
  readonly wording?: Wording | undefined
  /** Only this indicator; left out, all. */
  readonly indicator?: string
}

interface AnswersRow {
  readonly indicator: string
  readonly criterion: Criterion
  /** One character for each rating: whose it is, and which answer. */
  readonly text: string
}

/** Added to the code of an answer that was given to other words than those asked for. */
const OTHER_WORDS = 16
const CODES = 32
/** The code points from here on are no characters by themselves, and are left free. */
const SURROGATES = { from: 0xd8_00, count: 0x8_00 } as const
const MOST_PEOPLE = Math.floor((0x11_00_00 - SURROGATES.count) / CODES) - 1

/**
 * The people of these workshops, in the order in which they joined. Who is linked to an earlier one is
 * that person, and counts in the group under which they joined first.
 */
export function getAllPeople(
  store: ReadableStore,
  workshops: readonly string[],
): readonly Person[] {
  const participants = store
    .prepare<{ workshops: string }, Person>(
      `SELECT participant AS id, workshop, stakeholder_group AS "group" FROM participant
       WHERE workshop IN (SELECT value FROM json_each(@workshops)) ORDER BY participant`,
    )
    .all({ workshops: JSON.stringify(workshops) })
  return joinLinked(participants, getLinkedPeople(store))
}

/** Makes one of those who are linked: the first of them, who is also the others. */
function joinLinked(
  participants: readonly Person[],
  linked: ReadonlyMap<string, string>,
): readonly Person[] {
  if (linked.size === 0) return participants
  const people = new Map<string, Person>()
  for (const participant of participants) {
    const { id } = participant
    const key = linked.get(id) ?? id
    const first = people.get(key)
    people.set(key, first ? { ...first, also: [...(first.also ?? []), id] } : participant)
  }
  return [...people.values()]
}

/**
 * Reads what these people answered, wherever any of them did.
 *
 * The ratings of one indicator and criterion lie side by side in their index, so they come as one text
 * with a character for each and are taken apart here: a row for each rating would take SQLite and this
 * process several times as long.
 */
export function readAnswers(
  store: ReadableStore,
  people: readonly Person[],
  scope: AnswersScope,
): readonly Answers[] {
  if (people.length > MOST_PEOPLE) throw new Error(`${people.length} people are too many to count.`)
  const { round, wording, indicator } = scope
  const conflictsOn = conflictsByQuestion(findConflicts(store, people, scope))
  return store
    .prepare<object, AnswersRow>(
      `WITH person AS MATERIALIZED (
         SELECT value AS id, (key + 1) * ${CODES} AS code FROM json_each(@people)
         UNION ALL SELECT value ->> 0, ((value ->> 1) + 1) * ${CODES} FROM json_each(@also)),
       answered AS (
         SELECT r.indicator, r.criterion, person.code + CASE r.answer
             WHEN 'level' THEN r.level
             WHEN 'dont_know' THEN ${ANSWER_CODES.dont_know}
             WHEN 'not_applicable' THEN ${ANSWER_CODES.not_applicable}
             ELSE ${ANSWER_CODES.none} END
             ${wording ? `+ ${OTHER_WORDS} * (r.wording <> @wording)` : ''} AS code
         FROM current_rating AS r CROSS JOIN person ON person.id = r.participant
         WHERE r.round = @round ${indicator ? 'AND r.indicator = @indicator' : ''})
       SELECT indicator, criterion, group_concat(char(code + CASE WHEN code < ${SURROGATES.from}
           THEN 0 ELSE ${SURROGATES.count} END), '') AS text
       FROM answered GROUP BY indicator, criterion`,
    )
    .all({
      people: JSON.stringify(people.map(({ id }) => id)),
      also: JSON.stringify(people.flatMap(({ also = [] }, number) => also.map(id => [id, number]))),
      round,
      ...(wording && { wording }),
      ...(indicator && { indicator }),
    })
    .map(row => answersOf(row, people, scope, conflictsOn(row)))
}

/** Two answers or more of one person to one question, the oldest first. */
export interface PersonInConflict {
  readonly question: string
  /** The person's number in the list of people. */
  readonly number: number
  readonly sides: readonly ConflictingAnswer[]
}

/**
 * Finds the conflicts among people. Of linked participants only those in scope count: a person of whom one
 * side is in scope has one answer there and no conflict.
 */
export function findConflicts(
  store: ReadableStore,
  people: readonly Person[],
  scope: Pick<AnswersScope, 'round' | 'indicator'>,
): readonly PersonInConflict[] {
  const sides = getAllConflictingAnswers(store, scope)
  if (sides.length === 0) return []
  const numbers = new Map(
    people.flatMap(({ id, also = [] }, number) => [id, ...also].map(one => [one, number] as const)),
  )
  const found = new Map<string, PersonInConflict>()
  for (const side of sides) {
    const number = numbers.get(side.participant)
    if (number === undefined) continue
    const question = questionKey(side)
    const key = `${number} ${question}`
    found.set(key, { question, number, sides: [...(found.get(key)?.sides ?? []), side] })
  }
  return [...found.values()].filter(conflict => conflict.sides.length > 1)
}

function conflictsByQuestion(
  conflicts: readonly PersonInConflict[],
): (question: Pick<Answers, 'indicator' | 'criterion'>) => readonly PersonInConflict[] {
  const found = new Map<string, PersonInConflict[]>()
  for (const conflict of conflicts) {
    const others = found.get(conflict.question)
    if (others) others.push(conflict)
    else found.set(conflict.question, [conflict])
  }
  return question => found.get(questionKey(question)) ?? []
}

const questionKey = ({ indicator, criterion }: Pick<Answers, 'indicator' | 'criterion'>): string =>
  `${criterion} ${indicator}`

function answersOf(
  { indicator, criterion, text }: AnswersRow,
  people: readonly Person[],
  { conflicts, wording }: AnswersScope,
  inConflict: readonly PersonInConflict[],
): Answers {
  const codes = new Uint8Array(people.length)
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0
    // A code point beyond the first 65,536 takes two places in a text.
    if (point > 0xff_ff) at++
    const code = point < SURROGATES.from ? point : point - SURROGATES.count
    const number = Math.floor(code / CODES) - 1
    codes[number] = (code & OTHER_WORDS) !== 0 ? ANSWER_CODES.none : code % CODES
  }
  for (const { number, sides } of inConflict) {
    const latest = sides.at(-1)
    const counts = conflicts === 'provisional' && (!wording || latest?.wording === wording)
    codes[number] = counts && latest ? codeOf(latest) : ANSWER_CODES.none
  }
  return { indicator, criterion, codes, conflicts: inConflict.length }
}

function codeOf({ answer, level }: ConflictingAnswer): number {
  switch (answer) {
    case 'level':
      return level ?? ANSWER_CODES.none
    case 'dont_know':
      return ANSWER_CODES.dont_know
    case 'not_applicable':
      return ANSWER_CODES.not_applicable
    case 'none':
      return ANSWER_CODES.none
    default:
      return assertNever(answer)
  }
}
