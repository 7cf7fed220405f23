import type { CommentsScope, ListedComment } from '../../shared/model/comments.ts'
import { getAllPeople } from '../store/answers.ts'
import { type CommentRow, getAllComments, getAllCommentTags } from '../store/comments.ts'
import type { ReadableStore } from '../store/store.ts'
import { getAllWorkshops } from '../store/workshops.ts'
import { groupsToTell } from './groups-to-tell.ts'

/** What people wrote, without saying who; of all workshops unless some are named. */
export function listComments(store: ReadableStore, scope: CommentsScope): readonly ListedComment[] {
  const workshops = scope.workshops ?? getAllWorkshops(store).map(({ id }) => id)
  const { indicator = null, round = null } = scope
  const tags = tagsByRating(store)
  const shown = groupsToTell(getAllPeople(store, workshops), scope.hideGroupsUnder)
  return byKey(getAllComments(store, { workshops, indicator, round })).flatMap(rows =>
    commentsOf(rows, tags, shown),
  )
}

/** The comments of one key: one, or in a conflict more. */
function commentsOf(
  rows: readonly CommentRow[],
  tags: ReadonlyMap<string, readonly string[]>,
  shown: ReadonlySet<string>,
): readonly ListedComment[] {
  const current = rows.filter(({ isCurrent }) => isCurrent === 1)
  const latest = rows.at(-1)
  if (!latest) return []
  const standing = current.length > 0 ? current : [{ ...latest, text: '' }]
  const texts = new Set(standing.map(({ text }) => text))
  const earlier = earlierTexts(rows, texts)
  const allTags = [...new Set(rows.flatMap(({ rating }) => tags.get(rating) ?? []))]
  return standing.map(({ rating, indicator, criterion, round, text }, index) => ({
    rating,
    indicator,
    criterion,
    round,
    group: shown.has(latest.group) ? latest.group : null,
    workshop: latest.workshop,
    text,
    tags: allTags,
    // A conflict's two comments have one past.
    earlier: index === 0 ? earlier : [],
  }))
}

function earlierTexts(rows: readonly CommentRow[], now: ReadonlySet<string>) {
  const seen = new Set(now)
  return rows.toReversed().flatMap(({ text, recordedAt }) => {
    if (seen.has(text)) return []
    seen.add(text)
    return [{ text, recordedAt }]
  })
}

/** The rows of each key together; they come in order of their keys. */
function byKey(rows: readonly CommentRow[]): readonly (readonly CommentRow[])[] {
  const keys = new Map<string, CommentRow[]>()
  for (const row of rows) {
    const key = [row.indicator, row.criterion, row.round, row.participant].join(' ')
    const known = keys.get(key)
    if (known) known.push(row)
    else keys.set(key, [row])
  }
  return [...keys.values()]
}

function tagsByRating(store: ReadableStore): ReadonlyMap<string, readonly string[]> {
  const tags = new Map<string, string[]>()
  for (const { rating, tag } of getAllCommentTags(store)) {
    tags.set(rating, [...(tags.get(rating) ?? []), tag])
  }
  return tags
}
