import { v7 as uuidv7 } from 'uuid'
import { WorkbookError } from '../errors.ts'
import { appendCommentTag, type CurrentTag, getTagsOfKey } from '../store/comment-tags.ts'
import { getRating, type RatingRecord } from '../store/ratings.ts'
import type { ReadableStore } from '../store/store.ts'
import { appendSupersession } from '../store/supersessions.ts'
import type { Workbook } from '../workbooks/workbook.ts'

/** A tag, and the rating whose comment it is put on or taken off. */
export interface Tagging {
  readonly rating: string
  readonly tag: string
}

/** Puts a tag on a rating's comment and returns all that are on it now. Throws UNKNOWN_RATING. */
export function tagComment(workbook: Workbook, { rating, tag }: Tagging): readonly string[] {
  const { store } = workbook
  return store.transaction(() => {
    const { participant } = requireRating(store, rating)
    if (!tagsOf(getTagsOfKey(store, rating)).includes(tag)) {
      append(workbook, { participant, rating, tag, removed: false })
    }
    return tagsOf(getTagsOfKey(store, rating))
  })
}

/**
 * Takes a tag off a rating's comment, wherever in its history it was put on; one that another laptop
 * puts there without having seen this stays. Throws UNKNOWN_RATING.
 */
export function untagComment(workbook: Workbook, { rating, tag }: Tagging): readonly string[] {
  const { store } = workbook
  return store.transaction(() => {
    const { participant } = requireRating(store, rating)
    for (const present of getTagsOfKey(store, rating)) {
      if (present.tag !== tag) continue
      const removal = { participant, rating: present.rating, tag, removed: true }
      appendSupersession(store, { record: append(workbook, removal), superseded: present.id })
    }
    return tagsOf(getTagsOfKey(store, rating))
  })
}

function append(
  { store, device, clock }: Workbook,
  wanted: Tagging & { readonly participant: string; readonly removed: boolean },
): string {
  const id = uuidv7()
  appendCommentTag(store, { ...wanted, id, recordedAt: clock(), device })
  return id
}

const tagsOf = (tags: readonly CurrentTag[]): readonly string[] => [
  ...new Set(tags.map(({ tag }) => tag)),
]

function requireRating(store: ReadableStore, id: string): RatingRecord {
  const rating = getRating(store, id)
  if (!rating) throw new WorkbookError('UNKNOWN_RATING', { rating: id })
  return rating
}
