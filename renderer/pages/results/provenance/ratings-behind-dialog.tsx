import { HANDS_WORDS } from '../../../../shared/messages/data-entry/hands.ts'
import { counted } from '../../../../shared/messages/figures.ts'
import { CRITERION_NAMES } from '../../../../shared/messages/results.ts'
import type { RatingBehind } from '../../../../shared/model/provenance.ts'
import type { IndicatorResult } from '../../../../shared/model/results.ts'
import type { Scale } from '../../../../shared/model/scale.ts'
import type { Criterion } from '../../../../shared/model/vocabulary.ts'
import { Loaded } from '../../../ui/feedback/loaded.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { Dialog } from '../../../ui/layout/dialog.tsx'
import { Paged } from '../../../ui/layout/paged.tsx'
import { type BehindWhat, behindNumber, behindWords } from './figure-button.tsx'
import styles from './rating-item.module.css'
import { RatingItem, useRatingsBehind } from './rating-item.tsx'

const PER_PAGE = 20

interface RatingsBehindDialogProps {
  readonly indicator: IndicatorResult
  readonly criterion: Criterion
  readonly scale: Scale
  readonly what: BehindWhat
  readonly onClose: () => void
}

/** The ratings behind one number, each with where it comes from and its history. */
export function RatingsBehindDialog(props: RatingsBehindDialogProps) {
  const { indicator, criterion, scale, what, onClose } = props
  const { ratings, read } = useRatingsBehind(indicator.id, criterion)
  const { hands, groups } = indicator.criteria[criterion]
  const shown = what.group === null ? hands : groups[what.group]?.hands
  const isWithHands = (shown ?? 0) > 0
  return (
    <Dialog
      title={`${CRITERION_NAMES[criterion]} of ${indicator.code}: the ratings`}
      isOpen
      size="wide"
      onClose={onClose}
      actions={<Button onPress={onClose}>Close</Button>}
    >
      <Loaded from={ratings} what="the ratings" onRetry={() => void read()}>
        {all => (
          <RatingList
            isWithHands={isWithHands}
            ratings={behindNumber(all, what)}
            about={behindWords(what, scale.levels[criterion])}
            criterion={criterion}
            scale={scale}
          />
        )}
      </Loaded>
    </Dialog>
  )
}

interface RatingListProps {
  /** True where there are shows of hands behind the number, too. */
  readonly isWithHands: boolean
  readonly ratings: readonly RatingBehind[]
  readonly about: string
  readonly criterion: Criterion
  readonly scale: Scale
}

function RatingList({ isWithHands, ratings, about, criterion, scale }: RatingListProps) {
  const counting = ratings.filter(({ counts }) => counts).length
  const aside = ratings.length - counting
  return (
    <>
      <p>
        <strong>{counted(counting, 'rating', 'ratings')}</strong> of {about}.
        {aside > 0 &&
          ` ${counted(aside, 'more is the side of a conflict', 'more are sides of conflicts')}, not counted until somebody settles it.`}
        {isWithHands && ` ${HANDS_WORDS.behind}`}
      </p>
      <Paged what="ratings" items={ratings} perPage={PER_PAGE}>
        {shown => (
          <ul className={styles.list}>
            {shown.map(rating => (
              <li key={rating.id}>
                <RatingItem rating={rating} criterion={criterion} scale={scale} />
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </>
  )
}
