import { Button } from '../ui/button.tsx'
import { ArrowRightIcon } from '../ui/icons.tsx'
import styles from './calm-page.module.css'
import { CalmPage } from './calm-page.tsx'
import { useRating } from './rating-context.tsx'

function FirstTime() {
  const count = useRating(state => state.indicators.length)
  return (
    <li>
      You will see {count === 1 ? '1 indicator' : `${count} indicators, one at a time`}. For each we
      ask two things: how useful it is, and how easy it is to use.
    </li>
  )
}

/** Nobody is shown what they answered before, so that they answer as they think now. */
function Again() {
  const count = useRating(state => state.indicators.length)
  return (
    <li>
      You have talked about {count === 1 ? '1 indicator' : `${count} indicators`}. Please rate{' '}
      {count === 1 ? 'it' : 'them'} once more, as you think now: your answer may be the same as
      before or another.
    </li>
  )
}

/** What will happen, in plain words, before the first question. */
export function Welcome({ onStart }: { readonly onStart: () => void }) {
  const code = useRating(state => state.participant.code)
  const round = useRating(state => state.round)
  return (
    <CalmPage title={`Your code is ${code}`}>
      <ul className={styles.points}>
        {round === 1 ? <FirstTime /> : <Again />}
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
