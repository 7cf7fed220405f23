import { assertNever } from '../../../shared/assert-never.ts'
import type { Wording } from '../../../shared/model/rating.ts'
import type { ConflictsCounted } from '../../../shared/model/results.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import { type ConflictingAnswer, getAllConflictingAnswers } from '../records/conflicts.ts'
import { getLinkedPeople } from '../records/people.ts'
import type { ReadableStore } from '../store.ts'
import { type DraftAnswer, getAllDraftAnswers } from './draft-answers.ts'

/** A person as results count them. Their index in the list of people is their number in `Answers`. */
export interface Person {
  readonly id: string
  readonly workshop: string
  readonly group: string
  /** The other participants in scope who are linked to them; usually none. */
  readonly also?: readonly string[]
}

/** The codes of answers. A level is its own code, 1 to 10; `none` also stands for no record at all. */
export const ANSWER_CODES = { none: 0, dont_know: 11, not_applicable: 12 } as const

/** Tests whether a code is that of a level. */
export const isLevel = (code: number): boolean =>
  code > ANSWER_CODES.none && code < ANSWER_CODES.dont_know

/** Tests whether a code is an answer. */
export const isAnswer = (code: number): boolean => code !== ANSWER_CODES.none

/** The answers of all people to one question: an indicator by a criterion in a round. */
export interface Answers {
  readonly indicator: string
  readonly criterion: Criterion
  /** The code of each person's answer, by the person's number. */
  readonly codes: Uint8Array
  /** The number of people in conflict here, with two current ratings or more. */
  readonly conflicts: number
}

/** The selection of ratings that are read. */
export interface AnswersScope {
  readonly round: number
  readonly conflicts: ConflictsCounted
  /** The wording that was on screen; by default any. */
  readonly wording?: Wording | undefined
  /** The id of one indicator; by default all. */
  readonly indicator?: string
  /** True to count what is said in open turns too, in the place of what stands; by default only records. */
  readonly withDrafts?: boolean
}

interface AnswersRow {
  readonly indicator: string
  readonly criterion: Criterion
  /** One character for each rating, which encodes the person's number and the answer. */
  readonly text: string
}

/** The bit that marks an answer to another wording than the one in scope. */
const OTHER_WORDS = 16
const CODES = 32
/** The range of code points that are no characters by themselves and are skipped. */
const SURROGATES = { from: 0xd8_00, count: 0x8_00 } as const
const MOST_PEOPLE = Math.floor((0x11_00_00 - SURROGATES.count) / CODES) - 1

/**
 * The people of these workshops, in the order in which they joined. Linked participants are one person, who
 * counts in the group of the first of them.
 */
export function getAllPeople(
  store: ReadableStore,
  workshops: readonly string[],
): readonly Person[] {
  const participants = store
    .prepare<{ workshops: string }, Person>(
      `SELECT participant AS id, workshop, stakeholder_group AS "group" FROM counted_participant
       WHERE workshop IN (SELECT value FROM json_each(@workshops)) ORDER BY participant`,
    )
    .all({ workshops: JSON.stringify(workshops) })
  return joinLinked(participants, getLinkedPeople(store))
}

/** Joins linked participants into one person: the first of them, with the others in `also`. */
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
 * Reads the answers of these people to every question that any of them answered.
 *
 * The ratings of one indicator and criterion are adjacent in their index, so SQLite returns them as one text
 * with a character for each, which is decoded here. A row for each rating would take several times as long.
 */
export function readAnswers(
  store: ReadableStore,
  people: readonly Person[],
  scope: AnswersScope,
): readonly Answers[] {
  if (people.length > MOST_PEOPLE) throw new Error(`${people.length} people are too many to count.`)
  const { round, wording, indicator } = scope
  const conflictsOn = conflictsByQuestion(findConflicts(store, people, scope))
  const recorded = store
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
    .map(row => decodeAnswers(row, people, scope, conflictsOn(row)))
  const drafts = scope.withDrafts ? getAllDraftAnswers(store, scope) : []
  return drafts.length === 0 ? recorded : withDrafts(recorded, drafts, people, scope, conflictsOn)
}

type ConflictsOn = (
  question: Pick<Answers, 'indicator' | 'criterion'>,
) => readonly PersonInConflict[]

/** Lays what is said in open turns over the answers that are recorded; a new answer ends a person's conflict. */
function withDrafts(
  recorded: readonly Answers[],
  drafts: readonly DraftAnswer[],
  people: readonly Person[],
  { wording }: AnswersScope,
  conflictsOn: ConflictsOn,
): readonly Answers[] {
  const numbers = numbersOf(people)
  const questions = new Map(recorded.map(answers => [questionKey(answers), answers]))
  for (const draft of drafts) {
    const number = numbers.get(draft.participant)
    if (number === undefined) continue
    const { indicator, criterion } = draft
    const known = questions.get(questionKey(draft))
    const codes = known?.codes ?? new Uint8Array(people.length)
    codes[number] = !wording || wording === draft.wording ? answerCode(draft) : ANSWER_CODES.none
    const ended = conflictsOn(draft).filter(conflict => conflict.number === number).length
    const conflicts = Math.max(0, (known?.conflicts ?? 0) - ended)
    questions.set(questionKey(draft), { indicator, criterion, codes, conflicts })
  }
  return [...questions.values()]
}

/** The number of each participant's person. */
const numbersOf = (people: readonly Person[]): ReadonlyMap<string, number> =>
  new Map(
    people.flatMap(({ id, also = [] }, number) => [id, ...also].map(one => [one, number] as const)),
  )

/** A conflict of one person on one question: two answers or more, oldest first. */
export interface PersonInConflict {
  readonly question: string
  /** The person's number in the list of people. */
  readonly number: number
  readonly sides: readonly ConflictingAnswer[]
}

/**
 * Finds the conflicts of people. Of linked participants only those in scope count, so that a person with one
 * side in scope has one answer and no conflict.
 */
export function findConflicts(
  store: ReadableStore,
  people: readonly Person[],
  scope: Pick<AnswersScope, 'round' | 'indicator'>,
): readonly PersonInConflict[] {
  const sides = getAllConflictingAnswers(store, scope)
  if (sides.length === 0) return []
  const numbers = numbersOf(people)
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

function conflictsByQuestion(conflicts: readonly PersonInConflict[]): ConflictsOn {
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

function decodeAnswers(
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
    codes[number] = counts && latest ? answerCode(latest) : ANSWER_CODES.none
  }
  return { indicator, criterion, codes, conflicts: inConflict.length }
}

function answerCode({ answer, level }: Pick<ConflictingAnswer, 'answer' | 'level'>): number {
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
