import { assertNever } from '../../../shared/assert-never.ts'
import {
  ANSWER_LABELS,
  PARTICIPANT_WORDS,
  RATING_WORDS,
  SUGGESTION_WORDS,
} from '../../../shared/messages/exports.ts'
import type { Release } from '../../../shared/model/exports.ts'
import type { Scale } from '../../../shared/model/scale.ts'
import type { CellValue } from '../../files/write/sheets.ts'
import type { PlaceOf } from '../material/asked-places.ts'
import type {
  ExportedPerson,
  ExportedRating,
  ExportedSuggestion,
} from '../material/exported-records.ts'
import type { ReleasedWords } from '../material/material.ts'
import type { Column } from './columns.ts'

type Name = keyof typeof RATING_WORDS
type Value = Column<ExportedRating>['value']

const column = (name: Name, width: number, value: Value): Column<ExportedRating> => ({
  name,
  width,
  words: RATING_WORDS[name],
  value,
})

const wrapped = (name: Name, width: number, value: Value): Column<ExportedRating> => ({
  ...column(name, width, value),
  wraps: true,
})

const whole = (name: Name, width: number, value: Value): Column<ExportedRating> => ({
  ...column(name, width, value),
  format: 'whole',
})

/** Data that all ratings of one workbook share. */
export interface RatedBook {
  readonly scale: Scale
  readonly madeUp: boolean
  readonly release: Release
  /** True where answers came from paper: who keyed them in is said of no other. */
  readonly hasPaper: boolean
  /** Finds the place of an indicator in a person's shuffled order; null where that is not told. */
  readonly placeOf: PlaceOf | null
}

/** The columns that a release of rows has: no other tells nothing of where, when and how somebody answered. */
const RELEASED: readonly string[] = [
  ...['rating_id', 'participant', 'indicator', 'title', 'criterion', 'round', 'answer', 'level'],
  ...['label', 'made_up', 'counts'],
]

/** The columns of people who were not asked: those who keyed answers in from paper. */
const OF_PAPER: readonly string[] = ['keyed_by', 'checked_by']

/** The columns of the long form: one rating a row, with what its ids stand for. */
export function ratingColumns(book: RatedBook): readonly Column<ExportedRating>[] {
  const columns = allColumns(book).filter(({ name }) => book.hasPaper || !OF_PAPER.includes(name))
  return book.release === 'rows' ? columns.filter(({ name }) => RELEASED.includes(name)) : columns
}

function allColumns({ scale, madeUp, placeOf }: RatedBook): readonly Column<ExportedRating>[] {
  return [
    column('rating_id', 38, ({ id }) => id),
    column('workshop_id', 38, ({ person }) => person.workshop.id),
    column('workshop', 24, ({ person }) => person.workshop.title),
    { ...column('workshop_date', 15, ({ person }) => person.workshop.date), date: 'day' },
    column('participant_id', 38, ({ person }) => person.key),
    column('participant', 18, ({ person }) => person.name),
    column('group', 24, ({ person }) => person.group),
    column('indicator', 12, ({ indicator }) => indicator),
    wrapped('title', 44, ({ title }) => title),
    column('criterion', 12, ({ criterion }) => criterion),
    whole('round', 8, ({ round }) => round),
    column('answer', 15, answerOf),
    whole('level', 8, ({ level }) => level),
    column('label', 20, rating => labelOf(rating, scale)),
    wrapped('comment', 50, ({ comment }) => comment),
    { ...column('recorded_at', 25, ({ recordedAt }) => recordedAt), date: 'moment' },
    column('device', 38, ({ device }) => device),
    column('framework', 20, ({ framework }) => framework),
    column('wording', 10, ({ wording }) => wording),
    column('entry', 9, ({ entry }) => entry),
    column('keyed_by', 12, ({ keyedBy }) => keyedBy),
    column('checked_by', 12, ({ checkedBy }) => checkedBy),
    ...(placeOf ? [whole('place_asked', 9, placeOf)] : []),
    column('made_up', 9, () => (madeUp ? 'yes' : 'no')),
    column('counts', 13, ({ counts }) => counts),
  ]
}

const TAGS = wrapped('tags', 24, ({ tags }) => tags.join('; '))

/** The columns of what people wrote: whose words they are, and about what. */
export function commentColumns(book: RatedBook): readonly Column<ExportedRating>[] {
  const names = [
    ...['indicator', 'title', 'criterion', 'round', 'group', 'comment', 'tags', 'answer', 'label'],
    ...['workshop', 'participant', 'participant_id', 'rating_id'],
  ]
  const columns = [...ratingColumns(book), TAGS]
  return names.flatMap(name => columns.filter(column => column.name === name))
}

function answerOf({ answer, level }: ExportedRating): CellValue {
  switch (answer) {
    case 'level':
      return level
    case 'dont_know':
    case 'not_applicable':
      return answer
    case 'none':
      return null
    default:
      return assertNever(answer)
  }
}

function labelOf({ answer, level, criterion }: ExportedRating, scale: Scale): CellValue {
  switch (answer) {
    case 'level':
      return scale.levels[criterion].find(({ value }) => value === level)?.label ?? null
    case 'dont_know':
    case 'not_applicable':
      return ANSWER_LABELS[answer]
    case 'none':
      return null
    default:
      return assertNever(answer)
  }
}

const suggestionColumn = (
  name: keyof typeof SUGGESTION_WORDS,
  width: number,
  value: Column<ExportedSuggestion>['value'],
): Column<ExportedSuggestion> => ({
  name,
  width,
  wraps: width > 24,
  words: SUGGESTION_WORDS[name],
  value,
})

/** The columns of what people suggest. */
export const SUGGESTION_COLUMNS: readonly Column<ExportedSuggestion>[] = [
  suggestionColumn('kind', 10, ({ kind }) => kind),
  suggestionColumn('indicator', 12, ({ indicator }) => indicator),
  suggestionColumn('title', 44, ({ title }) => title),
  suggestionColumn('suggestion', 60, ({ text }) => text),
  { ...suggestionColumn('round', 9, ({ round }) => round), format: 'whole' },
  suggestionColumn('group', 24, ({ person }) => person.group),
  suggestionColumn('workshop', 24, ({ person }) => person.workshop.title),
  suggestionColumn('participant', 18, ({ person }) => person.name),
  suggestionColumn('participant_id', 38, ({ person }) => person.key),
]

/** The columns of the comments that were let out, with nothing about their writers. */
export const RELEASED_COMMENT_COLUMNS: readonly Column<ReleasedWords['comments'][number]>[] = [
  { name: 'indicator', width: 12, words: RATING_WORDS.indicator, value: of => of.indicator },
  { name: 'title', width: 44, wraps: true, words: RATING_WORDS.title, value: of => of.title },
  { name: 'criterion', width: 12, words: RATING_WORDS.criterion, value: of => of.criterion },
  { name: 'round', width: 8, format: 'whole', words: RATING_WORDS.round, value: of => of.round },
  { name: 'comment', width: 60, wraps: true, words: RATING_WORDS.comment, value: of => of.text },
]

/** The columns of the suggestions that were let out, with nothing about their writers. */
export const RELEASED_SUGGESTION_COLUMNS: readonly Column<ReleasedWords['suggestions'][number]>[] =
  [
    { name: 'kind', width: 10, words: SUGGESTION_WORDS.kind, value: of => of.kind },
    { name: 'indicator', width: 12, words: SUGGESTION_WORDS.indicator, value: of => of.indicator },
    { name: 'title', width: 44, wraps: true, words: SUGGESTION_WORDS.title, value: of => of.title },
    {
      name: 'suggestion',
      width: 60,
      wraps: true,
      words: SUGGESTION_WORDS.suggestion,
      value: of => of.text,
    },
    {
      name: 'round',
      width: 9,
      format: 'whole',
      words: SUGGESTION_WORDS.round,
      value: of => of.round,
    },
  ]

const personColumn = (
  name: keyof typeof PARTICIPANT_WORDS,
  width: number,
  value: Column<ExportedPerson>['value'],
): Column<ExportedPerson> => ({ name, width, words: PARTICIPANT_WORDS[name], value })

/** The columns of the participants: codes and groups only. */
export const PEOPLE_COLUMNS: readonly Column<ExportedPerson>[] = [
  personColumn('workshop_id', 38, ({ workshop }) => workshop.id),
  personColumn('workshop', 24, ({ workshop }) => workshop.title),
  { ...personColumn('workshop_date', 15, ({ workshop }) => workshop.date), date: 'day' },
  personColumn('participant_id', 38, ({ key }) => key),
  personColumn('participant', 18, ({ name }) => name),
  personColumn('group', 24, ({ group }) => group),
  personColumn('test', 8, ({ isTest }) => (isTest ? 'yes' : 'no')),
]
