import { counted } from '../../../shared/messages/figures.ts'
import { scaleOf } from '../../../shared/model/scale.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { routes } from '../../app/routes.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { EmptyState, ProblemNotice } from '../../ui/feedback/notice.tsx'
import { ArrowLeftIcon, ArrowRightIcon } from '../../ui/icons.tsx'
import { LinkButton } from '../../ui/input/button.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Paged } from '../../ui/layout/paged.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { ClockBar } from '../common/clock-bar.tsx'
import { UnlessRating } from '../common/unless-rating.tsx'
import styles from './discuss-page.module.css'
import type { DiscussedIndicator, Discussion } from './discussion.ts'
import { useDiscussion, useDiscussionActions } from './discussion.ts'
import { NextItem } from './next-item.tsx'

interface DiscussProps {
  readonly workshop: string
}

interface ListProps extends DiscussProps {
  readonly label: string
  readonly discussion: Discussion
  readonly indicators: readonly DiscussedIndicator[]
}

function List({ workshop, label, discussion, indicators }: ListProps) {
  const info = useWorkbook(state => state.info)
  const { problem, mark, collect } = useDiscussionActions(workshop)
  if (info.state !== 'ready') return null
  const scale = scaleOf(info.value.scale)
  return (
    <>
      <ProblemNotice problem={problem?.message ?? null} />
      <Paged what="indicators" items={indicators} perPage={20}>
        {rows => (
          <ol className={styles.list} aria-label={label}>
            {rows.map(shown => {
              const { id } = shown.item.indicator
              return (
                <NextItem
                  key={id}
                  workshop={workshop}
                  shown={shown}
                  scale={scale}
                  isDiscussed={discussion.discussed.has(id)}
                  onMark={discussed => mark(id, discussed)}
                  isCollected={discussion.collected.has(id)}
                  onCollect={collected => collect(id, collected)}
                />
              )
            })}
          </ol>
        )}
      </Paged>
    </>
  )
}

function Nothing({ workshop }: DiscussProps) {
  const workbook = useWorkbookId()
  return (
    <EmptyState
      heading="Nothing to discuss yet"
      actions={<LinkButton href={routes.workshop(workbook, workshop)}>To the workshop</LinkButton>}
    >
      <p>Once two people have rated an indicator, it comes here with how they differ.</p>
    </EmptyState>
  )
}

interface CollectedProps extends DiscussProps {
  readonly count: number
}

/** The number of indicators that are collected to be rated again, and the way to where their round is opened. */
function Collected({ workshop, count }: CollectedProps) {
  const workbook = useWorkbookId()
  if (count === 0) return null
  return (
    <Row gap={[1, 4]} align="center" wrap>
      <p role="status">
        {counted(count, 'indicator is', 'indicators are')} collected to be rated again.
      </p>
      <LinkButton href={routes.workshop(workbook, workshop)} variant="quiet">
        Open a round for {count === 1 ? 'it' : 'them'}
      </LinkButton>
    </Row>
  )
}

function Content({ workshop, discussion }: DiscussProps & { readonly discussion: Discussion }) {
  const workbook = useWorkbookId()
  const { indicators, discussed } = discussion
  const isDone = ({ item }: DiscussedIndicator) => discussed.has(item.indicator.id)
  const open = indicators.filter(shown => !isDone(shown))
  const again = open.filter(({ moved }) => moved !== null)
  const next = open.filter(({ moved }) => moved === null)
  const done = indicators.filter(isDone)
  const [first] = [...again, ...next]
  if (indicators.length === 0) return <Nothing workshop={workshop} />
  return (
    <>
      <Row gap={4} align="end" justify="between" wrap>
        <ClockBar key={workshop} of={workshop} done={done.length} label="Minutes to talk" />
        {first && (
          <LinkButton
            href={routes.show(workbook, workshop, first.item.indicator.code)}
            variant="primary"
            size="large"
            trailingIcon={<ArrowRightIcon />}
          >
            Show <bdi>{first.item.indicator.code}</bdi> to the room
          </LinkButton>
        )}
      </Row>
      <Collected workshop={workshop} count={discussion.collected.size} />
      {again.length > 0 && (
        <section aria-labelledby="again">
          <h2 id="again" className={styles.heading}>
            Rated again
          </h2>
          <List
            workshop={workshop}
            label="Rated again"
            discussion={discussion}
            indicators={again}
          />
        </section>
      )}
      <List
        workshop={workshop}
        label="What to discuss next"
        discussion={discussion}
        indicators={next}
      />
      {done.length > 0 && (
        <Disclosure level={2} summary={`Talked about (${done.length})`}>
          <List
            workshop={workshop}
            label="Talked about"
            discussion={discussion}
            indicators={done}
          />
        </Disclosure>
      )}
    </>
  )
}

const titleOf = (workshops: readonly Workshop[], id: string) =>
  workshops.find(workshop => workshop.id === id)?.title ?? ''

/** Lists what a room should talk about next: the indicators over which people differ most come first. */
export function DiscussPage({ workshop }: DiscussProps) {
  const workbook = useWorkbookId()
  const workshops = useWorkbook(state => state.workshops)
  const { answer, retry } = useDiscussion(workshop)
  return (
    <Stack gap={5}>
      <PageHeading
        title="What to discuss next"
        kicker={workshops.state === 'ready' ? titleOf(workshops.value, workshop) : null}
        actions={
          <LinkButton href={routes.workshop(workbook, workshop)} icon={<ArrowLeftIcon />}>
            The workshop
          </LinkButton>
        }
      >
        <p>
          Indicators over which people differ most come first, then those whose verdict a few people
          could change.
        </p>
      </PageHeading>
      <UnlessRating workshops={[workshop]} mayLook={false}>
        <Loaded from={answer} what="the discussion" onRetry={retry}>
          {discussion => <Content workshop={workshop} discussion={discussion} />}
        </Loaded>
      </UnlessRating>
    </Stack>
  )
}
