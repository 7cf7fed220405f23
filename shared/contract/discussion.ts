import { z } from 'zod'
import { commentsScope, listedComment } from '../model/comments.ts'
import { round } from '../model/rating.ts'
import { listedSuggestion, newSuggestion, suggestion } from '../model/suggestion.ts'
import { tag } from '../model/tags.ts'
import { id } from '../model/vocabulary.ts'
import { ofWorkbook, operation } from './operation.ts'

const tags = z.array(z.string())
const ofTag = ofWorkbook.extend({ rating: id, tag })
/** A workshop, or null for all of them together. */
const ofRoom = ofWorkbook.extend({ workshop: id.nullable() })

/** What may be asked about what a room makes of its ratings: suggestions, tags, marks. */
export const discussionContract = {
  suggestion: {
    /** Records one suggestion, superseding the current one of its key; answers after the commit. */
    record: operation.input(ofWorkbook.and(newSuggestion)).output(suggestion),
    /** What one participant suggests in a round: for that participant only. */
    listOf: operation
      .input(ofWorkbook.extend({ participant: id, round: round.default(1) }))
      .output(z.array(suggestion)),
    /** What people suggest, without saying who. */
    list: operation
      .input(
        ofWorkbook.extend(commentsScope.pick({ workshops: true, hideGroupsUnder: true }).shape),
      )
      .output(z.array(listedSuggestion)),
  },
  comment: {
    /** What people wrote, without saying who. */
    list: operation.input(ofWorkbook.extend(commentsScope.shape)).output(z.array(listedComment)),
    /** Puts a tag on the comment of a rating; answers with all of its tags. */
    tag: operation.input(ofTag).output(tags),
    /** Takes a tag off the comment of a rating; answers with those that are left. */
    untag: operation.input(ofTag).output(tags),
  },
  discussion: {
    /** The ids of the indicators that were talked about. */
    discussed: operation.input(ofRoom).output(z.array(id)),
    /** Marks an indicator as talked about, or not after all; answers with all that are. */
    mark: operation
      .input(ofRoom.extend({ indicator: id, discussed: z.boolean() }))
      .output(z.array(id)),
  },
}
