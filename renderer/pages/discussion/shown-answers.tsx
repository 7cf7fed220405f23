import { useState } from 'react'
import { VERDICT_WORDS } from '../../../shared/messages/results.ts'
import { DISAGREEMENT_WORDS, KIND_NAMES } from '../../../shared/messages/rules.ts'
import { movesWords } from '../../../shared/messages/workshop.ts'
import { ENOUGH_ANSWERS } from '../../../shared/model/results.ts'
import { CRITERION_QUESTIONS, type Level } from '../../../shared/model/scale.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import { DistributionBar, DistributionLegend } from '../../charts/distribution-bar.tsx'
import { useClient } from '../../data/services.tsx'
import { useQuery } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import type { DiscussedIndicator } from './discussion.ts'
import styles from './shown-answers.module.css'

interface ShownCriterionProps {
  readonly shown: DiscussedIndicator
  readonly criterion: Criterion
  readonly levels: readonly Level[]
}

/** The groups whose answers a room may see. */
function Groups({ shown, criterion, levels }: ShownCriterionProps) {
  const { groups } = shown.item.indicator.criteria[criterion]
  const told = Object.entries(groups).filter(
    ([group, { n }]) => n > 0 && !shown.isHidden(criterion, group),
  )
  if (told.length < 2) return null
  return (
    <ul className={styles.groups}>
      {told.map(([group, { counts, n }]) => (
        <li key={group} className={styles.group}>
          <span>
            {group}, n = {n}
          </span>
          <DistributionBar title={group} levels={levels} counts={counts} />
        </li>
      ))}
    </ul>
  )
}

/** One criterion of an indicator for a whole room: how many chose each level, and what follows. */
export function ShownCriterion({ shown, criterion, levels }: ShownCriterionProps) {
  const result = shown.item.indicator.criteria[criterion]
  const { counts, n, kind, verdict } = result
  const title = CRITERION_QUESTIONS[criterion]
  return (
    <section className={styles.criterion} aria-label={title}>
      <h2 className={styles.question}>{title}</h2>
      {shown.isHidden(criterion, null) || n === 0 ? (
        <p className={styles.few}>
          {n === 0
            ? 'Nobody has chosen a level yet.'
            : `Fewer than ${ENOUGH_ANSWERS} people have answered, so nothing is shown by which they could be recognised.`}
        </p>
      ) : (
        <>
          <DistributionBar title={title} levels={levels} counts={counts} size="large" />
          <DistributionLegend levels={levels} />
          <p className={styles.verdict}>{VERDICT_WORDS[criterion][verdict]}</p>
          <p className={styles.words}>
            n = {n}.{kind && ` ${KIND_NAMES[kind]}. ${DISAGREEMENT_WORDS[kind]}`}
          </p>
          {shown.moved && (
            <p className={styles.moved}>
              Since round {shown.moved.from}: {movesWords(shown.moved.criteria[criterion])}
            </p>
          )}
          <Groups shown={shown} criterion={criterion} levels={levels} />
        </>
      )}
    </section>
  )
}

interface ShownCommentsProps {
  readonly workshop: string
  readonly shown: DiscussedIndicator
}

/** The number of comments that a room can take in at once. */
const AT_FIRST = 4

/** Comments without their authors; a group is named only where enough people are in it. */
export function ShownComments({ workshop, shown }: ShownCommentsProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(state => state.revision.ratings)
  const [showsAll, setShowsAll] = useState(false)
  const indicator = shown.item.indicator.id
  const scope = { workbook, workshops: [workshop], indicator, hideGroupsUnder: ENOUGH_ANSWERS }
  const { answer, retry } = useQuery(`${indicator} ${revision}`, () => client.comment.list(scope))
  return (
    <Loaded from={answer} what="the comments" onRetry={retry}>
      {comments => {
        const told = comments.filter(({ text }) => text !== '')
        if (told.length === 0) return null
        return (
          <Stack as="section" gap={3} align="start" aria-labelledby="comments">
            <h2 id="comments" className={styles.heading}>
              What people wrote
            </h2>
            <ul className={styles.list}>
              {told.slice(0, showsAll ? told.length : AT_FIRST).map(({ rating, text, group }) => (
                <li key={rating} className={styles.comment}>
                  <q>{text}</q>
                  {group && <span className={styles.commentGroup}>{group}</span>}
                </li>
              ))}
            </ul>
            {told.length > AT_FIRST && !showsAll && (
              <Button variant="quiet" onPress={() => setShowsAll(true)}>
                Show all {told.length}
              </Button>
            )}
          </Stack>
        )
      }}
    </Loaded>
  )
}
