import type { Wording } from '../../shared/model/rating.ts'
import type { ConflictsCounted } from '../../shared/model/results.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import { getLinkedPeople } from './participant-links.ts'
import type { ReadableStore } from './store.ts'

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
    .map(row => answersOf(store, row, people, scope))
}

function answersOf(
  store: ReadableStore,
  { indicator, criterion, text }: AnswersRow,
  people: readonly Person[],
  scope: AnswersScope,
): Answers {
  const codes = new Uint8Array(people.length)
  const seen = new Uint8Array(people.length)
  const twice = new Set<number>()
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0
    // A code point beyond the first 65,536 takes two places in a text.
    if (point > 0xff_ff) at++
    const code = point < SURROGATES.from ? point : point - SURROGATES.count
    const number = Math.floor(code / CODES) - 1
    if (seen[number]) twice.add(number)
    seen[number] = 1
    codes[number] = (code & OTHER_WORDS) !== 0 ? ANSWER_CODES.none : code % CODES
  }
  for (const number of twice) {
    const later =
      scope.conflicts === 'provisional'
        ? getLatestCode(store, { indicator, criterion, participants: idsOf(people[number]) }, scope)
        : ANSWER_CODES.none
    codes[number] = later
  }
  return { indicator, criterion, codes, conflicts: twice.size }
}

/** The ids of a person's ratings' participants, as JSON. */
const idsOf = (person: Person | undefined): string =>
  JSON.stringify(person ? [person.id, ...(person.also ?? [])] : [])

interface LatestRow {
  readonly answer: string
  readonly level: number | null
  readonly wording: Wording
}

/** The answer of the later of someone's current ratings: by their time, and then by their ids. */
function getLatestCode(
  store: ReadableStore,
  key: { readonly indicator: string; readonly criterion: Criterion; readonly participants: string },
  { round, wording }: AnswersScope,
): number {
  const latest = store
    .prepare<typeof key & { round: number }, LatestRow>(
      `SELECT answer, level, wording FROM current_rating WHERE indicator = @indicator
       AND criterion = @criterion AND round = @round
       AND participant IN (SELECT value FROM json_each(@participants))
       ORDER BY recorded_at DESC, id DESC LIMIT 1`,
    )
    .get({ ...key, round })
  if (!latest) return ANSWER_CODES.none
  if (wording !== undefined && latest.wording !== wording) return ANSWER_CODES.none
  switch (latest.answer) {
    case 'level':
      return latest.level ?? ANSWER_CODES.none
    case 'dont_know':
      return ANSWER_CODES.dont_know
    case 'not_applicable':
      return ANSWER_CODES.not_applicable
    default:
      return ANSWER_CODES.none
  }
}
