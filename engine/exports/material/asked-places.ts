import type { ExportScope } from '../../../shared/model/exports.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { askedOfPerson } from '../../rounds/asked-by-group.ts'
import { inOrder, orderOf } from '../../rounds/order.ts'
import { indicatorsOfRound } from '../../rounds/rounds.ts'
import { getAllIndicators } from '../../store/records/frameworks.ts'
import { getParticipant } from '../../store/records/workshops.ts'
import type { ReadableStore } from '../../store/store.ts'
import type { ExportedRating } from './exported-records.ts'

/** Finds the place, from 1, that an indicator had among those that a person was asked; null where none can be told. */
export type PlaceOf = (rating: ExportedRating) => number | null

/**
 * Finds the places of indicators in the orders of people, computed from the seed; null for an export without them: where
 * no workshop shuffles, and where people have pseudonyms, as whoever has the seed and the identities could tell from a
 * person's order who they are. Paper, files and workshops that two teams set up differently have no place either.
 */
export function askedPlaces(
  store: ReadableStore,
  workshops: readonly Workshop[],
  { people }: ExportScope,
): PlaceOf | null {
  const orders = new Map(workshops.map(({ id }) => [id, orderOf(store, id)]))
  const isShuffled = [...orders.values()].some(order => order?.sequence !== 'fixed')
  if (people === 'pseudonyms' || !isShuffled) return null
  let known: { readonly of: string; readonly places: ReadonlyMap<string, number> } | null = null
  return rating => {
    const { person, round, framework, entry, indicatorId } = rating
    const order = orders.get(person.workshop.id)
    if (!order || entry !== 'screen') return null
    const of = [person.id, round, framework].join(' ')
    // Ratings come person by person, and so do their orders.
    if (known?.of !== of) known = { of, places: placesOf(store, rating, order) }
    return known.places.get(indicatorId) ?? null
  }
}

function placesOf(
  store: ReadableStore,
  { person, round, framework }: ExportedRating,
  order: NonNullable<ReturnType<typeof orderOf>>,
): ReadonlyMap<string, number> {
  const participant = getParticipant(store, person.id)
  if (!participant) return new Map()
  const { workshop } = participant
  const asked = askedOfPerson(store, participant, indicatorsOfRound(store, { workshop, round }))
  const ordered = inOrder(
    order,
    { participant: person.id, round },
    getAllIndicators(store, framework),
  )
  const theirs = ordered.filter(({ id }) => asked === null || asked.has(id))
  return new Map(theirs.map(({ id }, at) => [id, at + 1]))
}
