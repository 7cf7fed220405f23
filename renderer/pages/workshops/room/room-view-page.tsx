import { standingsWords } from '../../../../shared/messages/rounds.ts'
import {
  openedRounds,
  openRounds,
  type ParticipantProgress,
  type Workshop,
  type WorkshopRound,
} from '../../../../shared/model/workshop.ts'
import { routes } from '../../../app/routes.ts'
import { useRounds } from '../../../data/rounds.ts'
import { useClient } from '../../../data/services.tsx'
import { useAction } from '../../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../../data/workbook-context.tsx'
import { Loaded } from '../../../ui/feedback/loaded.tsx'
import { ProblemNotice } from '../../../ui/feedback/notice.tsx'
import { ArrowLeftIcon, ArrowRightIcon } from '../../../ui/icons.tsx'
import { Button, LinkButton } from '../../../ui/input/button.tsx'
import { PageHeading } from '../../../ui/layout/page-heading.tsx'
import { Row, Stack } from '../../../ui/layout/stack.tsx'
import { Stage } from '../../../ui/layout/stage.tsx'
import { ClockBar } from '../../common/clock-bar.tsx'
import { CloseRound } from '../../common/close-round.tsx'
import { useProtocol } from '../protocol-line.tsx'
import { useHandOut } from '../use-hand-out.ts'
import { usePeople } from '../use-workshop.ts'
import { CodeTiles } from './code-tiles.tsx'
import styles from './room-view-page.module.css'

interface RoomViewProps {
  readonly workshop: Workshop
  readonly people: readonly ParticipantProgress[]
  readonly rounds: readonly WorkshopRound[]
}

const count = (people: readonly ParticipantProgress[], standing: ParticipantProgress['standing']) =>
  people.filter(one => one.standing === standing && !one.isTest).length

/** The people of the room as a sentence, each by the round that they are asked for. */
const peopleWords = (people: readonly ParticipantProgress[]): string =>
  standingsWords({
    finished: count(people, 'finished'),
    inTheMiddle: count(people, 'in the middle'),
    notBegun: count(people, 'not begun'),
    excused: count(people, 'excused'),
  })

/** Acts of a facilitator before the eyes of a room: the next person, and the end of the round or its going on. */
function Controls({ workshop, rounds }: Omit<RoomViewProps, 'people'>) {
  const client = useClient()
  const workbook = useWorkbookId()
  const { isDoing, problem, handOut } = useHandOut(workshop.id)
  const reopening = useAction()
  const open = openRounds(rounds).at(-1)
  const latest = openedRounds(rounds).at(-1)?.round ?? 1
  const reopen = () =>
    reopening.run(async () => {
      await client.round.close({ workbook, workshop: workshop.id, round: latest, closed: false })
    })
  return (
    <Stack gap={3}>
      <Row gap={3} align="center" wrap>
        {open ? (
          <>
            <Button
              variant="primary"
              trailingIcon={<ArrowRightIcon />}
              isPending={isDoing}
              onPress={() => handOut()}
            >
              Start the next person
            </Button>
            <CloseRound workshop={workshop.id} round={open.round} />
          </>
        ) : (
          <>
            <LinkButton href={routes.discuss(workbook, workshop.id)} variant="primary">
              Discuss the results
            </LinkButton>
            <Button onPress={reopen}>Open round {latest} again</Button>
          </>
        )}
      </Row>
      <ProblemNotice problem={problem ?? reopening.problem} />
    </Stack>
  )
}

function RoomView({ workshop, people, rounds }: RoomViewProps) {
  const workbook = useWorkbookId()
  const open = openRounds(rounds).at(-1)
  const { answer: protocol } = useProtocol(workshop.id)
  return (
    <>
      <div>
        <LinkButton
          href={routes.workshop(workbook, workshop.id)}
          variant="quiet"
          isFlush
          icon={<ArrowLeftIcon />}
        >
          The workshop
        </LinkButton>
      </div>
      <PageHeading
        title={workshop.title}
        kicker={open ? `Round ${open.round}` : 'The round is closed'}
      />
      <p className={styles.people}>{peopleWords(people)}</p>
      <CodeTiles people={people} />
      <Row gap={[3, 5]} align="end" justify="between" wrap>
        <Controls workshop={workshop} rounds={rounds} />
        {open && protocol.state === 'ready' && (
          <ClockBar
            of={`rating-${workshop.id}`}
            done={count(people, 'finished')}
            label="Minutes to rate"
            {...(protocol.value.minutes !== null && { planned: protocol.value.minutes })}
          />
        )}
      </Row>
    </>
  )
}

/** The page that a whole room may look at while it rates: who is how far, and nothing of what anybody answered. */
export function RoomViewPage({ workshop }: { readonly workshop: string }) {
  const workshops = useWorkbook(state => state.workshops)
  const refresh = useWorkbook(state => state.refreshWorkshops)
  const { people, retry } = usePeople([workshop])
  const rounds = useRounds(workshop)
  return (
    <Stage>
      <Loaded from={workshops} what="the workshop" onRetry={() => void refresh()}>
        {list => {
          const found = list.find(({ id }) => id === workshop)
          if (!found) return <PageHeading title="There is no such workshop" />
          return (
            <Loaded from={people} what="the participants" onRetry={retry}>
              {known => (
                <Loaded from={rounds.answer} what="the rounds" onRetry={rounds.retry}>
                  {all => (
                    <RoomView workshop={found} people={known.get(workshop) ?? []} rounds={all} />
                  )}
                </Loaded>
              )}
            </Loaded>
          )
        }}
      </Loaded>
    </Stage>
  )
}
