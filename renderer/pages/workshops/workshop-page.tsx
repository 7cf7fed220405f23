import { useState } from 'react'
import { HANDS_WORDS } from '../../../shared/messages/data-entry/hands.ts'
import { counted } from '../../../shared/messages/figures.ts'
import {
  openRounds,
  type ParticipantProgress,
  type Workshop,
} from '../../../shared/model/workshop.ts'
import { routes } from '../../app/routes.ts'
import { useRounds } from '../../data/rounds.ts'
import { useClient } from '../../data/services.tsx'
import { useQuery } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { EmptyState, Notice, ProblemNotice } from '../../ui/feedback/notice.tsx'
import { formatDay } from '../../ui/format.ts'
import { ArrowRightIcon } from '../../ui/icons.tsx'
import { Button, LinkButton } from '../../ui/input/button.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { FirstFacilitators } from './facilitators-note.tsx'
import {
  OpenAnswers,
  WorkshopParticipants,
  type WorkshopParticipantsProps,
} from './participants.tsx'
import { type ParticipantAction, ParticipantDialog } from './people/participant-dialog.tsx'
import { WithdrawalOffer } from './people/withdrawal-offer.tsx'
import { ProtocolLine } from './protocol-line.tsx'
import { RoundsPanel } from './rounds-panel.tsx'
import { SendCollected } from './send-collected.tsx'
import { useHandOut } from './use-hand-out.ts'
import { usePeople } from './use-workshop.ts'
import styles from './workshop-page.module.css'

interface WorkshopProps {
  readonly workshop: Workshop
}

interface StartProps extends WorkshopProps {
  readonly isFirst: boolean
}

function Start({ workshop, isFirst }: StartProps) {
  const { answer } = useRounds(workshop.id)
  const { isDoing, problem, handOut } = useHandOut(workshop.id)
  const merges = useMerges()
  const isShut = answer.state === 'ready' && openRounds(answer.value).length === 0
  if (isShut) return <p>The round is closed, so nobody can start. Open it again under Rounds.</p>
  return (
    <>
      {merges > 0 && (
        <p className={styles.merged}>
          Packages of other laptops were brought together here. Start people on this laptop only if
          it is in the room.
        </p>
      )}
      <Button
        variant={merges > 0 ? 'secondary' : 'primary'}
        size="large"
        trailingIcon={<ArrowRightIcon />}
        isPending={isDoing}
        onPress={() => handOut()}
      >
        {isFirst ? 'Start with the first participant' : 'Start with the next participant'}
      </Button>
      <Button size="large" isDisabled={isDoing} onPress={() => handOut({ practice: true })}>
        Practise
      </Button>
      <ProblemNotice heading="It could not be started" problem={problem} />
    </>
  )
}

/** The number of merges into this workbook: one that brings others together is seldom in a room. */
function useMerges(): number {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(state => state.revision.workshops)
  const { answer } = useQuery(`${revision}`, () => client.merge.receipts({ workbook }))
  return answer.state === 'ready' ? answer.value.length : 0
}

function HowToHandOver({ isFirst }: Pick<StartProps, 'isFirst'>) {
  return (
    <Stack gap={2}>
      <Disclosure summary="How to hand the laptop round" level={2} defaultExpanded={isFirst}>
        <ol className={styles.steps}>
          <li>Press Start and give the laptop to the participant. They choose their group.</li>
          <li>They rate at their own pace. Each answer is saved at once.</li>
          <li>
            At the end they press Finish. The screen then says thank you and shows nothing of
            theirs; the next person goes on from there.
          </li>
          <li>
            From Start on, people reach nothing else. When you have the laptop back, press
            Facilitator and type your PIN.
          </li>
        </ol>
      </Disclosure>
      <div>
        <LinkButton href={routes.lock()} variant="quiet" isFlush>
          The PIN of this laptop
        </LinkButton>
      </div>
    </Stack>
  )
}

/** An action under way, and its participant; opening answers is not among them. */
interface Doing {
  readonly action: ParticipantAction
  readonly participant: ParticipantProgress
}

function People({ workshop }: WorkshopProps) {
  const [doing, setDoing] = useState<Doing | null>(null)
  return (
    <>
      <PeopleList
        workshop={workshop}
        onAction={(action, participant) => setDoing({ action, participant })}
      />
      {/* Outside the list, because it must stay when the last participant is deleted. */}
      {doing && <ParticipantDialog workshop={workshop} {...doing} onClose={() => setDoing(null)} />}
    </>
  )
}

type PeopleListProps = WorkshopProps & Pick<WorkshopParticipantsProps, 'onAction'>

function PeopleList({ workshop, onAction }: PeopleListProps) {
  const workbook = useWorkbookId()
  const { people, retry } = usePeople([workshop.id])
  const [opening, setOpening] = useState<ParticipantProgress | null>(null)
  return (
    <Loaded from={people} what="the participants" onRetry={retry}>
      {known => {
        const list = known.get(workshop.id) ?? []
        return list.length === 0 ? (
          <>
            <EmptyState
              heading="Nobody has rated yet"
              actions={<Start workshop={workshop} isFirst />}
            >
              <p>The first participant chooses their group, gets a code, and rates.</p>
            </EmptyState>
            <Stack gap={2}>
              <ProtocolLine workshop={workshop} />
              <FirstFacilitators workshop={workshop.id} />
            </Stack>
            <HowToHandOver isFirst />
          </>
        ) : (
          <>
            <Row gap={3} align="center" wrap>
              <Start workshop={workshop} isFirst={false} />
              <LinkButton href={routes.roomView(workbook, workshop.id)} size="large">
                Show the room
              </LinkButton>
              <LinkButton href={routes.discuss(workbook, workshop.id)} size="large">
                Discuss the results
              </LinkButton>
            </Row>
            <WorkshopParticipants participants={list} onOpen={setOpening} onAction={onAction} />
            <OpenAnswers participant={opening} onClose={() => setOpening(null)} />
            <RoundsPanel workshop={workshop.id} participants={list} />
            <ProtocolLine workshop={workshop} />
            <HowToHandOver isFirst={false} />
          </>
        )
      }}
    </Loaded>
  )
}

/** The ways in for people who do not rate at a laptop: sheets of paper, and files. */
function OnPaper({ workshop }: WorkshopProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const { answer } = useQuery(workshop.id, () =>
    client.hands.list({ workbook, workshop: workshop.id }),
  )
  const rooms = answer.state === 'ready' ? answer.value : []
  return (
    <Stack as="section" gap={3} aria-labelledby="on-paper">
      <h2 id="on-paper" className={styles.heading}>
        On paper
      </h2>
      <p>
        Print a sheet for each person who does not rate at a laptop, and key it in afterwards. What
        was typed into a spreadsheet is loaded from its file. Of a group whose people will not be
        told apart, count the hands.
      </p>
      <Row gap={3} wrap>
        <LinkButton href={routes.paper(workbook, workshop.id)}>Sheets of paper</LinkButton>
        <LinkButton href={routes.dataEntry(workbook, workshop.id)}>Ratings from a file</LinkButton>
        <LinkButton href={routes.hands(workbook, workshop.id)}>
          {HANDS_WORDS.name}
          {rooms.length > 0 && `, ${counted(rooms.length, 'group', 'groups')}`}
        </LinkButton>
      </Row>
    </Stack>
  )
}

function Open({ workshop }: WorkshopProps) {
  const kicker = [formatDay(workshop.date), workshop.venue].filter(Boolean).join(' · ')
  return (
    <>
      <PageHeading title={workshop.title} kicker={kicker} />
      <People workshop={workshop} />
      <OnPaper workshop={workshop} />
      <SendCollected workshop={workshop.id} />
      <WithdrawalOffer />
    </>
  )
}

function Unknown() {
  const workbook = useWorkbookId()
  return (
    <>
      <PageHeading title="There is no such workshop" />
      <Notice
        tone="caution"
        heading="It is not in this workbook"
        actions={<LinkButton href={routes.workshops(workbook)}>All workshops</LinkButton>}
      >
        <p>Choose one from the list of workshops.</p>
      </Notice>
    </>
  )
}

/** One workshop, for its facilitator: who is in it, how far they are, and the next one's start. */
export function WorkshopPage({ workshop }: { readonly workshop: string }) {
  const workshops = useWorkbook(state => state.workshops)
  const refresh = useWorkbook(state => state.refreshWorkshops)
  return (
    <Stack gap={6}>
      <Loaded from={workshops} what="the workshop" onRetry={() => void refresh()}>
        {list => {
          const found = list.find(({ id }) => id === workshop)
          return found ? <Open workshop={found} /> : <Unknown />
        }}
      </Loaded>
    </Stack>
  )
}
