import type { Criterion } from '../../../shared/model/vocabulary.ts'
import { listComments } from '../../discussion/comments.ts'
import { listSuggestions } from '../../discussion/suggestions.ts'
import type { ReadableStore } from '../../store/store.ts'
import { allIndicators, type ExportMaterial, type ReleasedWords } from '../material/material.ts'

/**
 * The comments and suggestions that a person has read and let out, with nothing about their writers: in the order of
 * the framework and then of the alphabet, so that those of one person do not stand together.
 */
export function releasedWords(store: ReadableStore, material: ExportMaterial): ReleasedWords {
  const all = allIndicators(material)
  const places = new Map(all.map(({ id, title }, place) => [id, { title, place }]))
  const about = (indicator: string | null) => ({
    indicator: indicator && material.codeOf(indicator),
    title: places.get(indicator ?? '')?.title ?? '',
    place: places.get(indicator ?? '')?.place ?? all.length,
  })
  const comments = listComments(store, {})
    .filter(({ released, text }) => released && text !== '')
    .map(({ indicator, criterion, round, text }) => ({
      ...about(indicator),
      indicatorId: indicator,
      ...{ criterion, round, text },
    }))
  const suggestions = listSuggestions(store)
    .filter(({ released }) => released)
    .map(({ indicator, kind, round, text }) => ({ ...about(indicator), ...{ kind, round, text } }))
  return { comments: comments.toSorted(byPlace), suggestions: suggestions.toSorted(byPlace) }
}

interface Placed {
  readonly place: number
  readonly criterion?: Criterion
  readonly round: number
  readonly text: string
}

function byPlace(one: Placed, other: Placed): number {
  if (one.place !== other.place) return one.place - other.place
  if (one.criterion !== other.criterion) {
    return (one.criterion ?? '') > (other.criterion ?? '') ? -1 : 1
  }
  if (one.round !== other.round) return one.round - other.round
  return one.text < other.text ? -1 : 1
}
