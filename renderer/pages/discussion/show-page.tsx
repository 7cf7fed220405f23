import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { GlossaryTerm } from '../../../shared/model/glossary/terms.ts'
import { type Scale, scaleOf } from '../../../shared/model/scale.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { routes } from '../../app/routes.ts'
import { useClient } from '../../data/services.tsx'
import { useQuery } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { EmptyState, ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Tag } from '../../ui/feedback/tag.tsx'
import { Explained } from '../../ui/glossary/explained.tsx'
import { GlossaryProvider, useTermFinder } from '../../ui/glossary/glossary-context.tsx'
import { ArrowLeftIcon, ArrowRightIcon } from '../../ui/icons.tsx'
import { Button, LinkButton } from '../../ui/input/button.tsx'
import { Checkbox, Switch } from '../../ui/input/checkbox.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Row } from '../../ui/layout/stack.tsx'
import { Stage } from '../../ui/layout/stage.tsx'
import { RoomClock } from '../common/clock-bar.tsx'
import { UnlessRating } from '../common/unless-rating.tsx'
import type { DiscussedIndicator, Discussion } from './discussion.ts'
import { useDiscussion, useDiscussionActions } from './discussion.ts'
import { RateAgain } from './next-item.tsx'
import styles from './show-page.module.css'
import { ShownComments, ShownCriterion } from './shown-answers.tsx'
import { type StageControl, useStage, useStageKeys } from './use-stage.ts'

const NO_TERMS: readonly GlossaryTerm[] = []

interface ShowPageProps {
  readonly workshop: string
  readonly code: string
}

/** The ways from one indicator to the next, and back to the list, by keys as well. */
function useStepping({ workshop, code }: ShowPageProps, codes: readonly string[], stage: Shown) {
  const workbook = useWorkbookId()
  const [, navigate] = useLocation()
  const place = codes.indexOf(code)
  const goTo = (to: string | undefined) =>
    to === undefined ? undefined : () => navigate(routes.show(workbook, workshop, to))
  const [before, after] = [goTo(codes[place - 1]), goTo(codes[place + 1])]
  const list = () => navigate(routes.discuss(workbook, workshop))
  const { isBlank, setBlank, wording, choose } = stage
  useStageKeys({
    next: after,
    previous: before,
    blank: () => setBlank(!isBlank),
    comments: () =>
      stage.showComments(stage.commentsOf === stage.indicator ? null : stage.indicator),
    wording: () => choose(wording === 'plain' ? 'title' : 'plain'),
    list: isBlank ? () => setBlank(false) : list,
  })
  return { place, before, after }
}

/** The stage, and the indicator that is on it. */
interface Shown extends StageControl {
  readonly indicator: string
}

interface StepsProps extends ShowPageProps {
  readonly discussion: Discussion
  readonly stage: Shown
  /** Then the room is told so: there is no band above that would. */
  readonly isMadeUp: boolean
}

function Steps({ discussion, isMadeUp, stage, ...page }: StepsProps) {
  const workbook = useWorkbookId()
  const { indicators, discussed } = discussion
  const codes = indicators.map(({ item }) => item.indicator.code)
  const { place, before, after } = useStepping(page, codes, stage)
  const done = indicators.filter(({ item }) => discussed.has(item.indicator.id)).length
  return (
    <Row gap={[3, 5]} align="center" justify="between" wrap>
      <LinkButton
        href={routes.discuss(workbook, page.workshop)}
        variant="quiet"
        isFlush
        icon={<ArrowLeftIcon />}
      >
        The list
      </LinkButton>
      {isMadeUp && <Tag tone="caution">Made-up ratings</Tag>}
      <RoomClock of={page.workshop} done={done} />
      <Row aria-label="Other indicators" as="nav" gap={3} align="center">
        <Button
          icon={<ArrowLeftIcon />}
          isDisabled={before === undefined}
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
          isDisabled={after === undefined}
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
  readonly stage: Shown
}

/** Hands down the words that the framework explains; until they are there, none is. */
function Glossary({ children }: { readonly children: ReactNode }) {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(state => state.revision.framework)
  const { answer } = useQuery(`glossary ${revision}`, () => client.framework.glossary({ workbook }))
  const terms = answer.state === 'ready' ? answer.value?.terms : undefined
  return <GlossaryProvider terms={terms ?? NO_TERMS}>{children}</GlossaryProvider>
}

/** The plain words of an indicator in the framework in use; empty where it has none. */
function usePlainWords(indicator: string): string {
  const framework = useWorkbook(state => state.framework)
  if (framework.state !== 'ready') return ''
  return framework.value.indicators.find(({ id }) => id === indicator)?.easyRead ?? ''
}

function One({ workshop, shown, discussion, scale, stage }: OneProps) {
  const { problem, mark, collect } = useDiscussionActions(workshop)
  const { indicator } = shown.item
  const plain = usePlainWords(indicator.id)
  const wording = plain === '' ? 'title' : stage.wording
  const words = wording === 'plain' ? plain : indicator.title
  const [pieces = []] = useTermFinder()([words])
  return (
    <>
      <PageHeading
        title={words}
        shown={<Explained pieces={pieces} wording={wording} />}
        kicker={[indicator.code, ...(shown.round > 1 ? [`round ${shown.round}`] : [])].join(', ')}
      />
      <div className={styles.criteria}>
        {CRITERIA.map(criterion => (
          <ShownCriterion
            key={criterion}
            shown={shown}
            criterion={criterion}
            levels={scale.levels[criterion]}
            wording={wording}
          />
        ))}
      </div>
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
        {plain === '' ? (
          <p className={styles.place}>There are no plain words for this one yet.</p>
        ) : (
          <Switch
            isSelected={wording === 'plain'}
            onChange={isPlain => stage.choose(isPlain ? 'plain' : 'title')}
          >
            Plain words
          </Switch>
        )}
        <ShownComments
          workshop={workshop}
          indicator={indicator.id}
          isShown={stage.commentsOf === indicator.id}
          onShow={isShown => stage.showComments(isShown ? indicator.id : null)}
        />
      </div>
      {stage.isBlank && (
        <button
          type="button"
          aria-label="Show the screen again"
          className={styles.blank}
          onClick={() => stage.setBlank(false)}
        />
      )}
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
  const control = useStage()
  if (info.state !== 'ready') return null
  const scale = scaleOf(info.value.scale)
  return (
    <Stage>
      <UnlessRating
        workshops={[workshop]}
        mayLook={false}
        heading={<Hidden workshop={workshop} code={code} />}
      >
        <Loaded from={answer} what="the discussion" onRetry={retry}>
          {discussion => {
            const shown = discussion.indicators.find(({ item }) => item.indicator.code === code)
            if (!shown) return <Missing workshop={workshop} />
            const stage = { ...control, indicator: shown.item.indicator.id }
            return (
              <>
                <Steps
                  workshop={workshop}
                  code={code}
                  discussion={discussion}
                  stage={stage}
                  isMadeUp={info.value.madeUp}
                />
                <Glossary>
                  <One
                    key={code}
                    workshop={workshop}
                    shown={shown}
                    discussion={discussion}
                    scale={scale}
                    stage={stage}
                  />
                </Glossary>
              </>
            )
          }}
        </Loaded>
      </UnlessRating>
    </Stage>
  )
}
