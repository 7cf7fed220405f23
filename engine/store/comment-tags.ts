import type { ReadableStore, WritableStore } from './store.ts'

/** A record that a tag was put on a comment, or taken off it. */
export interface CommentTagRecord {
  readonly id: string
  /** Who wrote the comment. */
  readonly participant: string
  readonly rating: string
  readonly tag: string
  readonly removed: boolean
  readonly recordedAt: string
  readonly device: string
}

/** A tag that is on a comment now; two laptops may each have put it there. */
export type CurrentTag = Pick<CommentTagRecord, 'id' | 'rating' | 'tag'>

/**
 * The tags now on a rating's comment. All records of one key are one conversation: a comment that was
 * reworded keeps the tags of its earlier wording.
 */
export function getTagsOfKey(store: ReadableStore, rating: string): readonly CurrentTag[] {
  return store
    .prepare<{ rating: string }, CurrentTag>(
      `SELECT t.id, t.rating, t.tag FROM rating AS asked
       JOIN rating AS r ON r.indicator = asked.indicator AND r.criterion = asked.criterion
         AND r.round = asked.round AND r.participant = asked.participant
       JOIN current_comment_tag AS t ON t.rating = r.id AND t.removed = 0
       WHERE asked.id = @rating ORDER BY t.id`,
    )
    .all({ rating })
}

/** Stores a record about a tag. */
export function appendCommentTag(store: WritableStore, record: CommentTagRecord): void {
  store
    .prepare(
      `INSERT INTO comment_tag (id, participant, rating, tag, removed, recorded_at, device)
       VALUES (@id, @participant, @rating, @tag, @removed, @recordedAt, @device)`,
    )
    .run({ ...record, removed: record.removed ? 1 : 0 })
}
