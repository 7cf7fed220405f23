import { createHash } from 'node:crypto'
import type { ExportScope, RowCounts } from '../../../shared/model/exports.ts'
import type { Participant, Workshop } from '../../../shared/model/workshop.ts'
import { groupBy } from '../../group-by.ts'
import type { NameOf } from '../../people/names.ts'
import { getAllTagsOfQuestions, type TagOfQuestion } from '../../store/records/comments.ts'
import {
  type FindSaid,
  findWordsToExport,
  getAllSuggestionsToExport,
  type RatingOfParticipant,
  type SuggestionToExport,
} from '../../store/reports/exports.ts'
import type { ReadableStore } from '../../store/store.ts'
import type { CountsOf } from './row-counts.ts'
import { wordsBeside } from './words-beside.ts'

/** A participant as an export tells of them. */
export interface ExportedPerson {
  /** The participant's identity in the workbook; not for the outside where there are pseudonyms. */
  readonly id: string
  /** The identifier outside the workbook: the same in every row about this person. */
  readonly key: string
  /** The name in the export: the code, with what tells it from the same code of others, or a pseudonym. */
  readonly name: string
  /** Null where an export does not say it. */
  readonly group: string | null
  readonly workshop: Workshop
  /** True for a test, whose answers count for nothing. */
  readonly isTest: boolean
}

/** A participant with the workshop they took part in. */
export interface Attendance {
  readonly participant: Participant
  readonly workshop: Workshop
  readonly isTest: boolean
}

/**
 * The participants as an export calls and orders them. Where groups of few people are hidden, no row
 * about one person says the group, or the figures left out could be counted from the rows.
 */
export function exportedPeople(
  attendances: readonly Attendance[],
  scope: ExportScope,
  { newest, nameOf }: { readonly newest: string; readonly nameOf: NameOf },
): readonly ExportedPerson[] {
  const groupOf = ({ group }: Participant) => (scope.hideUnder === undefined ? group : null)
  if (scope.people !== 'pseudonyms') {
    return attendances.map(({ participant, workshop, isTest }) => ({
      id: participant.id,
      key: participant.id,
      name: nameOf(participant),
      group: groupOf(participant),
      workshop,
      isTest,
    }))
  }
  const shuffled = shuffle(attendances, JSON.stringify([newest, choicesOf(scope)]))
  const digits = Math.max(2, String(shuffled.length).length)
  return shuffled.map(({ participant, workshop, isTest }, index) => {
    const pseudonym = `R${String(index + 1).padStart(digits, '0')}`
    return {
      id: participant.id,
      key: pseudonym,
      name: pseudonym,
      group: groupOf(participant),
      workshop,
      isTest,
    }
  })
}

/** An order that nobody can find without the identities, each of which has 74 random bits. */
function shuffle(attendances: readonly Attendance[], salt: string): readonly Attendance[] {
  const placed = attendances.map(attendance => ({
    attendance,
    place: createHash('sha256').update(`${attendance.participant.id} ${salt}`).digest('hex'),
  }))
  return placed
    .toSorted((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ attendance }) => attendance)
}

/** The choices in one spelling, whatever the order in which they were made. */
function choicesOf(scope: ExportScope): unknown {
  const sorted = (list: readonly unknown[] | undefined) => list?.map(String).toSorted()
  const { workshops, groups, rounds, ...others } = scope
  return [
    sorted(workshops),
    sorted(groups),
    sorted(rounds),
    Object.entries(others).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ]
}

/** One current rating, or a comment on its own, as an export tells of it. */
export interface ExportedRating extends RatingOfParticipant {
  readonly person: ExportedPerson
  readonly counts: RowCounts
  /** The tags that a facilitator put on the comment. */
  readonly tags: readonly string[]
}

/** The ratings of some people, one at a time: by person, round and place in the framework. */
export function* exportedRatings(
  store: ReadableStore,
  people: readonly ExportedPerson[],
  scope: ExportScope,
  countsOf: CountsOf,
  find: FindSaid = findWordsToExport(store),
): Generator<ExportedRating> {
  const tags = tagsByQuestion(getAllTagsOfQuestions(store))
  const withComments = scope.comments !== false
  for (const person of people) {
    let count = 0
    for (const rating of wordsBeside(find(person.id))) {
      if (scope.rounds && !scope.rounds.includes(rating.round)) continue
      count++
      const told = scope.people === 'pseudonyms' ? unlinked(rating, person, count) : rating
      yield {
        ...told,
        comment: withComments ? told.comment : '',
        tags: withComments ? (tags.get(questionKey(person.id, rating)) ?? []) : [],
        counts: countsOf(rating, person),
        person,
      }
    }
  }
}

/** Those of them that something was written beside or instead of, in the same order. */
export function* commentedRatings(
  store: ReadableStore,
  people: readonly ExportedPerson[],
  scope: ExportScope,
  countsOf: CountsOf,
): Generator<ExportedRating> {
  if (scope.comments === false) return
  // A pseudonym's ratings are numbered, so that all of them are counted.
  const commented = scope.people !== 'pseudonyms'
  const find = findWordsToExport(store, { commented })
  for (const rating of exportedRatings(store, people, scope, countsOf, find)) {
    if (rating.comment !== '') yield rating
  }
}

const questionKey = (
  participant: string,
  {
    indicatorId,
    criterion,
    round,
  }: Pick<RatingOfParticipant, 'indicatorId' | 'criterion' | 'round'>,
): string => `${participant} ${round} ${criterion} ${indicatorId}`

/** The tags of each question: a reworded comment keeps those that were put on its earlier words. */
function tagsByQuestion(all: readonly TagOfQuestion[]): ReadonlyMap<string, readonly string[]> {
  const tags = new Map<string, string[]>()
  for (const { participant, indicator: indicatorId, criterion, round, tag } of all) {
    const key = questionKey(participant, { indicatorId, criterion, round })
    tags.set(key, [...(tags.get(key) ?? []), tag])
  }
  for (const list of tags.values()) list.sort()
  return tags
}

/** Without what is also in other files about the same record: its identity, its moment, its device. */
function unlinked(
  rating: RatingOfParticipant,
  { key }: ExportedPerson,
  count: number,
): RatingOfParticipant {
  const nobody = { recordedAt: '', device: '', keyedBy: null, checkedBy: null }
  return { ...rating, ...nobody, id: `${key}-${count}` }
}

/** A suggestion of one person, as an export shows it. */
export interface ExportedSuggestion extends SuggestionToExport {
  readonly person: ExportedPerson
}

/** The suggestions of some people: by person, and then in the order in which they were made. */
export function exportedSuggestions(
  store: ReadableStore,
  people: readonly ExportedPerson[],
  { rounds }: ExportScope,
): readonly ExportedSuggestion[] {
  const suggestions = groupBy(getAllSuggestionsToExport(store), one => one.participant)
  return people.flatMap(person =>
    (suggestions.get(person.id) ?? [])
      .filter(({ round }) => rounds === undefined || rounds.includes(round))
      .map(suggestion => ({ ...suggestion, person })),
  )
}
