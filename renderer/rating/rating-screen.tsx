import { useState } from 'react'
import { useCommandContext } from '../frame/use-commands.ts'
import { ChangedNotice } from './changed-notice.tsx'
import { IndicatorCard } from './indicator-card.tsx'
import { Overview } from './overview.tsx'
import { useRating } from './rating-context.tsx'
import { RatingEnd } from './rating-end.tsx'
import { RatingFooter } from './rating-footer.tsx'
import { RatingHeader } from './rating-header.tsx'
import styles from './rating-screen.module.css'

/** The whole window while one person rates: one indicator at a time, or the summary at the end. */
export function RatingScreen({ workshop }: { readonly workshop: string }) {
  const indicator = useRating(state => state.indicators[state.position])
  const [isChoosing, setIsChoosing] = useState(false)
  useCommandContext('participant')
  return (
    <div className={styles.screen}>
      <RatingHeader onOverview={() => setIsChoosing(true)} />
      <main className={styles.main}>
        <ChangedNotice />
        {indicator ? (
          <IndicatorCard key={indicator.id} indicator={indicator} />
        ) : (
          <RatingEnd workshop={workshop} onOverview={() => setIsChoosing(true)} />
        )}
      </main>
      {indicator && <RatingFooter />}
      <Overview isOpen={isChoosing} onClose={() => setIsChoosing(false)} />
    </div>
  )
}
