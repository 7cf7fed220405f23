import { Link } from 'wouter'
import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import { movesWords, REASON_TAGS, reasonWords } from '../../../shared/messages/workshop.ts'
import type { Scale } from '../../../shared/model/scale.ts'
import { routes } from '../../app/routes.ts'
import { DistributionBar } from '../../charts/distribution-bar.tsx'
import { useWorkbookId } from '../../data/workbook-context.tsx'
import { Tag } from '../../ui/feedback/tag.tsx'
import { Checkbox } from '../../ui/input/checkbox.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import type { DiscussedIndicator } from './discussion.ts'
import styles from './next-item.module.css'

interface NextItemProps {
  readonly workshop: string
  readonly shown: DiscussedIndicator
  readonly scale: Scale
  readonly isDiscussed: boolean
  readonly onMark: (discussed: boolean) => void
  readonly isCollected: boolean
  readonly onCollect: (collected: boolean) => void
}

/** One indicator of the list: why it is worth talking about, and what can be done with it. */
export function NextItem(props: NextItemProps) {
  const { workshop, shown, scale, isDiscussed, onMark, isCollected, onCollect } = props
  const { item, round, moved } = shown
  const { indicator, criterion, reason } = item
  const workbook = useWorkbookId()
  const { counts, n } = indicator.criteria[criterion]
  return (
    <li className={styles.item}>
      <Stack gap={1}>
        <Row as="p" gap={2} align="center" wrap>
          <strong dir="auto">{indicator.code}</strong>
          <Tag tone={reason === 'settled' ? 'positive' : 'caution'}>{REASON_TAGS[reason]}</Tag>
          {round > 1 && <Tag>Round {round}</Tag>}
        </Row>
        <h2 className={styles.title} dir="auto">
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
      </Stack>
      <Stack gap={1}>
        <DistributionBar
          title={`${CRITERION_NAMES[criterion]} of ${indicator.code}`}
          levels={scale.levels[criterion]}
          counts={counts}
        />
        <p className={styles.count}>
          {CRITERION_NAMES[criterion]}, n = {n}
        </p>
      </Stack>
      <div className={styles.actions}>
        <Checkbox isSelected={isDiscussed} onChange={onMark}>
          Talked about
        </Checkbox>
        <RateAgain isCollected={isCollected} onChange={onCollect} />
      </div>
    </li>
  )
}

interface RateAgainProps {
  readonly isCollected: boolean
  readonly onChange: (collected: boolean) => void
}

/** Collects an indicator to be rated again. The round is opened elsewhere, by one who has thought about it. */
export function RateAgain({ isCollected, onChange }: RateAgainProps) {
  return (
    <Checkbox isSelected={isCollected} onChange={onChange}>
      Rate again
    </Checkbox>
  )
}
