import { os, type RouterParts } from '../operation.ts'
import { listComments, tagComment, untagComment } from './comments.ts'
import { listDiscussed, markDiscussed } from './discussed.ts'
import { listSuggestions, listSuggestionsOf, recordSuggestion } from './suggestions.ts'

/** The operations on suggestions, tags, and what was talked about. */
export function discussionOperations({ library, events }: RouterParts) {
  const discussionChanged = (workbook: string) =>
    events.publish(workbook, { kind: 'discussion-changed' })
  return {
    suggestion: {
      record: os.suggestion.record.handler(({ input: { workbook, ...wanted } }) => {
        const suggestion = recordSuggestion(library.require(workbook), wanted)
        discussionChanged(workbook)
        return suggestion
      }),
      listOf: os.suggestion.listOf.handler(({ input: { workbook, ...scope } }) => [
        ...listSuggestionsOf(library.require(workbook).store, scope),
      ]),
      list: os.suggestion.list.handler(({ input: { workbook, ...scope } }) => [
        ...listSuggestions(library.require(workbook).store, scope),
      ]),
    },
    comment: {
      list: os.comment.list.handler(({ input: { workbook, ...scope } }) => [
        ...listComments(library.require(workbook).store, scope),
      ]),
      tag: os.comment.tag.handler(({ input: { workbook, ...tagging } }) => {
        const tags = tagComment(library.require(workbook), tagging)
        discussionChanged(workbook)
        return [...tags]
      }),
      untag: os.comment.untag.handler(({ input: { workbook, ...tagging } }) => {
        const tags = untagComment(library.require(workbook), tagging)
        discussionChanged(workbook)
        return [...tags]
      }),
    },
    discussion: {
      discussed: os.discussion.discussed.handler(({ input: { workbook, workshop } }) => [
        ...listDiscussed(library.require(workbook).store, workshop),
      ]),
      mark: os.discussion.mark.handler(({ input: { workbook, ...mark } }) => {
        const discussed = markDiscussed(library.require(workbook), mark)
        discussionChanged(workbook)
        return [...discussed]
      }),
    },
  }
}
