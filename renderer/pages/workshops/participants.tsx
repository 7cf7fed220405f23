import { useState } from 'react'
import { STANDING_WORDS } from '../../../shared/messages/rounds.ts'
import { openRounds, type ParticipantProgress } from '../../../shared/model/workshop.ts'
import { useRounds } from '../../data/rounds.ts'
import { CountBar } from '../../ui/feedback/loaded.tsx'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Tag } from '../../ui/feedback/tag.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { Row } from '../../ui/layout/stack.tsx'
import { VisuallyHidden } from '../../ui/layout/visually-hidden.tsx'
import { type Column, Table } from '../../ui/table/table.tsx'
import { ChooseRound } from './choose-round.tsx'
import { type ParticipantAction, ParticipantMenu } from './people/participant-dialog.tsx'
import { useHandOut } from './use-hand-out.ts'
import { isDone } from './use-workshop.ts'

/** The participants to list, and the actions on each. */
export interface WorkshopParticipantsProps {
  readonly participants: readonly ParticipantProgress[]
  readonly onOpen: (participant: ParticipantProgress) => void
  readonly onAction: (action: ParticipantAction, participant: ParticipantProgress) => void
}

const columnsWith = ({
  onOpen,
  onAction,
}: Omit<WorkshopParticipantsProps, 'participants'>): readonly Column<ParticipantProgress>[] => [
  {
    id: 'code',
    heading: 'Code',
    cell: ({ name, isTest }) => (
      <Row as="span" gap={1} align="center" inline wrap>
        <strong>{name}</strong>
        {isTest && <Tag>Test</Tag>}
      </Row>
    ),
    sortBy: ({ name }) => name,
    isRowHeading: true,
    width: '6rem',
  },
  { id: 'group', heading: 'Group', cell: ({ group }) => group, sortBy: ({ group }) => group },
  {
    id: 'progress',
    heading: 'Where they are',
    cell: ({ round, standing, rated, indicators }) => (
      <CountBar
        label={`Round ${round}, ${STANDING_WORDS[standing]}`}
        value={rated}
        total={indicators}
        words={`${rated} of ${indicators}`}
      />
    ),
    sortBy: ({ round, standing, rated }) =>
      `${round} ${STANDING_WORDS[standing]} ${String(rated).padStart(6, '0')}`,
    width: '40%',
  },
  {
    id: 'open',
    heading: 'Answers',
    cell: participant => (
      <Row as="span" gap={1} align="center" inline>
        <Button onPress={() => onOpen(participant)}>
          {isDone(participant) ? 'Look again' : 'Continue'}
          <VisuallyHidden> as {participant.name}</VisuallyHidden>
        </Button>
        <ParticipantMenu participant={participant} onAction={onAction} />
      </Row>
    ),
    align: 'end',
  },
]

/** The participants of a workshop: codes and progress, and nothing of what they answered. */
export function WorkshopParticipants({ participants, ...doings }: WorkshopParticipantsProps) {
  return (
    <Table
      caption="Participants"
      isCompact
      columns={columnsWith(doings)}
      rows={participants}
      rowKey={({ id }) => id}
    />
  )
}

interface OpenAnswersProps {
  /** The participant whose answers are about to be opened; null while there is none. */
  readonly participant: ParticipantProgress | null
  readonly onClose: () => void
}

/** Asks before a participant's answers come on screen, as only that person should see them. */
export function OpenAnswers({ participant, onClose }: OpenAnswersProps) {
  if (participant === null) return null
  return <OpenSheet participant={participant} onClose={onClose} />
}

interface OpenSheetProps extends OpenAnswersProps {
  readonly participant: ParticipantProgress
}

function OpenSheet({ participant, onClose }: OpenSheetProps) {
  const [round, setRound] = useState(participant.round)
  const { id, name, workshop } = participant
  const { problem, handOut } = useHandOut(workshop)
  const { answer } = useRounds(workshop)
  const open = answer.state === 'ready' ? openRounds(answer.value) : []
  const isShut = answer.state === 'ready' && !open.some(one => one.round === round)
  const start = () => handOut({ participant: id, round })
  return (
    <Dialog
      title={`Open the answers of ${name}?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={isShut} onPress={start}>
            Open as {name}
          </Button>
        </>
      }
    >
      <p>
        What {name} wrote comes on the screen. Please open it only when {name} has the laptop; they
        go on where they left off, and press Finish when they are done.
      </p>
      {isShut && (
        <p>
          Round {round} is closed. Open it again to let {name} go on.
        </p>
      )}
      <ChooseRound rounds={open} round={round} onChoose={setRound} />
      <ProblemNotice problem={problem} />
    </Dialog>
  )
}
