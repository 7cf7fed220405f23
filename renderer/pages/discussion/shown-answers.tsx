import { roomVerdict } from '../../../shared/messages/rules.ts'
import { levelsIn, WORDS_AROUND } from '../../../shared/messages/wordings.ts'
import { movesWords } from '../../../shared/messages/workshop.ts'
import type { Wording } from '../../../shared/model/rating.ts'
import { ENOUGH_ANSWERS } from '../../../shared/model/results.ts'
import type { Level } from '../../../shared/model/scale.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import { useClient } from '../../data/services.tsx'
import { useQuery } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { Button } from '../../ui/input/button.tsx'
import type { DiscussedIndicator } from './discussion.ts'
import styles from './shown-answers.module.css'
import { ShownLevels } from './shown-levels.tsx'

interface ShownCriterionProps {
  readonly shown: DiscussedIndicator
  readonly criterion: Criterion
  readonly levels: readonly Level[]
  readonly wording: Wording
}

/** The groups whose answers a room may see: of five people or more, and none that others give away. */
function toldGroups({ item, isHidden }: DiscussedIndicator, criterion: Criterion) {
  const { groups } = item.indicator.criteria[criterion]
  return Object.entries(groups).flatMap(([name, { n, counts }]) =>
    n >= ENOUGH_ANSWERS && !isHidden(criterion, name) ? [{ name, n, counts }] : [],
  )
}

/** One criterion of an indicator for a whole room: how many chose each level, and what follows. */
export function ShownCriterion({ shown, criterion, levels, wording }: ShownCriterionProps) {
  const { counts, n, kind, verdict } = shown.item.indicator.criteria[criterion]
  const title = WORDS_AROUND[wording].questions[criterion]
  return (
    <section className={styles.criterion} aria-label={title}>
      <h2 className={styles.question}>{title}</h2>
      {shown.isHidden(criterion, null) || n === 0 ? (
        <p>
          {n === 0
            ? 'Nobody has chosen a level yet.'
            : `Fewer than ${ENOUGH_ANSWERS} people have answered, so nothing is shown by which they could be recognised.`}
        </p>
      ) : (
        <>
          <p className={styles.verdict}>{roomVerdict(criterion, verdict, kind)}</p>
          {shown.moved && (
            <p className={styles.moved}>
              Since round {shown.moved.from}: {movesWords(shown.moved.criteria[criterion])}
            </p>
          )}
          <ShownLevels
            title={title}
            levels={levelsIn(wording, levels)}
            counts={counts}
            n={n}
            groups={toldGroups(shown, criterion)}
          />
        </>
      )}
    </section>
  )
}

interface ShownCommentsProps {
  readonly workshop: string
  readonly indicator: string
  readonly isShown: boolean
  readonly onShow: (isShown: boolean) => void
}

/** Comments without their authors, once a facilitator shows them; a group is named only where enough people are in it. */
export function ShownComments({ workshop, indicator, isShown, onShow }: ShownCommentsProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(state => state.revision.ratings)
  const scope = { workbook, workshops: [workshop], indicator, hideGroupsUnder: ENOUGH_ANSWERS }
  const { answer, retry } = useQuery(`${indicator} ${revision}`, () => client.comment.list(scope))
  return (
    <Loaded from={answer} what="the comments" onRetry={retry}>
      {comments => {
        const told = comments.filter(({ text }) => text !== '')
        if (told.length === 0) return null
        return (
          <section className={styles.comments} aria-label="What people wrote">
            <Button aria-expanded={isShown} onPress={() => onShow(!isShown)}>
              {isShown ? 'Hide what people wrote' : `Show what people wrote (${told.length})`}
            </Button>
            {isShown && (
              <ul className={styles.list}>
                {told.map(({ rating, text, group }) => (
                  <li key={rating} className={styles.comment}>
                    <q>{text}</q>
                    {group && <span className={styles.commentGroup}>{group}</span>}
                  </li>
                ))}
              </ul>
            )}
          </section>
        )
      }}
    </Loaded>
  )
}
