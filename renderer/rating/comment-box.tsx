import { useEffect, useRef } from 'react'
import { COMMENT_LIMIT } from '../../shared/model/rating.ts'
import { TextArea } from '../ui/text-field.tsx'
import styles from './comment-box.module.css'
import { type DraftKey, draftOf } from './drafts.ts'
import { useRating } from './rating-context.tsx'

/** From how many characters left on the person is told. */
const NEAR_THE_END = 400

const LABELS = {
  usefulness: 'Your comment on how useful it is',
  usability: 'Your comment on how easy it is to collect and use',
} as const

/** What to say about the room that is left; null while there is plenty. */
export function roomLeft(comment: string): string | null {
  const left = COMMENT_LIMIT - comment.length
  if (left > NEAR_THE_END) return null
  if (left === 0) return 'There is no more room: nothing after this point is kept.'
  return left === 1 ? '1 character left' : `${left} characters left`
}

/** A comment on one criterion. It is saved when the typing pauses and when the person moves on. */
export function CommentBox({ indicator, criterion }: DraftKey) {
  const comment = useRating(state => draftOf(state.drafts, { indicator, criterion }).comment)
  const write = useRating(state => state.comment)
  const save = useRating(state => state.saveComments)
  const box = useRef<HTMLDivElement>(null)
  const wasEmpty = useRef(comment === '')
  useEffect(() => {
    // Empty means that the person has just asked for it; a comment from before takes no focus.
    if (wasEmpty.current) box.current?.querySelector('textarea')?.focus()
  }, [])
  const room = roomLeft(comment)
  return (
    <div ref={box} className={styles.box}>
      <TextArea
        label={LABELS[criterion]}
        rows={2}
        value={comment}
        maxLength={COMMENT_LIMIT}
        // A browser that filled it in again after Back would show it to the next person.
        autoComplete="off"
        onChange={text => write({ indicator, criterion }, text)}
        onBlur={save}
      />
      <p className={styles.room}>{room}</p>
    </div>
  )
}
