import { isAnswer } from '../../store/reports/answers.ts'
import type { ExportedPerson, ExportedRating } from '../material/exported-records.ts'
import { allIndicators, type ExportMaterial } from '../material/material.ts'
import { columnOf, type ReleasedRows } from './released-rows.ts'

/** The people of rows, and their answers. */
export interface ReleasedPeople {
  readonly people: readonly ExportedPerson[]
  readonly ratings: () => Iterable<ExportedRating>
}

/**
 * The rows of a release: one name for each person who answered a question that is in it, and of their answers what
 * tells neither when, where, how nor in which version they were given.
 */
export function releasedPeople(material: ExportMaterial, rows: ReleasedRows): ReleasedPeople {
  const { people, codes } = rows
  const numberOf = new Map(
    people.flatMap(({ id, also = [] }, number) => [id, ...also].map(one => [one, number] as const)),
  )
  const answered = people.map((_, number) =>
    [...codes.values()].some(column => isAnswer(column[number] ?? 0)),
  )
  const digits = Math.max(2, String(people.length).length)
  const named = new Map<number, ExportedPerson>()
  for (const person of material.people) {
    const number = numberOf.get(person.id) ?? -1
    if (named.has(number) || answered[number] !== true) continue
    const name = `R${String(named.size + 1).padStart(digits, '0')}`
    named.set(number, { ...person, id: name, key: name, name, group: null, workshop: NOWHERE })
  }
  return {
    people: [...named.values()],
    ratings: () => ratingsOf(material, rows, { numberOf, named }),
  }
}

const NOWHERE: ExportedPerson['workshop'] = {
  ...{ id: '', title: '', date: '', venue: '', groups: [], recordedAt: '' },
}

interface Names {
  readonly numberOf: ReadonlyMap<string, number>
  readonly named: ReadonlyMap<number, ExportedPerson>
}

function* ratingsOf(
  material: ExportMaterial,
  { codes }: ReleasedRows,
  { numberOf, named }: Names,
): Generator<ExportedRating> {
  const places = new Map(allIndicators(material).map((one, place) => [one.id, { ...one, place }]))
  const answers = new Map<number, ExportedRating[]>()
  for (const rating of material.ratings()) {
    const number = numberOf.get(rating.person.id) ?? -1
    const person = named.get(number)
    const column = codes.get(
      columnOf(rating.round, { indicator: rating.indicatorId, criterion: rating.criterion }),
    )
    // Answers in conflict count for nothing, and whoever has one would be known by it.
    if (!person || rating.answer === 'none' || !isAnswer(column?.[number] ?? 0)) continue
    const { place = 0, title = '' } = places.get(rating.indicatorId) ?? {}
    const about = { indicator: material.codeOf(rating.indicatorId), title, position: place }
    const told = { ...rating, ...about, ...UNTOLD, person }
    answers.set(number, [...(answers.get(number) ?? []), told])
  }
  for (const number of named.keys()) {
    for (const [at, rating] of (answers.get(number) ?? []).toSorted(byPlace).entries()) {
      yield { ...rating, id: `${rating.person.key}-${at + 1}` }
    }
  }
}

/** The fields that would tell a person's workshop, or the same answer in another file. */
const UNTOLD = {
  comment: '',
  tags: [],
  recordedAt: '',
  device: '',
  framework: '',
  wording: 'title',
  entry: 'screen',
} as const

function byPlace(one: ExportedRating, other: ExportedRating): number {
  if (one.round !== other.round) return one.round - other.round
  if (one.position !== other.position) return one.position - other.position
  return one.criterion > other.criterion ? -1 : 1
}
