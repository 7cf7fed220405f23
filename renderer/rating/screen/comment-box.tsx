import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Words } from '../../../shared/languages/english.ts'
import { SUGGESTION_LIMIT } from '../../../shared/model/comments.ts'
import { COMMENT_LIMIT } from '../../../shared/model/rating.ts'
import { PlusIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { LEAVES_NOTHING, TextArea } from '../../ui/input/text-field.tsx'
import { useWords } from '../../ui/language/language-context.tsx'
import { type DraftKey, draftOf } from '../session/drafts.ts'
import { useRating } from '../session/rating-context.tsx'
import styles from './comment-box.module.css'

/** The number of characters left from which the person is told. */
const NEAR_THE_END = 400

/** A sentence on the room that is left; null while there is plenty. */
function roomLeft(comment: string, words: Words['comments']): string | null {
  const left = COMMENT_LIMIT - comment.length
  if (left > NEAR_THE_END) return null
  return left === 0 ? words.noRoom : words.roomLeft(left)
}

/** A comment on one criterion. It is saved when the typing pauses and when the person moves on. */
export function CommentBox({ indicator, criterion }: DraftKey) {
  const { comments } = useWords()
  const comment = useRating(state => draftOf(state.drafts, { indicator, criterion }).comment)
  const write = useRating(state => state.comment)
  const save = useRating(state => state.saveComments)
  const box = useRef<HTMLDivElement>(null)
  const wasEmpty = useRef(comment === '')
  useLayoutEffect(() => {
    // Empty means that the person has just asked for it; a comment from before takes no focus.
    if (wasEmpty.current) box.current?.querySelector('textarea')?.focus()
  }, [])
  const room = roomLeft(comment, comments)
  return (
    <div ref={box} className={styles.box}>
      <TextArea
        label={comments[criterion]}
        rows={2}
        value={comment}
        maxLength={COMMENT_LIMIT}
        {...LEAVES_NOTHING}
        onChange={text => write({ indicator, criterion }, text)}
        onBlur={save}
      />
      <p className={styles.room}>{room}</p>
    </div>
  )
}

interface SuggestionBoxProps {
  /** The indicator whose words could be better; null for something that the framework lacks. */
  readonly indicator: string | null
  readonly label: string
  readonly description?: string
  readonly takesFocus?: boolean
}

/** A text field for a suggestion, saved as a comment is. */
export function SuggestionBox({ indicator, label, description, takesFocus }: SuggestionBoxProps) {
  const { comments } = useWords()
  const text = useRating(state => state.suggestions.get(indicator) ?? '')
  const suggest = useRating(state => state.suggest)
  const save = useRating(state => state.saveComments)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) box.current?.querySelector('textarea')?.focus()
  }, [takesFocus])
  return (
    <div ref={box} className={styles.box}>
      <TextArea
        label={label}
        {...(description === undefined ? {} : { description })}
        rows={2}
        value={text}
        maxLength={SUGGESTION_LIMIT}
        {...LEAVES_NOTHING}
        onChange={typed => suggest(indicator, typed)}
        onBlur={save}
      />
      <p className={styles.room}>{roomLeft(text, comments)}</p>
    </div>
  )
}

/** A suggestion of something that the framework lacks. */
export function MissingBox({ takesFocus = false }: Pick<SuggestionBoxProps, 'takesFocus'>) {
  const { comments } = useWords()
  return (
    <SuggestionBox
      indicator={null}
      label={comments.isMissing}
      description={comments.missingHint}
      takesFocus={takesFocus}
    />
  )
}

/** A suggestion of a better wording; open from the start where one was written before. */
export function BetterWords({ indicator }: { readonly indicator: string }) {
  const { comments } = useWords()
  const hasText = useRating(state => (state.suggestions.get(indicator) ?? '') !== '')
  const [isOpen, setIsOpen] = useState(hasText)
  const [wasAsked, setWasAsked] = useState(false)
  if (isOpen) {
    return <SuggestionBox indicator={indicator} label={comments.howSay} takesFocus={wasAsked} />
  }
  const open = () => {
    setWasAsked(true)
    setIsOpen(true)
  }
  return (
    <div>
      <Button variant="quiet" icon={<PlusIcon />} onPress={open}>
        {comments.better}
      </Button>
    </div>
  )
}
