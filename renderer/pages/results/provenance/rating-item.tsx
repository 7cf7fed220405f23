import { useState } from 'react'
import { answerWords } from '../../../../shared/messages/answers.ts'
import { WORDING_WORDS } from '../../../../shared/messages/results.ts'
import type { RatingBehind, TracedRating } from '../../../../shared/model/provenance.ts'
import type { Scale } from '../../../../shared/model/scale.ts'
import type { Criterion } from '../../../../shared/model/vocabulary.ts'
import { counted, formatMoment } from '../../../format.ts'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { HistoryList } from './history-list.tsx'
import styles from './rating-item.module.css'
import { useHistory } from './use-provenance.ts'

interface RatingItemProps {
  readonly rating: RatingBehind
  readonly criterion: Criterion
  readonly scale: Scale
}

/** One rating in a line; it opens to show where it comes from and what became of the answer. */
export function RatingItem({ rating, criterion, scale }: RatingItemProps) {
  const { code, group, answer, counts, records } = rating
  // A history is asked for once somebody wants to see it.
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Disclosure
      isExpanded={isOpen}
      onExpandedChange={setIsOpen}
      summary={
        <span className={styles.line}>
          <span>
            {code}, {group}: {answerWords(answer, criterion, scale)}
          </span>
          {!counts && <Tag tone="caution">Not counted: conflict</Tag>}
        </span>
      }
      note={counted(records, 'record', 'records')}
    >
      {isOpen && (
        <div className={styles.inside}>
          <RatingFacts rating={rating} workshop={rating.workshop} />
          <RatingHistory rating={rating.id} criterion={criterion} scale={scale} />
        </div>
      )}
    </Disclosure>
  )
}

interface RatingFactsProps {
  readonly rating: TracedRating
  readonly workshop: string
}

/** Where a rating comes from: package, device, time and the words that were on screen. */
function RatingFacts({ rating, workshop }: RatingFactsProps) {
  const { comment, entry, recordedAt, device, broughtBy, wording, words } = rating
  return (
    <>
      {comment !== '' && <blockquote className={styles.comment}>{comment}</blockquote>}
      <dl className={styles.facts}>
        <div>
          <dt>Workshop</dt>
          <dd>{workshop}</dd>
        </div>
        <div>
          <dt>Given</dt>
          <dd>
            {formatMoment(recordedAt)}, {entry === 'file' ? 'keyed in from a file' : 'on screen'}
          </dd>
        </div>
        <div>
          <dt>Words shown</dt>
          <dd>
            {WORDING_WORDS[wording]}: {words}
          </dd>
        </div>
        <div>
          <dt>Laptop</dt>
          <dd className={styles.code}>{device}</dd>
        </div>
        <div>
          <dt>Package</dt>
          <dd>
            {broughtBy === null ? (
              'None: it was recorded in this workbook'
            ) : (
              <>
                {broughtBy.name}
                <span className={styles.hash}>SHA-256 {broughtBy.sha256}</span>
              </>
            )}
          </dd>
        </div>
      </dl>
    </>
  )
}

interface RatingHistoryProps extends Pick<RatingItemProps, 'criterion' | 'scale'> {
  readonly rating: string
}

function RatingHistory({ rating, criterion, scale }: RatingHistoryProps) {
  const { history, read } = useHistory(rating)
  return (
    <section>
      <h4 className={styles.heading}>History of this answer</h4>
      <Loaded from={history} what="the history" onRetry={() => void read()}>
        {steps => <HistoryList steps={steps} criterion={criterion} scale={scale} />}
      </Loaded>
    </section>
  )
}
