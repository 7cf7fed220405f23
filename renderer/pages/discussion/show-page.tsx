import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { reasonWords } from '../../../shared/messages/workshop.ts'
import { type Scale, scaleOf } from '../../../shared/model/scale.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { routes } from '../../app/routes.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { EmptyState, ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Tag } from '../../ui/feedback/tag.tsx'
import { ArrowLeftIcon, ArrowRightIcon } from '../../ui/icons.tsx'
import { Button, LinkButton } from '../../ui/input/button.tsx'
import { Checkbox } from '../../ui/input/checkbox.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Row } from '../../ui/layout/stack.tsx'
import { UnlessRating } from '../common/unless-rating.tsx'
import { RoomClock } from './clock-bar.tsx'
import type { DiscussedIndicator, Discussion } from './discussion.ts'
import { useDiscussion, useDiscussionActions } from './discussion.ts'
import { RateAgain } from './next-item.tsx'
import styles from './show-page.module.css'
import { ShownComments, ShownCriterion } from './shown-answers.tsx'

interface ShowPageProps {
  readonly workshop: string
  readonly code: string
}

/** Steps through the indicators by the arrow keys, and back to the list by Escape. */
function useStepping({ workshop, code }: ShowPageProps, codes: readonly string[]) {
  const workbook = useWorkbookId()
  const [, navigate] = useLocation()
  const place = codes.indexOf(code)
  const [before, after] = [codes[place - 1], codes[place + 1]]
  useEffect(() => {
    const step = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox'
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      const to = event.key === 'ArrowLeft' ? before : event.key === 'ArrowRight' ? after : undefined
      if (to !== undefined) navigate(routes.show(workbook, workshop, to))
      if (event.key === 'Escape') navigate(routes.discuss(workbook, workshop))
    }
    window.addEventListener('keydown', step)
    return () => window.removeEventListener('keydown', step)
  }, [workbook, workshop, before, after, navigate])
  return {
    place,
    before: before === undefined ? null : () => navigate(routes.show(workbook, workshop, before)),
    after: after === undefined ? null : () => navigate(routes.show(workbook, workshop, after)),
  }
}

interface StepsProps extends ShowPageProps {
  readonly discussion: Discussion
  /** Then the room is told so: there is no band above that would. */
  readonly isMadeUp: boolean
}

function Steps({ discussion, isMadeUp, ...page }: StepsProps) {
  const workbook = useWorkbookId()
  const { indicators, discussed } = discussion
  const codes = indicators.map(({ item }) => item.indicator.code)
  const { place, before, after } = useStepping(page, codes)
  const done = indicators.filter(({ item }) => discussed.has(item.indicator.id)).length
  return (
    <Row gap={[3, 5]} align="center" justify="between" wrap>
      <LinkButton
        href={routes.discuss(workbook, page.workshop)}
        variant="quiet"
        icon={<ArrowLeftIcon />}
      >
        The list
      </LinkButton>
      {isMadeUp && <Tag tone="caution">Made-up ratings</Tag>}
      <RoomClock workshop={page.workshop} discussed={done} />
      <Row aria-label="Other indicators" as="nav" gap={3} align="center">
        <Button
          icon={<ArrowLeftIcon />}
          isDisabled={before === null}
          onPress={() => before?.()}
          aria-label="The one before"
        >
          Before
        </Button>
        <span className={styles.place}>
          {place + 1} of {codes.length}
        </span>
        <Button
          trailingIcon={<ArrowRightIcon />}
          isDisabled={after === null}
          onPress={() => after?.()}
          aria-label="The next one"
        >
          Next
        </Button>
      </Row>
    </Row>
  )
}

interface OneProps {
  readonly workshop: string
  readonly shown: DiscussedIndicator
  readonly discussion: Discussion
  readonly scale: Scale
}

function One({ workshop, shown, discussion, scale }: OneProps) {
  const { problem, mark, collect } = useDiscussionActions(workshop)
  const { indicator } = shown.item
  return (
    <>
      <PageHeading
        title={indicator.title}
        kicker={[indicator.code, ...(shown.round > 1 ? [`round ${shown.round}`] : [])].join(', ')}
      >
        <p>{reasonWords(shown.item)}</p>
      </PageHeading>
      <div className={styles.criteria}>
        {CRITERIA.map(criterion => (
          <ShownCriterion
            key={criterion}
            shown={shown}
            criterion={criterion}
            levels={scale.levels[criterion]}
          />
        ))}
      </div>
      <ShownComments workshop={workshop} shown={shown} />
      <ProblemNotice problem={problem?.message ?? null} />
      <div className={styles.actions}>
        <Checkbox
          isSelected={discussion.discussed.has(indicator.id)}
          onChange={discussed => mark(indicator.id, discussed)}
        >
          Talked about
        </Checkbox>
        <RateAgain
          isCollected={discussion.collected.has(indicator.id)}
          onChange={collected => collect(indicator.id, collected)}
        />
      </div>
    </>
  )
}

function Missing({ workshop }: Pick<ShowPageProps, 'workshop'>) {
  const workbook = useWorkbookId()
  return (
    <EmptyState
      heading="There is nothing to show of this indicator"
      actions={<LinkButton href={routes.discuss(workbook, workshop)}>The list</LinkButton>}
    >
      <p>Fewer than two people of this workshop have rated it.</p>
    </EmptyState>
  )
}

/** The heading while people rate, with the way back. */
function Hidden({ workshop, code }: ShowPageProps) {
  const workbook = useWorkbookId()
  return (
    <PageHeading
      title={code}
      actions={<LinkButton href={routes.discuss(workbook, workshop)}>The list</LinkButton>}
    />
  )
}

/** One indicator for a whole room to look at, with nothing that tells who answered what. */
export function ShowPage({ workshop, code }: ShowPageProps) {
  const info = useWorkbook(state => state.info)
  const { answer, retry } = useDiscussion(workshop)
  if (info.state !== 'ready') return null
  const scale = scaleOf(info.value.scale)
  return (
    <div className={styles.page}>
      <UnlessRating
        workshops={[workshop]}
        mayLook={false}
        heading={<Hidden workshop={workshop} code={code} />}
      >
        <Loaded from={answer} what="the discussion" onRetry={retry}>
          {discussion => {
            const shown = discussion.indicators.find(({ item }) => item.indicator.code === code)
            if (!shown) return <Missing workshop={workshop} />
            return (
              <>
                <Steps
                  workshop={workshop}
                  code={code}
                  discussion={discussion}
                  isMadeUp={info.value.madeUp}
                />
                <One
                  key={code}
                  workshop={workshop}
                  shown={shown}
                  discussion={discussion}
                  scale={scale}
                />
              </>
            )
          }}
        </Loaded>
      </UnlessRating>
    </div>
  )
}
