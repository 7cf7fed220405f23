import type { ListedComment } from '../../../shared/model/comments.ts'
import type { Indicator } from '../../../shared/model/framework.ts'

/** The criteria by which a facilitator searches the comments. */
export interface CommentFilter {
  readonly words: string
  /** Null for any. */
  readonly tag: string | null
  /** Also those that were taken back. */
  readonly takenBack: boolean
}

/** The comments on one indicator; `indicator` is null for one that is no longer in the framework. */
export interface CommentsOfIndicator {
  readonly id: string
  readonly indicator: Indicator | null
  readonly comments: readonly ListedComment[]
}

/** The comments that fit, under their indicators in the order of the framework. */
export function findComments(
  comments: readonly ListedComment[],
  indicators: readonly Indicator[],
  { words, tag, takenBack }: CommentFilter,
): readonly CommentsOfIndicator[] {
  const wanted = words.trim().toLowerCase()
  const byId = new Map(indicators.map((indicator, place) => [indicator.id, { indicator, place }]))
  const fits = ({ text, tags, group, earlier, indicator: id }: ListedComment): boolean => {
    if (text === '' && !takenBack) return false
    if (tag !== null && !tags.includes(tag)) return false
    const known = byId.get(id)?.indicator
    const about = [known?.code, known?.title, group, text, ...tags]
    const all = [...about, ...(takenBack ? earlier.map(before => before.text) : [])]
    return all.join('\n').toLowerCase().includes(wanted)
  }
  const found = new Map<string, ListedComment[]>()
  for (const comment of comments) {
    if (!fits(comment)) continue
    found.set(comment.indicator, [...(found.get(comment.indicator) ?? []), comment])
  }
  const placeOf = (id: string) => byId.get(id)?.place ?? indicators.length
  return [...found]
    .map(([id, list]) => ({ id, indicator: byId.get(id)?.indicator ?? null, comments: list }))
    .sort((a, b) => placeOf(a.id) - placeOf(b.id))
}

/** The tags in use, in alphabetical order. */
export const tagsOf = (comments: readonly ListedComment[]): readonly string[] =>
  [...new Set(comments.flatMap(({ tags }) => tags))].sort((a, b) => a.localeCompare(b))
