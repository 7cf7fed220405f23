import { useEffect, useRef, useState } from 'react'
import { SUGGESTION_LIMIT } from '../../shared/model/suggestion.ts'
import { Button } from '../ui/button.tsx'
import { PlusIcon } from '../ui/icons.tsx'
import { TextArea } from '../ui/text-field.tsx'
import styles from './comment-box.module.css'
import { roomLeft } from './comment-box.tsx'
import { useRating } from './rating-context.tsx'

interface SuggestionBoxProps {
  /** The indicator whose words could be better; null for something that the framework lacks. */
  readonly indicator: string | null
  readonly label: string
  readonly description?: string
  readonly takesFocus?: boolean
}

/** Room for a suggestion. It is saved as a comment is. */
export function SuggestionBox({ indicator, label, description, takesFocus }: SuggestionBoxProps) {
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
        // A browser that filled it in again after Back would show it to the next person.
        autoComplete="off"
        onChange={typed => suggest(indicator, typed)}
        onBlur={save}
      />
      <p className={styles.room}>{roomLeft(text)}</p>
    </div>
  )
}

/** A way to say an indicator in better words; open from the start where something was written. */
export function BetterWords({ indicator }: { readonly indicator: string }) {
  const hasText = useRating(state => (state.suggestions.get(indicator) ?? '') !== '')
  const [isOpen, setIsOpen] = useState(hasText)
  const [wasAsked, setWasAsked] = useState(false)
  if (isOpen) {
    return (
      <SuggestionBox indicator={indicator} label="How would you say it?" takesFocus={wasAsked} />
    )
  }
  const open = () => {
    setWasAsked(true)
    setIsOpen(true)
  }
  return (
    <div>
      <Button variant="quiet" icon={<PlusIcon />} onPress={open}>
        Suggest better words
      </Button>
    </div>
  )
}
