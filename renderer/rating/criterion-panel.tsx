import { useRef, useState } from 'react'
import { CRITERION_QUESTIONS } from '../../shared/model/scale.ts'
import { Button } from '../ui/button.tsx'
import { PlusIcon, UndoIcon } from '../ui/icons.tsx'
import { LevelScale } from '../ui/level-scale.tsx'
import { CommentBox } from './comment-box.tsx'
import styles from './criterion-panel.module.css'
import { type DraftKey, draftOf, isAnswered, nameOf } from './drafts.ts'
import { useRating } from './rating-context.tsx'

/** One question about an indicator: its answers, a way to take one back, and room for a comment. */
export function CriterionPanel(key: DraftKey) {
  const { indicator, criterion } = key
  const draft = useRating(state => draftOf(state.drafts, key))
  const levels = useRating(state => state.levels[criterion])
  const answer = useRating(state => state.answer)
  const panel = useRef<HTMLDivElement>(null)
  const [isCommenting, setIsCommenting] = useState(draft.comment !== '')

  const takeBack = () => {
    answer({ indicator, criterion }, { kind: 'none' })
    // The button goes away under the focus, which would otherwise be lost.
    panel.current?.querySelector('input')?.focus()
  }

  return (
    <section ref={panel} className={styles.panel} aria-label={CRITERION_QUESTIONS[criterion]}>
      <LevelScale
        question={CRITERION_QUESTIONS[criterion]}
        levels={levels}
        answer={draft.answer}
        onAnswer={given => answer({ indicator, criterion }, given)}
      />
      <div className={styles.more}>
        {isCommenting ? (
          <CommentBox key={nameOf(key)} indicator={indicator} criterion={criterion} />
        ) : (
          <Button variant="quiet" icon={<PlusIcon />} onPress={() => setIsCommenting(true)}>
            Add a comment
          </Button>
        )}
        {isAnswered(draft) && (
          <Button variant="quiet" icon={<UndoIcon />} onPress={takeBack}>
            Take back my answer
          </Button>
        )}
      </div>
    </section>
  )
}
