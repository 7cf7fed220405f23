import { Button } from '../ui/button.tsx'
import { ArrowRightIcon } from '../ui/icons.tsx'
import styles from './calm-page.module.css'
import { CalmPage } from './calm-page.tsx'
import { useRating } from './rating-context.tsx'

/** What will happen, in plain words, before the first question. */
export function Welcome({ onStart }: { readonly onStart: () => void }) {
  const code = useRating(state => state.participant.code)
  const count = useRating(state => state.indicators.length)
  return (
    <CalmPage title={`Your code is ${code}`}>
      <ul className={styles.points}>
        <li>
          You will see {count} indicators, one at a time. For each we ask two things: how useful it
          is, and how easy it is to use.
        </li>
        <li>Your answers are saved on this laptop under the code {code}, not your name.</li>
        <li>There are no wrong answers. You can skip anything.</li>
        <li>You can change any answer until you hand over.</li>
      </ul>
      <div className={styles.actions}>
        <Button variant="primary" size="large" trailingIcon={<ArrowRightIcon />} onPress={onStart}>
          Start
        </Button>
      </div>
    </CalmPage>
  )
}
