import { assertNever } from '../../../shared/assert-never.ts'
import { classNames } from '../class-names.ts'
import { CheckIcon, DangerIcon, RetryIcon } from '../icons.tsx'
import { Button } from '../input/button.tsx'
import { useWords } from '../language/language-context.tsx'
import { SpinnerRing } from './loaded.tsx'
import styles from './save-mark.module.css'
import { useLasting } from './use-lasting.ts'

/** The state of what a person entered: `saved` only after it is safe on disk. */
export type SaveState = 'unchanged' | 'saving' | 'saved' | 'not-saved'

interface SaveMarkProps {
  readonly state: SaveState
  readonly onRetry: () => void
}

function Words({ state, onRetry }: SaveMarkProps) {
  const { controls } = useWords()
  switch (state) {
    case 'unchanged':
    case 'saved':
      return null
    case 'saving':
      return (
        <span className={styles.words} aria-hidden="true">
          <SpinnerRing /> {controls.saving}
        </span>
      )
    case 'not-saved':
      return (
        <>
          <DangerIcon /> {controls.notSaved}
          <Button variant="danger" icon={<RetryIcon />} onPress={onRetry}>
            {controls.retry}
          </Button>
        </>
      )
    default:
      return assertNever(state)
  }
}

/** The time in which a screen reader takes note, in milliseconds. Whatever hid the mark, as a dialog does, says it anew after. */
const SAYING_MS = 1000

/**
 * Says whether what was entered is safe: saving, saved, or not saved with a way to try again. People who listen hear
 * *Saved* alone, once each time that it has become so; the notice beside it says in words when it is not.
 */
export function SaveMark(props: SaveMarkProps) {
  const { controls } = useWords()
  const wasSaid = useLasting(props.state === 'saved', SAYING_MS, true)
  return (
    <span className={classNames(styles.mark, styles[props.state])}>
      <span className={styles.words} role="status" aria-live={wasSaid ? 'off' : 'polite'}>
        {props.state === 'saved' && (
          <>
            <CheckIcon /> {controls.saved}
          </>
        )}
      </span>
      <Words {...props} />
    </span>
  )
}
