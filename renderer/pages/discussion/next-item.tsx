import { Link } from 'wouter'
import { movesWords, REASON_TAGS, reasonWords } from '../../../shared/messages/discussion.ts'
import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import type { WorkshopRound } from '../../../shared/model/rounds.ts'
import type { Scale } from '../../../shared/model/scale.ts'
import { routes } from '../../routes.ts'
import { useWorkbookId } from '../../stores/workbook-context.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DistributionBar } from '../../ui/distribution-bar.tsx'
import { Tag } from '../../ui/tag.tsx'
import styles from './next-item.module.css'
import { RateAgain } from './rate-again.tsx'
import type { DiscussedIndicator } from './read-discussion.ts'

interface NextItemProps {
  readonly workshop: string
  readonly shown: DiscussedIndicator
  readonly scale: Scale
  readonly rounds: readonly WorkshopRound[]
  readonly isDiscussed: boolean
  readonly onMark: (discussed: boolean) => void
  readonly onRateAgain: () => void
}

/** One indicator of the list: why it is worth talking about, and what can be done with it. */
export function NextItem(props: NextItemProps) {
  const { workshop, shown, scale, rounds, isDiscussed, onMark, onRateAgain } = props
  const { item, round, moved } = shown
  const { indicator, criterion, reason } = item
  const workbook = useWorkbookId()
  const { counts, n } = indicator.criteria[criterion]
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <p className={styles.place}>
          <strong>{indicator.code}</strong>
          <Tag tone={reason === 'settled' ? 'positive' : 'caution'}>{REASON_TAGS[reason]}</Tag>
          {round > 1 && <Tag>Round {round}</Tag>}
        </p>
        <h2 className={styles.title}>
          <Link href={routes.show(workbook, workshop, indicator.code)} className={styles.link}>
            {indicator.title}
          </Link>
        </h2>
        <p className={styles.reason}>{reasonWords(item)}</p>
        {moved && (
          <p className={styles.reason}>
            Since round {moved.from}: {movesWords(moved.criteria[criterion])}
          </p>
        )}
      </div>
      <div className={styles.figures}>
        <DistributionBar
          title={`${CRITERION_NAMES[criterion]} of ${indicator.code}`}
          levels={scale.levels[criterion]}
          counts={counts}
        />
        <p className={styles.count}>
          {CRITERION_NAMES[criterion]}, n = {n}
        </p>
      </div>
      <div className={styles.actions}>
        <Checkbox isSelected={isDiscussed} onChange={onMark}>
          Talked about
        </Checkbox>
        <RateAgain shown={shown} rounds={rounds} onPress={onRateAgain} />
      </div>
    </li>
  )
}
