import { os, type RouterParts } from '../operation.ts'
import { listComments, releaseComment, tagComment, untagComment } from './comments.ts'
import { listDiscussed, markDiscussed } from './discussed.ts'
import { listSuggestions, recordSuggestion, releaseSuggestion } from './suggestions.ts'

/** The operations on suggestions of another wording. */
export const suggestionOperations = ({ inWorkbook, inAnswers }: RouterParts) => ({
  record: inWorkbook(os.suggestion.record, recordSuggestion, { kind: 'discussion-changed' }),
  list: inAnswers(os.suggestion.list, ({ store }, scope) => listSuggestions(store, scope)),
  release: inWorkbook(os.suggestion.release, releaseSuggestion, { kind: 'discussion-changed' }),
})

/** The operations on comments and their tags. */
export const commentOperations = ({ inWorkbook, inAnswers }: RouterParts) => ({
  list: inAnswers(os.comment.list, ({ store }, scope) => listComments(store, scope)),
  tag: inWorkbook(os.comment.tag, tagComment, { kind: 'discussion-changed' }),
  untag: inWorkbook(os.comment.untag, untagComment, { kind: 'discussion-changed' }),
  release: inWorkbook(os.comment.release, releaseComment, { kind: 'discussion-changed' }),
})

/** The operations on the marks of discussed indicators. */
export const discussionOperations = ({ inWorkbook }: RouterParts) => ({
  discussed: inWorkbook(os.discussion.discussed, ({ store }, { workshop }) =>
    listDiscussed(store, workshop),
  ),
  mark: inWorkbook(os.discussion.mark, markDiscussed, { kind: 'discussion-changed' }),
})
