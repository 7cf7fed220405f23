import type { ReactNode } from 'react'
import { standingsWords } from '../../../shared/messages/rounds.ts'
import type { RoundUnderWay } from '../../../shared/model/workshop.ts'
import { useLook, useUnderWay } from '../../data/rounds.ts'
import { useWorkbook } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { Notice, ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { CloseRound } from './close-round.tsx'

interface UnlessRatingProps {
  /** The workshops whose answers are behind; null for all of the workbook. */
  readonly workshops: readonly string[] | null
  /** True where the facilitator may look all the same; never on a page for the room. */
  readonly mayLook: boolean
  /** The heading of a page that has no other while its answers are hidden. */
  readonly heading?: ReactNode
  /** Narrows the page to these workshops, which are not rating. */
  readonly onOthers?: (workshops: string[]) => void
  readonly children: ReactNode
}

/**
 * Shows answers unless one of their workshops is rating: then a notice with its progress, and ways on. A
 * facilitator may look at the answers so far by an act that says what it does.
 */
export function UnlessRating(props: UnlessRatingProps) {
  const { workshops, mayLook, children } = props
  const { answer, retry } = useUnderWay()
  return (
    <Loaded from={answer} what="the rounds" onRetry={retry}>
      {all => {
        const rating = all.filter(({ workshop }) => workshops?.includes(workshop) ?? true)
        if (rating.length === 0) return children
        const unseen = rating.filter(({ isSeen }) => !isSeen)
        if (!mayLook) return <IsRating {...props} rating={rating} />
        if (unseen.length > 0) return <IsRating {...props} rating={unseen} />
        return (
          <Stack gap={5}>
            <SoFar workshops={idsOf(rating)} />
            {children}
          </Stack>
        )
      }}
    </Loaded>
  )
}

const idsOf = (rating: readonly RoundUnderWay[]): readonly string[] =>
  rating.map(({ workshop }) => workshop)

type IsRatingProps = Pick<UnlessRatingProps, 'mayLook' | 'heading' | 'onOthers'> & {
  readonly rating: readonly RoundUnderWay[]
}

function IsRating({ rating, mayLook, heading, onOthers }: IsRatingProps) {
  const { problem, look } = useLook()
  const workshops = useWorkbook(state => state.workshops)
  const others = (workshops.state === 'ready' ? workshops.value : [])
    .map(({ id }) => id)
    .filter(id => !rating.some(({ workshop }) => workshop === id))
  return (
    <Stack gap={4}>
      {heading}
      {rating.map(one => (
        <Progress key={one.workshop} {...one} />
      ))}
      {onOthers && others.length > 0 && (
        <Row>
          <Button onPress={() => onOthers(others)}>Only the workshops that are not rating</Button>
        </Row>
      )}
      {mayLook && (
        <Notice
          tone="caution"
          heading="Answers that are seen sway those that are still to come"
          actions={
            <Button onPress={() => look(idsOf(rating), true)}>
              Look at the answers so far, for me alone
            </Button>
          }
        >
          <p>
            If you need to see them now, turn the projector off first and show the screen to nobody.
          </p>
        </Notice>
      )}
      <ProblemNotice problem={problem} />
    </Stack>
  )
}

/** The progress of one workshop in its round, and the way to close it. */
function Progress({ workshop, round, people }: RoundUnderWay) {
  const workshops = useWorkbook(state => state.workshops)
  const title =
    workshops.state === 'ready' && workshops.value.find(({ id }) => id === workshop)?.title
  return (
    <Notice
      heading={`Round ${round} is being rated`}
      actions={<CloseRound workshop={workshop} round={round} variant="primary" />}
    >
      <p>
        {title && (
          <>
            <bdi>{title}</bdi>:{' '}
          </>
        )}
        {standingsWords(people)} No answers are shown until the round is closed.
      </p>
    </Notice>
  )
}

/** A reminder above answers that are shown while people rate. */
function SoFar({ workshops }: { readonly workshops: readonly string[] }) {
  const { look } = useLook()
  return (
    <Notice
      tone="caution"
      heading="These are the answers so far, and people are still rating"
      actions={<Button onPress={() => look(workshops, false)}>Hide them</Button>}
    >
      <p>Keep them off the projector.</p>
    </Notice>
  )
}
