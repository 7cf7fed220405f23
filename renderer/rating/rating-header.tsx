import { AppearanceMenu } from '../frame/appearance-menu.tsx'
import { Button } from '../ui/button.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { ratedCount } from './progress.ts'
import { useRating } from './rating-context.tsx'
import styles from './rating-header.module.css'

/** Who is rating and how far they are, with the ways to any indicator and to the end. */
export function RatingHeader({ onOverview }: { readonly onOverview: () => void }) {
  const { code, group } = useRating(state => state.participant)
  const indicators = useRating(state => state.indicators)
  const drafts = useRating(state => state.drafts)
  const goTo = useRating(state => state.goTo)
  const rated = ratedCount(indicators, drafts)
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <p className={styles.person}>
          <strong className={styles.code}>{code}</strong>
          <span className={styles.group}>{group}</span>
        </p>
        <div className={styles.progress}>
          <ProgressBar
            label="Rated"
            value={rated}
            total={indicators.length}
            words={`${rated} of ${indicators.length}`}
          />
        </div>
        <div className={styles.ways}>
          <div className={styles.appearance}>
            <AppearanceMenu ground="page" />
          </div>
          <Button variant="quiet" onPress={onOverview}>
            All indicators
          </Button>
          <Button onPress={() => goTo(indicators.length)}>Finish</Button>
        </div>
      </div>
    </header>
  )
}
