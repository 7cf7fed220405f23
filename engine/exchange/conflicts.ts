import type { Conflict } from '../../shared/model/exchange.ts'
import { type ConflictingRating, iterateConflictingRatings } from '../store/conflicts.ts'
import { getAllFrameworks, getAllIndicators } from '../store/frameworks.ts'
import { getParticipant } from '../store/participants.ts'
import type { ReadableStore } from '../store/store.ts'

/** Every conflict of a workbook: by participant, then by place in the order of ids. */
export function listConflicts(store: ReadableStore): readonly Conflict[] {
  const indicators = indicatorNames(store)
  const conflicts = new Map<string, Conflict>()
  for (const rating of iterateConflictingRatings(store)) {
    const { participant, indicator, criterion, round } = rating
    const key = JSON.stringify([participant, indicator, criterion, round])
    const known = conflicts.get(key)
    if (known) known.ratings.push(sideOf(rating))
    else conflicts.set(key, { ...aboutOf(store, indicators, rating), ratings: [sideOf(rating)] })
  }
  return [...conflicts.values()]
}

type Names = ReadonlyMap<string, { readonly code: string; readonly title: string }>

/** What indicators are called, in the words of their latest version. */
function indicatorNames(store: ReadableStore): Names {
  return new Map(
    getAllFrameworks(store).flatMap(({ hash }) =>
      getAllIndicators(store, hash).map(({ id, code, title }) => [id, { code, title }] as const),
    ),
  )
}

function aboutOf(store: ReadableStore, names: Names, rating: ConflictingRating) {
  const { participant: id, indicator, criterion, round } = rating
  const person = getParticipant(store, id)
  const name = names.get(indicator)
  return {
    workshop: person?.workshop ?? '',
    participant: { id, code: person?.code ?? '', group: person?.group ?? '' },
    indicator: { id: indicator, code: name?.code ?? '', title: name?.title ?? '' },
    criterion,
    round,
  }
}

function sideOf(rating: ConflictingRating): Conflict['ratings'][number] {
  const { id, answer, level, comment, entry, recordedAt, device } = rating
  return { id, answer, level, comment, entry, recordedAt, device }
}
